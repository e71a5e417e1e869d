using Bunit;
using Neurotrade.Core.Research;
using Neurotrade.Web.Components.Controls;

namespace Neurotrade.Tests.Components.Controls;

public sealed class MonthTableTests : BunitContext
{
    [Fact]
    public void Months_HaveSignAndTint_AndADotWhereNothingWasWonOrLost()
    {
        IRenderedComponent<MonthTable> table = Render<MonthTable>(with => with
            .Add(one => one.Months, [new PeriodReturn(2024, 1, 0.138), new PeriodReturn(2024, 2, -0.5), new PeriodReturn(2024, 3, 0)])
            .Add(one => one.Years, [new PeriodReturn(2024, 0, -0.43)]));

        var cells = table.FindAll("tbody td");
        Assert.Equal(["+13.8", "−50.0", "·", "·"], cells.Take(4).Select(cell => cell.TextContent));
        Assert.Contains("--gain-fill", cells[0].GetAttribute("style"), StringComparison.Ordinal);
        Assert.Contains("--loss-fill) 54%", cells[1].GetAttribute("style"), StringComparison.Ordinal);
        Assert.False(cells[2].HasAttribute("style"));
        Assert.Equal(12, table.FindAll("th[scope=col]").Count);
        Assert.Contains("loss", table.Find(".years span span:last-child").ClassName, StringComparison.Ordinal);
    }

    [Fact]
    public void ManyYears_TheLastAreShown()
    {
        IRenderedComponent<MonthTable> table = Render<MonthTable>(with => with
            .Add(one => one.Months, [])
            .Add(one => one.Years, [.. Enumerable.Range(2010, 15).Select(year => new PeriodReturn(year, 0, 0.1))]));

        Assert.Equal(
            Enumerable.Range(2017, 8).Reverse().Select(year => $"{year}"),
            table.FindAll("tbody:first-of-type th").Take(8).Select(cell => cell.TextContent));
    }
}
