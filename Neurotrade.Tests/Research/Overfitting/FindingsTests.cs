using System.Collections.Immutable;
using Neurotrade.Core.Market;
using Neurotrade.Core.Research;
using Neurotrade.Core.Research.Overfitting;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Tests.Research.Overfitting;

public sealed class FindingsTests
{
    private static readonly Lazy<Examination> Examined = new(() => Examine(-1));

    // One run on a random walk: every question gets an answer, the same with any number of threads.
    [Fact]
    public void Examination_AnyThreads_FindsTheSame()
    {
        Examination one = Examine(1);

        Assert.Equal(Findings.Of(Examined.Value), Findings.Of(one));
        Assert.Equal(Examined.Value.Candles, one.Candles);
        Assert.Equal(Examined.Value.Entries, one.Entries);
        Assert.Equal(Examined.Value.Overfitting!.Logits, one.Overfitting!.Logits);
        Assert.Equal(Examined.Value.Plateau, one.Plateau);
    }

    // What is held against the run is what a sweep and a backtest say.
    [Fact]
    public void Examination_OfARun_HoldsItAgainstItsSweep()
    {
        Examination found = Examined.Value;
        SweepInput sweep = found.Input.Sweep!;
        (SweepRow[] rows, _, _) = Sweeps.Sweeps.Run(sweep);
        double sharpe = rows.Single(row => row.Combination == found.Input.Point).Figures[RunFigures.Sharpe];

        Assert.Equal(45, found.Trials!.Value.Count);
        Assert.Equal(sharpe, found.Plateau!.Score);
        Assert.Equal(Plateau.Of(sweep.Plan, found.Input.Point, one => rows[one].Figures[RunFigures.Sharpe]), found.Plateau);
        Assert.Equal(sharpe, Metrics.Annual(found.Deflated!.Sample.Sharpe)!.Value, 9);
        Assert.True(found.DoubledFees.TotalReturn < found.Analysis.Metrics.TotalReturn);
        Assert.Equal(0, found.Fills.BetterThanBar);
    }

    // Where only some combinations are tried, the run and its neighbours are among them all the same.
    [Fact]
    public void Examination_OfFewTrials_StillKnowsTheNeighbours()
    {
        ExaminationInput input = Input(-1);
        SweepInput few = input.Sweep! with { Search = new SweepSearch.Random(3, 1) };

        Examination found = Examination.Of(input with { Sweep = few, Markets = 1 }, null, TestContext.Current.CancellationToken);

        Assert.Equal(3, found.Trials!.Value.Count);
        Assert.Equal(Examined.Value.Plateau, found.Plateau);
    }

    [Fact]
    public void Examination_OfAStrategyWithoutParameters_JudgesTheRest()
    {
        Examination found = Examination.Of(Input(-1) with { Sweep = null }, null, TestContext.Current.CancellationToken);

        string[] open = [.. Findings.Of(found).Where(one => one.Verdict == FindingVerdict.NotJudged).Select(one => one.Code)];
        Assert.Equal(["tried_many", "spike", "overfitted"], open.Intersect(["tried_many", "spike", "overfitted"]));
        Assert.DoesNotContain("random_entries", open);
        Assert.DoesNotContain("lucky_order", open);
    }

    [Fact]
    public void Examination_Cancelled_Ends()
    {
        using CancellationTokenSource cancel = new();
        Assert.ThrowsAny<OperationCanceledException>(() => Examination.Of(Input(-1), new CancelAt(0.5, cancel), cancel.Token));
    }

    [Fact]
    public void Progress_Told_RisesToTheEnd()
    {
        Collected told = new();

        Examination.Of(Input(1), told, TestContext.Current.CancellationToken);

        Assert.Equal(told.Values.Order(), told.Values);
        Assert.Equal(1, told.Values[^1]);
    }

    // Each question on both sides of its threshold.
    [Theory]
    [InlineData("few_trades", false)]
    [InlineData("few_trades", true)]
    [InlineData("tried_many", false)]
    [InlineData("tried_many", true)]
    [InlineData("spike", false)]
    [InlineData("spike", true)]
    [InlineData("overfitted", false)]
    [InlineData("overfitted", true)]
    [InlineData("costs", false)]
    [InlineData("costs", true)]
    [InlineData("one_regime", false)]
    [InlineData("one_regime", true)]
    [InlineData("random_entries", false)]
    [InlineData("random_entries", true)]
    [InlineData("other_candles", false)]
    [InlineData("other_candles", true)]
    [InlineData("lucky_order", false)]
    [InlineData("lucky_order", true)]
    [InlineData("impossible_prices", false)]
    [InlineData("impossible_prices", true)]
    [InlineData("no_volume", false)]
    [InlineData("no_volume", true)]
    [InlineData("one_trade", false)]
    [InlineData("one_trade", true)]
    [InlineData("many_parameters", false)]
    [InlineData("many_parameters", true)]
    public void Finding_OnEitherSideOfItsThreshold_IsSuspiciousOrFine(string code, bool isSuspicious)
    {
        Finding found = Findings.Of(Made(code, isSuspicious)).Single(finding => finding.Code == code);

        Assert.Equal(isSuspicious ? FindingVerdict.Suspicious : FindingVerdict.Fine, found.Verdict);
        Assert.NotNull(found.Number);
        Assert.EndsWith(".", found.What, StringComparison.Ordinal);
        Assert.EndsWith(".", found.Why, StringComparison.Ordinal);
    }

