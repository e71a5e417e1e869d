using System.Collections.Immutable;
using System.Text;
using Neurotrade.Core.Market;
using Neurotrade.Core.Research;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Tests.Research.Sweeps;

/// <summary>Small sweeps over a generated market, and what a backtest says of each of their rows.</summary>
internal static class Sweeps
{
    /// <summary>Two averages that cross, both periods swept, with a stop.</summary>
    public const string TwoAverages = """
        schema: 1
        name: two-averages
        market: { exchange: sim, symbols: [BTC/USDT], timeframe: 1h }
        parameters:
          fast: { value: 3, min: 3, max: 5, step: 1 }
          slow: { value: 9, min: 8, max: 14, step: 3 }
          stop: { value: 2%, min: 1%, max: 5%, step: 1% }
        indicators:
          fast: { type: sma, period: $fast }
          slow: { type: ema, period: $slow }
        rules:
          entry: crosses_above(fast, slow)
          exit: crosses_below(fast, slow)
        orders:
          stop_loss: $stop
        """;

    /// <summary>A random walk of hourly candles.</summary>
    public static CandleSeries Candles(int bars, int seed = 7)
    {
        Random random = new(seed);
        double close = 100;
        List<Candle> candles = [];
        for (int i = 0; i < bars; i++)
        {
            double open = close;
            close = Math.Round(open * (1 + ((random.NextDouble() - 0.5) / 50)), 2);
            double high = Math.Round(Math.Max(open, close) * (1 + (random.NextDouble() / 100)), 2);
            double low = Math.Round(Math.Min(open, close) * (1 - (random.NextDouble() / 100)), 2);
            candles.Add(new Candle(Runs.Start + (i * 3_600_000L), open, high, low, close, random.Next(1, 100)));
        }

        Assert.True(Timeframe.TryParse("1h", out Timeframe hour));
        return CandleSeries.From(Runs.Btc, hour, [.. candles]);
    }

    /// <summary>A sweep of a text over candles; what is not set runs over its own range.</summary>
    public static SweepInput Input(string text, CandleSeries candles, params string[] set)
    {
        StrategyTemplate template = StrategyTemplate.Read(text, "strategy.yaml", StrategyOverrides.None);
        return new SweepInput
        {
            Template = template,
            Plan = SweepPlan.Of(template.Reading.Strategy.Parameters, Set(set)),
            Search = new SweepSearch.Grid(),
            Objective = SweepObjective.Parse("sharpe", 0),
            Symbols = [new SymbolCandles(candles, null)],
            DataFingerprint = "data",
            Version = "test",
        };
    }

    public static ImmutableSortedDictionary<string, string> Set(params string[] set) => set
        .Select(one => one.Split('='))
        .ToImmutableSortedDictionary(one => one[0], one => one[1], StringComparer.Ordinal);

    /// <summary>All rows of a sweep and its table.</summary>
    public static (SweepRow[] Rows, string Table, SweepProgress Outcome) Run(SweepInput input)
    {
        SweepPart part = SweepPart.Begin(new MemoryStream(), input.Identity());
        SweepProgress outcome = Sweep.Run(input, part, null, TestContext.Current.CancellationToken);
        return ([.. part.ReadAll().OrderBy(row => row.Combination)], Table(input, part), outcome);
    }

    public static string Table(SweepInput input, SweepPart part)
    {
        using MemoryStream table = new();
        SweepTable.Write(part, input.Plan, SweepSort.Sorted(part, input.Objective, () => new MemoryStream()), table);
        return Encoding.UTF8.GetString(table.ToArray());
    }

    /// <summary>The figures of one combination as a backtest with <c>--set</c> finds them: the file read anew.</summary>
    public static double[] Backtested(SweepInput input, string text, long combination)
    {
        Strategy strategy = StrategyFile.Load(
            text, "strategy.yaml", StrategyOverrides.None with { Set = input.Plan.SetOf(combination) });
        BacktestResult result = Backtest.RunJournalled<double>(
            input.BacktestOf(strategy), Backtest.SignalsOf(input.BacktestOf(strategy))).Result;
        double[] figures = new double[RunFigures.Count];
        RunFigures.Write(Metrics.Of(result, [.. input.Symbols.Select(one => one.Bars)]), figures);
        return figures;
    }

    /// <summary>Bits, so that missing equals missing and nothing else.</summary>
    public static long[] Bits(double[] figures) => [.. figures.Select(BitConverter.DoubleToInt64Bits)];
}
