using System.Collections.Immutable;
using Neurotrade.Core.Market;
using Neurotrade.Core.Research;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Benchmarks.Suite;

/// <summary>Sweeps of 1,000 combinations over 100,000 bars, all figures of each, reading of the file included.</summary>
internal static class SweepFigures
{
    private const int BarCount = 100_000;
    private const string Unit = "combination-bars/s";

    private const string Averages = """
        schema: 1
        name: benchmark
        market: { exchange: binance, symbols: [BTC/USDT], timeframe: 1m }
        parameters: { fast: { value: 5, min: 5, max: 29, step: 1 }, slow: { value: 30, min: 30, max: 69, step: 1 } }
        indicators: { fast: { type: sma, period: $fast }, slow: { type: sma, period: $slow } }
        rules: { entry: "crosses_above(fast, slow)", exit: "crosses_below(fast, slow)" }
        """;

    private const string Stops = """
        schema: 1
        name: benchmark
        market: { exchange: binance, symbols: [BTC/USDT], timeframe: 1m }
        parameters:
          period: { value: 14, min: 10, max: 19, step: 1 }
          stop: { value: 2%, min: 1%, max: 5.5%, step: 0.5% }
          take: { value: 4%, min: 1%, max: 10%, step: 1% }
        indicators: { rsi: { type: rsi, period: $period } }
        rules: { entry: rsi < 30, exit: rsi > 70 }
        orders: { stop_loss: $stop, take_profit: $take }
        """;

    public static IEnumerable<Figure> All() =>
    [
        Figure.Rate("sweep.sma_cross.1000x100k", Unit, () => Work(Averages)),
        Figure.Rate("sweep.rsi_stop_target.1000x100k", Unit, () => Work(Stops)),
        Figure.Rate("sweep.sma_cross.1000x100k.trades_and_equity", Unit, () => LightWork(Averages)),
        Figure.Level("sweep.sma_cross.1000x100k.peak_memory", "MB beside the data", PeakMemory),
    ];

    /// <summary>The sweeps by name.</summary>
    public static IEnumerable<(string Name, SweepInput Input)> Inputs() =>
        [("sma cross", InputOf(Averages)), ("rsi, stop and target", InputOf(Stops))];

    /// <summary>The sweep of crossing averages over so many bars.</summary>
    internal static SweepInput AveragesOver(int bars) => InputOf(Averages) with
    {
        Symbols = [new SymbolCandles(Bars.Make(bars), null)],
    };

    /// <summary>Runs a sweep; its rows.</summary>
    internal static SweepPart RowsOf(SweepInput input) => Run(input);

    private static (Action Work, int Amount) Work(string text)
    {
        SweepInput input = InputOf(text);
        Check(input, Run(input));
        return (() => Run(input), (int)input.Plan.Count * BarCount);
    }

    private static (Action Work, int Amount) LightWork(string text)
    {
        SweepInput input = InputOf(text);
        LightSweep sweep = new(input);
        sweep.Run();
        sweep.Check(Run(input));
        return (sweep.Run, (int)input.Plan.Count * BarCount);
    }

    private static SweepInput InputOf(string text)
    {
        StrategyTemplate template = StrategyTemplate.Read(text, "benchmark", StrategyOverrides.None);
        SweepPlan plan = SweepPlan.Of(
            template.Reading.Strategy.Parameters, ImmutableSortedDictionary<string, string>.Empty);
        Guard.That(plan.Count == 1000);
        return new SweepInput
        {
            Template = template,
            Plan = plan,
            Search = new SweepSearch.Grid(),
            Objective = SweepObjective.Parse("sharpe", 0),
            Symbols = [new SymbolCandles(Bars.Make(BarCount), null)],
            DataFingerprint = "benchmark",
            Version = "benchmark",
        };
    }

    private static double PeakMemory()
    {
        SweepInput input = InputOf(Averages);
        SweepMemory memory = new();
        Run(input, memory);
        return memory.Megabytes;
    }

    private static SweepPart Run(SweepInput input, IProgress<SweepProgress>? progress = null)
    {
        SweepPart part = SweepPart.Begin(new MemoryStream(), input.Identity());
        Sweep.Run(input, part, progress, CancellationToken.None);
        return part;
    }

    // Rows here and there against the kernel's backtest of their values.
    private static void Check(SweepInput input, SweepPart part)
    {
        for (int i = 0; i < part.Count; i += 97)
        {
            SweepRow row = part.Read(i);
            BacktestInput backtest = input.BacktestOf(input.Template.Bind(input.Plan.SetOf(row.Combination)));
            BacktestResult result = Backtest.RunInKernel(backtest, Backtest.SignalsOf(backtest));
            double[] figures = new double[RunFigures.Count];
            RunFigures.Write(Metrics.Of(result, [backtest.Symbols[0].Bars]), figures);
            Guard.That(figures.AsSpan().SequenceEqual(row.Figures));
        }
    }
}
