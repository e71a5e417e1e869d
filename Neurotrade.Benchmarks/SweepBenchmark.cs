using System.Collections.Immutable;
using System.Globalization;
using Neurotrade.Core.Features;
using Neurotrade.Core.Research;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;
using Neurotrade.Core.Strategies.Evaluation;

namespace Neurotrade.Benchmarks;

/// <summary>What one combination of a sweep costs on one core, part by part, in microseconds over 100,000 bars.</summary>
internal static class SweepBenchmark
{
    private const int Repetitions = 1001;

    /// <summary>Prints a row a sweep; a filter chooses by name.</summary>
    public static void Run(string? filter)
    {
        Console.WriteLine("µs a combination, median of 1001 (least) | binding | signals | walk and figures | trades");
        foreach ((string name, SweepInput input) in Suite.SweepFigures.Inputs())
        {
            if (filter is null || name.Contains(filter, StringComparison.Ordinal))
            {
                Measure(name, input);
            }
        }
    }

    private static void Measure(string name, SweepInput input)
    {
        ImmutableSortedDictionary<string, string> set = input.Plan.SetOf(input.Plan.Count / 2);
        Strategy strategy = input.Template.Bind(set);
        BacktestInput backtest = input.BacktestOf(strategy);
        SharedColumns columns = new(input.Symbols[0].Bars);
        columns.Hold(
            [.. strategy.Indicators.Select(one => IndicatorKey.Of(one, strategy.Market.Timeframe))], new ParallelOptions());
        SymbolSignals signals = SymbolSignals.Of(strategy, columns.FrameOf(strategy.Indicators));
        FigureRoom room = new(SweepData.Of(backtest), backtest.Symbols[0].Bars.Count);
        double[] row = new double[RunFigures.Count];
        BitRoom bits = new(backtest.Symbols[0].Bars.Count);
        Timing[] timings = Timing.Of(
            Repetitions,
            () => input.Template.TryBind(set),
            () => Signals(new RuleColumns(strategy, columns.FrameOf(strategy.Indicators), bits), bits),
            () => Walk(backtest, signals, room, row));
        string figures = string.Join(" | ", timings.Select(timing =>
            string.Create(CultureInfo.InvariantCulture, $"{timing.Median / 1000:F1} ({timing.Min / 1000:F1})")));
        Console.WriteLine($"{name} | {figures} | {row[RunFigures.Trades].ToString(CultureInfo.InvariantCulture)}");
    }

    private static void Signals(RuleColumns rules, BitRoom bits)
    {
        RuleSignals signals = RuleEvaluator.EvaluateTogether([rules])[0];
        bits.Return(signals.Entry);
        bits.Return(signals.ExitWhenFlat);
    }

    private static void Walk(BacktestInput backtest, SymbolSignals signals, FigureRoom room, double[] row)
    {
        FigureLedger ledger = new(room, backtest.Strategy.Capital, backtest.Strategy.Market.Timeframe.Millis);
        new FusedWalk<FigureLedger>(backtest, signals, room.Enters, ledger, room.Data.Ranges)
            .Run(null, CancellationToken.None).Write(row);
    }
}
