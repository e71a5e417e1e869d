using System.Numerics;
using Neurotrade.Core.Kernel;

namespace Neurotrade.Core.Simulation;

/// <summary>
/// A backtest and its journal: the data as a fingerprint, and what happened at the bars that were stepped.
/// </summary>
/// <param name="Result">What the run came to.</param>
/// <param name="StrategyHash">The strategy's identity.</param>
/// <param name="DataFingerprint">SHA-256 over the candles, finer ones included, lower-case hex.</param>
/// <param name="Entries">Every event and its effects, in order.</param>
/// <param name="Final">The kernel at the end.</param>
public sealed record JournalledBacktest<T>(
    BacktestResult Result,
    string StrategyHash,
    string DataFingerprint,
    IReadOnlyList<JournalEntry<T>> Entries,
    KernelSnapshot<T> Final)
    where T : struct, INumber<T>;
