using System.Collections.Immutable;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Adapters.Binance.Download;

/// <summary>What a stored series lacks of a span: so that a download which was cut off anywhere goes on where it ended.</summary>
internal static class MissingSpans
{
    /// <summary>The open times that are not stored, as spans [from, to), in order.</summary>
    /// <param name="stored">Stored open times, rising.</param>
    /// <param name="timeframe">The length of a candle.</param>
    /// <param name="fromMillis">First open time wanted; aligned.</param>
    /// <param name="toMillis">Open times before this are wanted.</param>
    public static ImmutableArray<(long From, long To)> Of(
        ReadOnlySpan<long> stored, Timeframe timeframe, long fromMillis, long toMillis)
    {
        ImmutableArray<(long, long)>.Builder missing = ImmutableArray.CreateBuilder<(long, long)>();
        long next = fromMillis;
        foreach (long time in stored)
        {
            if (time < next)
            {
                continue;
            }

            if (time >= toMillis)
            {
                break;
            }

            if (time > next)
            {
                missing.Add((next, time));
            }

            next = time + timeframe.Millis;
        }

        if (next < toMillis)
        {
            missing.Add((next, toMillis));
        }

        return missing.ToImmutable();
    }
}
