using Bunit;
using Neurotrade.Tests.Dashboard;
using Neurotrade.Web.Components.Pages.Backtesting;
using Neurotrade.Web.Dashboard.History;

namespace Neurotrade.Tests.Components.Pages;

public sealed class PickedBarTests : BunitContext
{
    private readonly List<string> told = [];

    [Theory]
    [InlineData(1, null, "Pick another to compare.")]
    [InlineData(2, "compare?runs=r1,r2", null)]
    [InlineData(6, "compare?runs=r1,r2,r3,r4,r5,r6", null)]
    [InlineData(7, null, "Compare takes at most six.")]
    public void PickedRuns_AreComparedFromTwoToSix(int count, string? address, string? note)
    {
        IRenderedComponent<PickedBar> bar = Show(Runs(count));

        Assert.Equal(address, bar.FindAll("a").SingleOrDefault()?.GetAttribute("href"));
        Assert.Equal(note, bar.FindAll("span.small").SingleOrDefault()?.TextContent);
        Assert.Equal(count == 1, Names(bar).Contains("Label"));
    }

    [Fact]
    public void Delete_AsksOnceMore_AndSaysWhatStays()
    {
        IRenderedComponent<PickedBar> bar = Show([.. Runs(3), Pinned("r9")]);

        Press(bar, "Delete …");
        Assert.Contains("Delete 3 runs with all files?", bar.Markup, StringComparison.Ordinal);
        Assert.Contains("One is pinned and stays.", bar.Markup, StringComparison.Ordinal);
        Press(bar, "Keep them");
        Assert.Empty(told);
        Press(bar, "Delete …");
        Press(bar, "Delete 3");

        Assert.Equal(["deleted"], told);
        Assert.Contains("4 picked", bar.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Pins_AreOfferedBothWaysWhereTheyDiffer()
    {
        IRenderedComponent<PickedBar> mixed = Show([.. Runs(1), Pinned("r9")]);
        Press(mixed, "Pin");
        Press(mixed, "Unpin");
        Press(mixed, "Clear");

        Assert.Equal(["pinned True", "pinned False", "cleared"], told);
        Assert.DoesNotContain("Delete …", Names(Show([Pinned("r9")])));
    }

    private IRenderedComponent<PickedBar> Show(KeptRun[] runs) => Render<PickedBar>(with => with.Add(one => one.Runs, runs)
        .Add(one => one.Pinned, isPinned => told.Add($"pinned {isPinned}")).Add(one => one.Deleted, () => told.Add("deleted"))
        .Add(one => one.Cleared, () => told.Add("cleared")));

    private static KeptRun[] Runs(int count) =>
        [.. Enumerable.Range(1, count).Select(i => new KeptRun(SampleRuns.Make(i, "cross") with { Id = $"r{i}" }, RunNote.None, 1))];

    private static KeptRun Pinned(string id) => new(SampleRuns.Make(9, "cross") with { Id = id }, new RunNote { IsPinned = true }, 1);

    private static IEnumerable<string> Names(IRenderedComponent<PickedBar> bar) => bar.FindAll("button").Select(button => button.TextContent.Trim());

    private static void Press(IRenderedComponent<PickedBar> bar, string name) =>
        bar.FindAll("button").Single(button => button.TextContent.Trim() == name).Click();
}
