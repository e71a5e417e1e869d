using System.Collections.Immutable;
using System.Security.Cryptography;
using Neurotrade.Core.Features;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Core.Research;

/// <summary>
/// Proves for one run that nothing in it looks ahead (contracts 4.9): every feature and rule is computed again candle
/// by candle, as live trading would, and must equal its column at every bar; and the future is cut off at seeded bars,
/// which must change nothing before them, down to fills and equity.
/// </summary>
public static class LookAheadProof
{
    private const int CutCount = 16;

    /// <summary>Makes the certificate of a run.</summary>
    /// <param name="input">What was run.</param>
    /// <param name="result">What it came to.</param>
    /// <param name="seed">Chooses the cuts.</param>
    /// <param name="progress">0 to 1.</param>
    /// <param name="cancellation">Ends the proof.</param>
    public static LookAheadCertificate Of(
        BacktestInput input,
        BacktestResult result,
        long seed,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default)
    {
        ImmutableArray<SeenColumns> whole = SeenColumns.Of(input, input.To?.UnixMillis ?? long.MaxValue);
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        int bars = 0;
        foreach (SeenColumns symbol in whole)
        {
            if (RollingComparison.FirstDifference(input.Strategy, symbol, hash, cancellation) is { } differs)
            {
                return differs;
            }

            bars += symbol.Frame.Candles.Count;
            progress?.Report(0.3 * bars / whole.Sum(one => one.Frame.Candles.Count));
        }

        int[] cuts = Cuts(result.Times.Length, seed);
        LookAheadCertificate.Failed?[] found = new LookAheadCertificate.Failed?[cuts.Length];
        int done = 0;
        Parallel.For(0, cuts.Length, new ParallelOptions { CancellationToken = cancellation }, i =>
        {
            found[i] = FutureCut.FirstDifference(input, whole, result, cuts[i], cancellation);
            progress?.Report(0.3 + 0.7 * Interlocked.Increment(ref done) / cuts.Length);
        });
        return found.FirstOrDefault(one => one is not null) as LookAheadCertificate
            ?? new LookAheadCertificate.Proved(bars, cuts.Length, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>
    /// Where the future is cut off: indices of the first time that is not there any more; distinct, rising, fewer where
    /// there are fewer times.
    /// </summary>
    public static int[] Cuts(int times, long seed)
    {
        Random random = new(unchecked((int)(seed ^ (seed >> 32))));
        SortedSet<int> cuts = [];
        int wanted = Math.Min(CutCount, Math.Max(0, times - 1));
        while (cuts.Count < wanted)
        {
            cuts.Add(random.Next(1, times));
        }

        return [.. cuts];
    }
}

/// <summary>A symbol's features and rules as columns, over the candles that open before a time.</summary>
internal sealed record SeenColumns(FeatureFrame Frame, SymbolSignals Signals)
{
    /// <summary>The columns of every symbol of a run.</summary>
    public static ImmutableArray<SeenColumns> Of(BacktestInput input, long endMillis) =>
        [.. input.Symbols.Select(symbol => Of(input.Strategy, Before(symbol.Bars, endMillis)))];

    /// <summary>The candles that open before a time.</summary>
    public static CandleSeries Before(CandleSeries series, long endMillis) =>
        series.Slice(0, series.IndexAtOrAfter(endMillis));

    private static SeenColumns Of(Strategy strategy, CandleSeries bars)
    {
        FeatureFrame frame = FeatureFrame.Compute(bars, strategy.Indicators);
        return new SeenColumns(frame, SymbolSignals.Of(strategy, frame));
    }
}
