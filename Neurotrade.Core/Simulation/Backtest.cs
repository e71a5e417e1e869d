using System.Collections.Immutable;
using System.Numerics;
using Neurotrade.Core.Features;
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
        Walk(input, signals, new Journal<double>(keeps: false), progress, cancellation);

    /// <summary>The same decisions with decimal ledgers, over signals that are already there.</summary>
    public static BacktestResult RunInDecimal(
        BacktestInput input,
        ImmutableArray<SymbolSignals> signals,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default) =>
        Walk(input, signals, new Journal<decimal>(keeps: false), progress, cancellation);

    /// <summary>Runs on either number type and keeps what happened in a journal.</summary>
    public static BacktestResult Walk<T>(
        BacktestInput input,
        ImmutableArray<SymbolSignals> signals,
        Journal<T> journal,
        IProgress<double>? progress,
        CancellationToken cancellation)
        where T : struct, INumber<T>
    {
        Guard.That(input.Symbols.Length == input.Strategy.Market.Symbols.Length);
        Guard.That(signals.Length == input.Symbols.Length);
        return new BacktestWalk<T>(input, signals, journal).Run(input.Dense, progress, cancellation);
    }

    /// <summary>The range column that <c>n atr</c> means; empty where the strategy gives nothing in it.</summary>
    public static ReadOnlyMemory<double> AtrOf(Strategy strategy, FeatureFrame frame) =>
        strategy.AtrInstance is { } instance ? frame.Column(instance, 0).ToArray() : default(ReadOnlyMemory<double>);
}
