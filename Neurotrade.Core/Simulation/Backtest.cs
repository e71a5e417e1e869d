using System.Collections.Immutable;
using System.Numerics;
using Neurotrade.Core.Features;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Kernel;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Core.Simulation;

/// <summary>A strategy over history, with the conventions of contracts 4.</summary>
public static class Backtest
{
    /// <summary>Runs on doubles over signals that are already there.</summary>
    public static BacktestResult Run(
        BacktestInput input,
        ImmutableArray<SymbolSignals> signals,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default) =>
        WalkOf(input, signals, new Journal<double>(keeps: false)).Run(input.Dense, progress, cancellation);

    /// <summary>The same decisions with decimal ledgers, over signals that are already there.</summary>
    public static BacktestResult RunInDecimal(
        BacktestInput input,
        ImmutableArray<SymbolSignals> signals,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default) =>
        WalkOf(input, signals, new Journal<decimal>(keeps: false)).Run(input.Dense, progress, cancellation);

    /// <summary>Runs on either number type and keeps everything that happened.</summary>
    public static JournalledBacktest<T> RunJournalled<T>(
        BacktestInput input, ImmutableArray<SymbolSignals> signals, CancellationToken cancellation = default)
        where T : struct, INumber<T>
    {
        Journal<T> journal = new(keeps: true);
        BacktestWalk<T> walk = WalkOf(input, signals, journal);
        BacktestResult result = walk.Run(input.Dense, null, cancellation);
        string fingerprint = CandleFingerprint.Of(input.Symbols.SelectMany(one =>
            one.Detail is null ? [one.Bars] : new[] { one.Bars, one.Detail }));
        return new JournalledBacktest<T>(
            result, input.Strategy.Hash, fingerprint, journal.Entries, walk.Kernel.Snapshot());
    }

    /// <summary>The range column that <c>n atr</c> means; empty where the strategy gives nothing in it.</summary>
    public static ReadOnlyMemory<double> AtrOf(Strategy strategy, FeatureFrame frame) =>
        strategy.AtrInstance is { } instance ? frame.Column(instance, 0).ToArray() : default(ReadOnlyMemory<double>);

    private static BacktestWalk<T> WalkOf<T>(
        BacktestInput input, ImmutableArray<SymbolSignals> signals, Journal<T> journal)
        where T : struct, INumber<T>
    {
        Guard.That(input.Symbols.Length == input.Strategy.Market.Symbols.Length);
        Guard.That(signals.Length == input.Symbols.Length);
        return new BacktestWalk<T>(input, signals, journal);
    }
}
