using Bunit;
using Neurotrade.Tests.Dashboard;
using Neurotrade.Web.Components.Pages.Backtesting;
using Neurotrade.Web.Dashboard.History;

namespace Neurotrade.Tests.Components.Pages;

/// <summary>How full the history is, and the warning before something goes.</summary>
public sealed class FullnessTests : BunitContext
{
    private static readonly RunLimits Limits = new() { MostRuns = 10, MostMegabytes = 100 };

    [Fact]
    public void Fullness_IsOfRunsOrBytes_WhicheverIsNearer()
    {
        IRenderedComponent<Fullness> room = Render<Fullness>(with => with.Add(one => one.Quota, RunQuota.Of(Runs(4, 21_250_000), Limits)));

        Assert.Contains("4 of 10 runs, 85 MB of 100 MB", room.Markup, StringComparison.Ordinal);
        Assert.Equal("85", room.Find("[role=meter]").GetAttribute("aria-valuenow"));
        Assert.Contains("warn", room.Find("[role=meter] i").ClassName, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10, "The history is full: with the next run")]
    [InlineData(9, "The history is nearly full: after one more run")]
    [InlineData(8, "The history is nearly full: after about 2 more runs")]
    public void AWarning_SaysWhatGoesAndWhen(int runs, string when)
    {
        string text = Warning(Runs(runs, 1));

        Assert.StartsWith(when, text, StringComparison.Ordinal);
        Assert.Contains($"first “cross {runs}”", text, StringComparison.Ordinal);
    }

    [Fact]
    public void AWarning_WhereAllOlderOnesArePinned_SaysThatNothingGoes() => Assert.StartsWith(
        "Every older run is pinned", Warning([.. Runs(9, 1).Select(run => run with { Note = new RunNote { IsPinned = true } })]),
        StringComparison.Ordinal);

    private string Warning(IReadOnlyList<KeptRun> runs) =>
        Render<FullnessWarning>(with => with.Add(one => one.Quota, RunQuota.Of(runs, Limits))).Find("[role=status]").TextContent.Trim();

    // Newest first, so that the last is the oldest.
    private static KeptRun[] Runs(int count, long bytes) =>
        [.. Enumerable.Range(1, count).Select(i => new KeptRun(SampleRuns.Make(count - i, $"cross {i}"), RunNote.None, bytes))];
}