    // A run that gained 20% in 40 trades of equal size, changed in what the question is about.
    private static Examination Made(string code, bool bad)
    {
        BacktestResult result = Runs.Of(Timeframe.Day, 1000, 1100, 1200) with { Trades = Trades(code, bad) };
        Examination made = Examined.Value with
        {
            Result = result,
            Analysis = Analysis.Of(result, [Runs.Flat(Runs.Btc, Timeframe.Day, 100, 110)]),
        };
        TradeResampling shuffled = made.Shuffled! with { Actual = new TradePath(0.2, 0.1) };
        return code switch
        {
            "tried_many" => made with
            {
                Deflated = new DeflatedSharpe(new SharpeSample(bad ? 0.1 : 0.5, 300, 0, 3), new TrialSummary(100, 0.002)),
            },
            "spike" => made with { Plateau = new Plateau(2, 8, bad ? 0.9 : 1.1, 0) },
            "overfitted" => made with { Overfitting = made.Overfitting! with { Probability = bad ? 0.51 : 0.5 } },
            "costs" => made with { DoubledFees = Analysis.Of(Runs.Of(Timeframe.Day, 1000, bad ? 1099 : 1101), []).Metrics },
            "one_regime" => made with
            {
                Regimes = [new(Regime.Bull, 40, bad ? 100 : 50), new(Regime.Bear, 30, bad ? -20 : 40), new(Regime.Side, 5, 1)],
            },
            "random_entries" => made with { Entries = made.Entries! with { PValue = bad ? 0.06 : 0.05 } },
            "other_candles" => made with { Candles = made.Candles! with { Profitable = bad ? 0.49 : 0.5 } },
            "lucky_order" => made with
            {
                Shuffled = shuffled with { MaxDrawdown = shuffled.MaxDrawdown with { P95 = bad ? 0.16 : 0.14 } },
            },
            "impossible_prices" => made with { Fills = new FillPlausibility(100, bad ? 1 : 0, 0) },
            "no_volume" => made with { Fills = new FillPlausibility(100, 0, bad ? 2 : 1) },
            _ => made,
        };
    }

    private static ImmutableArray<BacktestTrade> Trades(string code, bool bad) => code switch
    {
        "few_trades" => Runs.Trades([.. Enumerable.Repeat(5.0, bad ? 29 : 30)]),
        "many_parameters" => Runs.Trades([.. Enumerable.Repeat(5.0, bad ? 29 : 30)]),
        "one_trade" => Runs.Trades([.. Enumerable.Repeat(1.0, 75), bad ? 26 : 25]),
        _ => Runs.Trades([.. Enumerable.Repeat(5.0, 40)]),
    };

    private static ExaminationInput Input(int threads)
    {
        string text = Sweeps.Sweeps.TwoAverages.Replace("value: 9,", "value: 11,", StringComparison.Ordinal);
        SweepInput sweep = Sweeps.Sweeps.Input(text, Sweeps.Sweeps.Candles(2000));
        Strategy own = sweep.Template.Reading.Strategy;
        int[] place = [.. own.Parameters.Zip(sweep.Plan.Axes, (parameter, axis) => axis.Values.IndexOf(parameter.Value))];
        return new ExaminationInput
        {
            Run = sweep.BacktestOf(own),
            Sweep = sweep,
            Point = sweep.Plan.CombinationAt(place),
            Runs = 100,
            Markets = 20,
            Seed = 1,
            Threads = threads,
        };
    }

    private static Examination Examine(int threads) => Examination.Of(Input(threads), null, TestContext.Current.CancellationToken);

    private sealed class CancelAt(double share, CancellationTokenSource cancel) : IProgress<double>
    {
        public void Report(double value)
        {
            if (value >= share)
            {
                cancel.Cancel();
            }
        }
    }

    private sealed class Collected : IProgress<double>
    {
        public List<double> Values { get; } = [];

        public void Report(double value) => Values.Add(value);
    }
}
