using Bunit;
using Neurotrade.Web.Components.Controls;

namespace Neurotrade.Tests.Components.Controls;

public sealed class TextDiffTests : DashboardContext
{
    private static readonly string[] Many = [.. Enumerable.Range(1, 40).Select(i => $"line {i}")];

    [Fact]
    public void Diff_Below_ShowsSignsNumbersAndThreeLinesAround_AndUnfoldsTheRest()
    {
        IRenderedComponent<TextDiff> diff = Show(Many, Changed(Many, 20, "another"));

        Assert.Contains("1 line added, 1 line removed", diff.Markup, StringComparison.Ordinal);
        Assert.Equal(["−line 20", "+another"], diff.FindAll(".removed, .added").Select(cell => cell.TextContent));
        Assert.Equal(2 + 6, diff.FindAll("td.text").Count);

        diff.FindAll(".fold button")[0].Click();

        Assert.Contains("line 1", diff.FindAll("td.text")[0].TextContent, StringComparison.Ordinal);
        Assert.Single(diff.FindAll(".fold"));
    }

    [Fact]
    public void Diff_Beside_PutsWhatCameNextToWhatWent()
    {
        IRenderedComponent<TextDiff> diff = Show(["a", "b", "c"], ["a", "B", "b2", "c"]);

        diff.FindAll("button").Single(button => button.TextContent == "Beside").Click();

        Assert.Equal(
            ["a|a", "b|B", "|b2", "c|c"],
            diff.FindAll("tbody tr").Select(row => string.Join('|', row.QuerySelectorAll(".text").Select(cell => cell.TextContent))));
    }

    [Fact]
    public void Diff_OfMarkup_ShowsItAsText()
    {
        IRenderedComponent<TextDiff> diff = Show(["<img src=x onerror=alert(1)>"], ["<script>alert(1)</script>"]);

        Assert.Empty(diff.FindAll("img, script"));
    }

    [Fact]
    public void Diff_OfVeryManyLines_ShowsABoundedNumber_AndSaysSo()
    {
        IRenderedComponent<TextDiff> diff = Show([], [.. Enumerable.Range(0, 5_000).Select(i => $"{i}")]);

        Assert.Equal(2_000, diff.FindAll("tbody tr").Count);
        Assert.Contains("What follows is not shown", diff.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Diff_OfTheSame_SaysSo() => Assert.Contains("The same lines", Show(Many, Many).Markup, StringComparison.Ordinal);

    private static string[] Changed(string[] lines, int number, string text) =>
        [.. lines.Select((line, at) => at == number - 1 ? text : line)];

    private IRenderedComponent<TextDiff> Show(string[] former, string[] latter) => Render<TextDiff>(parameters => parameters
        .Add(one => one.Former, string.Join('\n', former)).Add(one => one.Latter, string.Join('\n', latter))
        .Add(one => one.FormerName, "v1").Add(one => one.LatterName, "v2"));
}
