using System.Collections.Immutable;
using System.Numerics;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Kernel;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Simulation;

/// <summary>A strategy over history, with the conventions of contracts 4.</summary>
public static class Backtest
{
    /// <summary>Computes features and rules, then runs on doubles.</summary>
    public static BacktestResult Run(
        BacktestInput input, IProgress<double>? progress, CancellationToken cancellation) =>
        Run(input, SignalsOf(input), progress, cancellation);

    /// <summary>The same decisions with decimal ledgers; prices as exchanges quote them convert exactly.</summary>
    public static BacktestResult RunInDecimal(
        BacktestInput input, IProgress<double>? progress, CancellationToken cancellation) =>
        RunInDecimal(input, SignalsOf(input), progress, cancellation);

    /// <summary>Runs on doubles over signals that are already there.</summary>
    public static BacktestResult Run(
        BacktestInput input,
        ImmutableArray<SymbolSignals> signals,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default) =>
        FusedRuns.Covers(input)
            ? ResultLedger.Run(input, signals[0], progress, cancellation)
            : RunInKernel(input, signals, progress, cancellation);

    /// <summary>The same through the kernel, which covers every run.</summary>
    public static BacktestResult RunInKernel(
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

    /// <summary>The rules of every symbol as columns, over all of its candles up to the end of the range.</summary>
    public static ImmutableArray<SymbolSignals> SignalsOf(BacktestInput input) =>
        [.. input.Symbols.Select(symbol => SymbolSignals.Of(input.Strategy, UpTo(symbol.Bars, input.To)))];

    private static CandleSeries UpTo(CandleSeries bars, Instant? to) =>
        to is null ? bars : bars.Slice(0, bars.IndexAtOrAfter(to.Value.UnixMillis));

    private static BacktestWalk<T> WalkOf<T>(
        BacktestInput input, ImmutableArray<SymbolSignals> signals, Journal<T> journal)
        where T : struct, INumber<T>
    {
        Guard.That(input.Symbols.Length == input.Strategy.Market.Symbols.Length);
        Guard.That(signals.Length == input.Symbols.Length);
        return new BacktestWalk<T>(input, signals, journal);
    }
}
