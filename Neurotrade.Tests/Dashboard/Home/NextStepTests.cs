using System.Collections.Immutable;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;
using Neurotrade.Web.Dashboard;
using Neurotrade.Web.Dashboard.Candles;
using Neurotrade.Web.Dashboard.Home;
using Neurotrade.Web.Dashboard.Imports;
using Neurotrade.Web.Dashboard.Jobs;

namespace Neurotrade.Tests.Dashboard.Home;

public sealed class NextStepTests
{
    private static readonly PastRun Run = SampleRuns.Make(1, "cross") with { Id = "1-a" };

    [Fact]
    public void Of_AnEmptyPlace_LeadsToCandlesAndRules() => Assert.Equal(
        ["data", "strategies"], NextStep.Of(Here([], []), [], [], []).Select(step => step.Address));

    [Fact]
    public void Of_AStrategyWithAMistake_TellsItFirstAndOnce()
    {
        Inventory here = Here([new OwnStrategy("a b.yaml", "a b.yaml", "Line 17: unknown indicator 'emma'")], [Series(0)]);

        IReadOnlyList<NextStep> steps = NextStep.Of(here, [Run], [Ended(1, "a b.yaml", JobState.Failed)], []);

        NextStep only = Assert.Single(steps);
        Assert.Equal("Mend a b.yaml", only.Title);
        Assert.Equal("Line 17: unknown indicator 'emma'", only.Text);
        Assert.Equal("strategies?file=a%20b.yaml", only.Address);
    }

    [Theory]
    [InlineData(JobState.Failed, "See why x.yaml failed")]
    [InlineData(JobState.Interrupted, "Run x.yaml again")]
    [InlineData(JobState.Cancelled, null)]
    [InlineData(JobState.Done, null)]
    public void Of_TheLastJobOfAStrategy_CountsAsItEnded(JobState last, string? expected)
    {
        Inventory here = Here([new OwnStrategy("cross.yaml", "cross", null)], [Series(0)]);
        Job[] jobs = [Ended(2, "x.yaml", last), Ended(1, "x.yaml", JobState.Failed)];

        Assert.Equal(expected, NextStep.Of(here, [Run], jobs, []).SingleOrDefault()?.Title);
    }

    [Fact]
    public void Of_CandlesWithManyGapsOrDamage_LeadsToThem()
    {
        ShelvedSeries damaged = Series(0) with { Quality = null, Damage = "damaged" };
        Inventory here = Here([new OwnStrategy("cross.yaml", "cross", null)], [Series(30), damaged, Series(2)]);

        IReadOnlyList<NextStep> steps = NextStep.Of(here, [Run], [], []);

        Assert.Equal(["Import BTC/USDT 1h again", "Look at BTC/USDT 1h"], steps.Select(step => step.Title));
        Assert.StartsWith("30 candles are missing, 2.9%", steps[1].Text, StringComparison.Ordinal);
        Assert.Equal("data?series=binance%2FBTC-USDT%2F1h", steps[1].Address);
    }

    [Fact]
    public void Of_RunsThatTellLittle_SaysSo()
    {
        Inventory here = Here([new OwnStrategy("cross.yaml", "cross", null), new OwnStrategy("new.yaml", "new", null)], [Series(0)]);

        IReadOnlyList<NextStep> steps = NextStep.Of(here, [Run with { Trades = 3 }, Run with { LookAhead = Proof.Failed }], [], []);

        Assert.Equal(["Do not trust cross", "Run new.yaml", "Give cross a longer time"], steps.Select(step => step.Title));
    }

    [Fact]
    public void Of_AFileThatWasNotStored_TellsWhy()
    {
        Inventory here = Here([new OwnStrategy("cross.yaml", "cross", null)], [Series(0)]);
        FileImport failed = new()
        {
            Id = 1,
            Name = "bad.csv",
            Exchange = "binance",
            Bytes = 9,
            State = ImportState.Failed,
            AskedMillis = 0,
            Faults = [new FileFault(string.Empty, 1053, "close over high")],
        };

        IReadOnlyList<NextStep> steps = NextStep.Of(
            here, [Run], [],
            [failed, failed with { Name = "good.csv", State = ImportState.Done, Id = 3 }, failed with { Name = "good.csv", Id = 2 }]);

        Assert.Equal(new NextStep("circle-x", "Bring bad.csv again", "Line 1,053: close over high", "data"), Assert.Single(steps));
        FileImport[] many = [.. Enumerable.Range(0, 5).Select(i => failed with { Id = i, Name = $"{i}.csv" })];
        NextStep one = Assert.Single(NextStep.Of(here, [Run], [], many));
        Assert.Equal(("Bring 5 files again", "They were not stored: 0.csv, 1.csv, 2.csv …"), (one.Title, one.Text));
    }

    [Fact]
    public void Of_FilesThatAsk_LeadsToThem()
    {
        Inventory here = Here([new OwnStrategy("cross.yaml", "cross", null)], [Series(0)]);
        FileImport asks = new()
        {
            Id = 1,
            Name = "prices.csv",
            Exchange = "binance",
            Bytes = 9,
            State = ImportState.Asking,
            AskedMillis = 0,
        };

        Assert.Equal(("Say what prices.csv is", "data"), Only([asks]));
        Assert.Equal(("Say what 2 files are", "data"), Only([asks, asks with { Id = 2 }]));

        (string, string) Only(FileImport[] imports)
        {
            NextStep only = Assert.Single(NextStep.Of(here, [Run], [], imports));
            return (only.Title, only.Address);
        }
    }

    [Fact]
    public void Of_ManyThings_NamesFive() => Assert.Equal(NextStep.MostSteps, NextStep.Of(
        Here([.. Enumerable.Range(0, 9).Select(i => new OwnStrategy($"{i}.yaml", $"{i}", "wrong"))], []), [], [], []).Count);

    private static Inventory Here(IReadOnlyList<OwnStrategy> own, IReadOnlyList<ShelvedSeries> series) => new()
    {
        Strategies = own,
        Samples = 10,
        Series = series,
        StateBytes = 1,
        FreeBytes = null,
    };

    private static ShelvedSeries Series(int missing)
    {
        bool isAddress = StoreAddress.TryParse("store:binance/BTC-USDT/1h", out StoreAddress address);
        Guard.That(isAddress);
        return new ShelvedSeries(address, new QualityReport
        {
            Candles = 1000,
            Gaps = missing == 0 ? [] : ImmutableArray.Create(new CandleGap(0, 3_600_000L * (missing + 1), missing)),
        }, null);
    }

    private static Job Ended(long id, string strategy, JobState state) => new()
    {
        Id = id,
        Title = strategy,
        State = state,
        StrategyName = strategy,
        Origin = StoredRuns.Origin(),
        AskedMillis = 0,
        Message = $"{strategy}:1:1: why\nmore",
    };
}
