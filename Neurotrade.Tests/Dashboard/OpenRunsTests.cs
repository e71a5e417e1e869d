using Neurotrade.Core.Market;
using Neurotrade.Core.Research;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;
using Neurotrade.Web.Dashboard;

namespace Neurotrade.Tests.Dashboard;

public sealed class OpenRunsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly RunArchive archive;
    private readonly OpenRuns runs;

    public OpenRunsTests() => (archive, runs) = (new RunArchive(folder["runs"]), StoredRuns.Open(new RunArchive(folder["runs"])));

    [Fact]
    public async Task Find_AKeptRun_IsTheSameRunAgain()
    {
        PastRun kept = StoredRuns.Keep(archive);

        OpenRun? run = await runs.FindAsync(kept.Id, TestContext.Current.CancellationToken);

        Assert.NotNull(run);
        Assert.Equal(kept.FinalEquity, run.Analysis.Metrics.FinalEquity);
        Assert.Equal(kept.Hash, run.Strategy.Hash);
        byte[] trades = ResultTables.Trades(run.Result.Trades).ToArray();
        Assert.Equal(File.ReadAllBytes(archive.FileOf(kept.Id, "trades.csv")!), trades);
        Assert.Same(run, await runs.FindAsync(kept.Id, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Find_ARunThatWasDeletedSince_FindsNothing()
    {
        PastRun kept = StoredRuns.Keep(archive);
        Assert.NotNull(await runs.FindAsync(kept.Id, TestContext.Current.CancellationToken));

        Directory.Delete(archive.PlaceOf(kept.Id), recursive: true);

        Assert.Null(await runs.FindAsync(kept.Id, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("../runs")]
    [InlineData("")]
    public async Task Find_AnIdThatIsNone_FindsNothing(string id) =>
        Assert.Null(await runs.FindAsync(id, TestContext.Current.CancellationToken));

    [Fact]
    public async Task Find_WithOtherCandlesThanThen_SaysSo()
    {
        PastRun kept = StoredRuns.Keep(archive);
        string record = Path.Combine(archive.Folder, kept.Id, "record.json");
        await File.WriteAllTextAsync(
            record,
            (await File.ReadAllTextAsync(record, TestContext.Current.CancellationToken))
                .Replace(kept.DataFingerprint!, new string('0', 64), StringComparison.Ordinal),
            TestContext.Current.CancellationToken);

        InputException refused = await Assert.ThrowsAsync<InputException>(
            () => runs.FindAsync(kept.Id, TestContext.Current.CancellationToken));

        Assert.Contains("have changed", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Find_ARunOfWhichOnlyTheReportWasKept_SaysSo()
    {
        PastRun kept = SampleRuns.Keep(archive, SampleRuns.Make(1, "old"));

        await Assert.ThrowsAsync<InputException>(() => runs.FindAsync(kept.Id, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Story_OfTheBarBeforeAnEntry_SaysWhyItWasMade()
    {
        PastRun kept = StoredRuns.Keep(archive);
        OpenRun run = (await runs.FindAsync(kept.Id, TestContext.Current.CancellationToken))!;
        int entry = run.Bars[0].IndexAtOrAfter(run.Result.Trades[0].EntryMillis);
        int exit = run.Bars[0].IndexAtOrAfter(run.Result.Trades[0].ExitMillis);

        BarStory decided = StoryOf(run, entry - 1);
        Assert.Equal("Entered long", decided.Title);
        Assert.Equal(Truth.True, decided.Reasons.Entry.Truth);
        Assert.False(decided.IsInPosition);

        BarStory held = StoryOf(run, entry);
        Assert.True(held.IsInPosition);
        Assert.Contains(held.Events, one => one.What == "Bought in this bar");
        Assert.Equal("Left", StoryOf(run, exit - 1).Title);
        Assert.Equal("No entry", StoryOf(run, entry - 2).Title);
    }

    // Half of equity a trade, an exposure of 40 %: every entry is cut, none is refused.
    [Fact]
    public async Task Story_UnderRiskLimits_TellsEachRuleTheSizeAndWhatTheOrderCameTo()
    {
        string limited = StoredRuns.Strategy + """

            orders: { size: { percent_of_equity: 50% }, stop_loss: 5%, cooldown: 3 bars }
            risk: { max_exposure: 40%, max_drawdown: { limit: 30%, action: halt } }
            """;
        PastRun kept = StoredRuns.Keep(archive, strategy: limited);
        OpenRun run = (await runs.FindAsync(kept.Id, TestContext.Current.CancellationToken))!;
        BacktestTrade trade = run.Result.Trades[0];
        int entry = run.Bars[0].IndexAtOrAfter(trade.EntryMillis);
        int exit = run.Bars[0].IndexAtOrAfter(trade.ExitMillis);

        EntryVerdict made = StoryOf(run, entry - 1).Verdict!;
        Assert.Equal(("passes", Truth.True), (made.Word, made.Truth));
        Assert.Equal(["max_drawdown", "max_exposure"], made.Rules.Select(rule => rule.Rule));
        Assert.Equal("0.0% of 30.0%", made.Rules[0].Reading);
        Assert.Contains(made.Size, row => row is { Name: "Budget", Value: "5,000.00 USDT" });
        Assert.Contains(made.Size, row => row is { Name: "Allowed by risk", Value: "4,000.00 USDT" });
        Assert.Contains("Order 1, market, placed: ", Assert.Single(made.Orders), StringComparison.Ordinal);

        BarStory held = StoryOf(run, entry);
        Assert.Equal(("Stop-loss", trade.EntryPrice * (1 - 0.05)), Assert.Single(held.Levels));
        Assert.Contains("taken", held.Verdict!.Word, StringComparison.Ordinal);
        Assert.Contains("cooling down", StoryOf(run, exit + 1).Verdict!.Word, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Curves_OfARun_EndWhereItsFiguresDo()
    {
        PastRun kept = StoredRuns.Keep(archive);
        OpenRun run = (await runs.FindAsync(kept.Id, TestContext.Current.CancellationToken))!;

        Assert.Equal(kept.FinalEquity, run.Curves["equity"].Values[^1]);
        Assert.Equal(kept.Capital * (1 + kept.BuyAndHoldReturn!.Value), run.Curves["benchmark"].Values[^1], 6);
        Assert.Equal(-kept.MaxDrawdown!.Value, run.Curves["drawdown"].Values.Min(), 12);
        double exposed = run.Curves["exposure"].Values.Count(value => value > 0) / (double)run.Result.Times.Length;
        Assert.Equal(run.Analysis.Metrics.Exposure!.Value, exposed, 12);
    }

    private static BarStory StoryOf(OpenRun run, int bar) => BarStory.Of(run, 0, bar, TestContext.Current.CancellationToken);

    public void Dispose()
    {
        runs.Dispose();
        folder.Dispose();
    }
}
