using Bunit;
using Neurotrade.Web.Components.Controls;

namespace Neurotrade.Tests.Components.Controls;

public sealed class PriceChartTests : BunitContext
{
    private static readonly PriceChartOptions Options = new("api/none", null, 100, 2, [], [], new RowRange(0, 50), null);

    [Fact]
    public async Task Chart_ThatIsGone_TellsNothingAnyMore()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        var told = new List<object>();
        IRenderedComponent<PriceChart> chart = Render<PriceChart>(with => with.Add(one => one.Options, Options).Add(one => one.Label, "x")
            .Add(one => one.RangeMoved, range => told.Add(range)).Add(one => one.RowSelected, row => told.Add(row)));
        await chart.InvokeAsync(() => chart.Instance.Moved(3, 9));
        Assert.Equal([new RowRange(3, 9)], told);

        await chart.InvokeAsync(async () => await chart.Instance.DisposeAsync());
        await chart.InvokeAsync(() => chart.Instance.Moved(4, 9));
        await chart.InvokeAsync(() => chart.Instance.Selected(4));

        Assert.Single(told);
    }
}
