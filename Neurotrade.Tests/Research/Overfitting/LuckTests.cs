using System.Globalization;
using Neurotrade.Core.Market;
using Neurotrade.Core.Research;
using Neurotrade.Core.Research.Overfitting;
using Neurotrade.Core.Research.Sweeps;

namespace Neurotrade.Tests.Research.Overfitting;

/// <summary>
/// What a thousand tries find where there is nothing, and where there is something (issue 4, what it must show, 4).
/// NEUROTRADE_LONG=1 runs longer markets and three kinds of strategies.
/// </summary>
public sealed class LuckTests
{
    private const int Walks = 100;
    private const int AtMostSignificant = 5;

    private const string Averages = """
        parameters:
          fast: { value: 2, min: 2, max: 41, step: 1 }
          slow: { value: 45, min: 45, max: 165, step: 5 }
        indicators:
          fast: { type: sma, period: $fast }
          slow: { type: sma, period: $slow }
        rules: { entry: fast > slow, exit: fast < slow }
        """;

    private const string Oscillator = """
        parameters:
          period: { value: 2, min: 2, max: 11, step: 1 }
          low: { value: 10, min: 10, max: 55, step: 5 }
          high: { value: 40, min: 40, max: 85, step: 5 }
        indicators:
          rsi: { type: rsi, period: $period }
        rules: { entry: rsi < $low, exit: rsi > $high }
        """;

    private const string Breakout = """
        parameters:
          breakout: { value: 5, min: 5, max: 54, step: 1 }
          stop: { value: 2%, min: 1%, max: 20%, step: 1% }
        indicators:
          channel: { type: donchian, period: $breakout }
        rules: { entry: "close > channel.upper[1]", exit: "close < channel.lower[1]" }
        orders: { trailing_stop: $stop }
        """;

    private const string Hours = """
        parameters:
          day: { value: 1, min: 1, max: 5, step: 1 }
          hour: { value: 0, min: 0, max: 19, step: 1 }
          hold: { value: 1 bars, min: 1 bars, max: 10 bars, step: 1 bars }
        rules: { entry: weekday() == $day and hour() == $hour }
        orders: { max_holding: $hold }
        """;

    private static bool IsLong => Environment.GetEnvironmentVariable("NEUROTRADE_LONG") == "1";

    // Fees of 0, so that nothing but chance decides; the walk's mean return is 0 too.
    [Fact]
    public void DeflatedSharpe_OfTheBestOfAThousandOnARandomWalk_IsSeldomSignificant()
    {
        DeflatedSharpe[] found = [.. Enumerable.Range(1, Walks).Select(seed => Best(Input(Averages, Walk(Timeframe.Day, 500, seed))).Deflated)];

        Tell(found, "averages, 500 days");
        Assert.All(found, best => Assert.Equal(1000, best.Trials.Count));
        Assert.InRange(found.Count(best => best.IsSignificant), 0, AtMostSignificant);

        // Without the deflation chance would be believed: the tries are not all of one kind.
        Assert.True(found.Count(best => best.Probabilistic >= SharpeSample.Confidence) > 4 * AtMostSignificant);
    }

    // One hour of the week, that after Wednesday 13:00, rises by one deviation; all other hours are chance.
    [Fact]
    public void DeflatedSharpe_OfAPlantedEdge_IsSignificant()
    {
        List<DeflatedSharpe> found = [];
        for (int seed = 1; seed <= 10; seed++)
        {
            SweepInput input = Input(Hours, Walk(Timeframe.Hour, 600 * 24, seed, edge: 1));
            (DeflatedSharpe best, long combination) = Best(input);
            found.Add(best);

            // What it found is held in that hour: from the one after its signal, for as many as it holds.
            int[] at = new int[3];
            input.Plan.Positions(combination, at);
            Assert.Equal("3", input.Plan.Axes[0].Text(at[0]));
            Assert.InRange(14, input.Plan.Axes[1].Values[at[1]] + 1, input.Plan.Axes[1].Values[at[1]] + input.Plan.Axes[2].Values[at[2]]);
        }

        Tell(found, "an hour of the week, 600 days");
        Assert.All(found, best => Assert.True(best.IsSignificant, $"{best.Deflated}"));
    }

    [Fact]
    public void DeflatedSharpe_OfLongWalksAndOtherStrategies_IsSeldomSignificant()
    {
        Assert.SkipUnless(IsLong, "Long tier: 300 sweeps of a thousand combinations over 2,000 days");
        foreach ((string name, string rules) in new[] { ("averages", Averages), ("oscillator", Oscillator), ("breakout", Breakout) })
        {
            DeflatedSharpe[] found = [.. Enumerable.Range(1, Walks).Select(seed => Best(Input(rules, Walk(Timeframe.Day, 2000, seed))).Deflated)];

            Tell(found, $"{name}, 2000 days");
            Assert.All(found, best => Assert.Equal(1000, best.Trials.Count));
            Assert.InRange(found.Count(best => best.IsSignificant), 0, AtMostSignificant);
        }
    }

    private static SweepInput Input(string rules, CandleSeries candles) => Sweeps.Sweeps.Input(
        $$"""
        schema: 1
        name: luck
        market: { exchange: sim, symbols: [BTC/USDT], timeframe: {{candles.Timeframe}} }
        costs: { fee: 0% }

        """ + rules, candles);

    private static (DeflatedSharpe Deflated, long Combination) Best(SweepInput input)
    {
        (SweepRow[] rows, _, SweepProgress outcome) = Sweeps.Sweeps.Run(input);
        TrialSummary trials = TrialSummary.Of(rows.Select(row => row.Figures[RunFigures.Sharpe]));
        long best = outcome.Best!.Combination;
        return (CombinationReturns.Deflated(input, best, trials, TestContext.Current.CancellationToken)!, best);
    }

    // Candles of a Brownian motion, so that levels inside a bar are no gift either: given open and close, its highest and
    // lowest follow from the maximum of a Brownian bridge (a candle without wicks would let a stop know the close). Mean 0;
    // the hour after Wednesday 13:00 has the planted one.
    private static CandleSeries Walk(Timeframe timeframe, int bars, int seed, double edge = 0)
    {
        const double deviation = 0.01;
        Draws draws = new(seed, "walk", 0);
        List<Candle> candles = [];
        double close = 1000;
        for (int i = 0; i < bars; i++)
        {
            long millis = Runs.Start + (i * timeframe.Millis);
            DateTimeOffset time = new Instant(millis).ToDateTimeOffset();
            double drift = time is { DayOfWeek: DayOfWeek.Wednesday, Hour: 14 } ? edge : 0;
            double open = close;
            close = Math.Round(open * (1 + (deviation * (drift + NormalDistribution.Quantile(Share(draws))))), 4);
            double high = Math.Round((open + close + Reach(open, close, deviation * open, Share(draws))) / 2, 4);
            double low = Math.Round((open + close - Reach(open, close, deviation * open, Share(draws))) / 2, 4);
            candles.Add(new Candle(millis, open, high, low, close, 1));
        }

        return CandleSeries.From(Runs.Btc, timeframe, candles);
    }

    private static double Share(Draws draws) => (draws.Below(1 << 30) + 0.5) / (1 << 30);

    private static double Reach(double open, double close, double deviation, double share) =>
        Math.Sqrt(((close - open) * (close - open)) - (2 * deviation * deviation * Math.Log(share)));

    private static void Tell(IReadOnlyList<DeflatedSharpe> found, string what) => TestContext.Current.TestOutputHelper?.WriteLine(
        string.Create(CultureInfo.InvariantCulture,
            $"{what}: {found.Count} markets; deflated significant {found.Count(best => best.IsSignificant)}, "
            + $"probabilistic significant {found.Count(best => best.Probabilistic >= SharpeSample.Confidence)}, "
            + $"highest deflated {found.Max(best => best.Deflated):0.000}, lowest {found.Min(best => best.Deflated):0.000}"));
}
