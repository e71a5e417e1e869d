using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Neurotrade.Core.Features;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Core.Research;

/// <summary>Holds every feature and rule, computed candle by candle, against its column, at every bar.</summary>
internal static class RollingComparison
{
    private const int CancelEveryBars = 4096;

    // An exit that asks about the position is asked for one that is so many bars old.
    private const int ProbeAgeBars = 3;

    /// <summary>The first bar at which both differ, or null; what was compared goes into the hash.</summary>
    public static LookAheadCertificate.Failed? FirstDifference(
        Strategy strategy, SeenColumns columns, IncrementalHash hash, CancellationToken cancellation)
    {
        CandleSeries candles = columns.Frame.Candles;
        FeatureStream stream = new(candles.Timeframe, strategy.Indicators);
        RollingRules rolling = new(strategy);
        HashBuffer buffer = new(hash);
        int[] order = Order(strategy);
        for (int bar = 0; bar < candles.Count; bar++)
        {
            if (bar % CancelEveryBars == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            Candle candle = candles[bar];
            ReadOnlySpan<double> row = stream.Update(in candle);
            rolling.Update(in candle, row);
            if (DifferingFeature(columns.Frame, stream, row, order, bar, buffer) is { } feature)
            {
                return new LookAheadCertificate.Failed(new Instant(candle.OpenMillis), feature);
            }

            if (DifferingRule(columns.Signals.Rules, rolling, candles, bar, buffer) is { } rule)
            {
                return new LookAheadCertificate.Failed(new Instant(candle.OpenMillis), rule);
            }
        }

        buffer.Flush();
        return null;
    }

    // As the canonical form has them: the same strategy with its indicators in another order has the same hash.
    private static int[] Order(Strategy strategy) =>
        [.. Enumerable.Range(0, strategy.Indicators.Length).OrderBy(i => strategy.Indicators[i].Name, StringComparer.Ordinal)];

    private static string? DifferingFeature(
        FeatureFrame frame, FeatureStream stream, ReadOnlySpan<double> row, int[] order, int bar, HashBuffer buffer)
    {
        ImmutableArray<IndicatorInstance> instances = frame.Instances;
        foreach (int i in order)
        {
            for (int output = 0; output < instances[i].Definition.Outputs.Length; output++)
            {
                double column = frame.Column(i, output)[bar];
                double rolling = row[stream.Position(i, output)];
                if (!SameBits.Of(column, rolling))
                {
                    string name = $"{instances[i].Name}.{instances[i].Definition.Outputs[output]}";
                    return $"{name} is {Shown(column)} as a column and {Shown(rolling)} candle by candle";
                }

                buffer.Add(SameBits.Canonical(column));
            }
        }

        return null;
    }

    private static string? DifferingRule(
        RuleSignals columns, RollingRules rolling, CandleSeries candles, int bar, HashBuffer buffer)
    {
        bool entry = columns.Entry[bar];
        bool exit = columns.ExitWhenFlat[bar];
        if (entry != rolling.EntryIsTrue)
        {
            return $"the entry rule is {Shown(entry)} as a column and {Shown(!entry)} candle by candle";
        }

        if (exit != rolling.ExitIsTrueWhenFlat)
        {
            return $"the exit rule is {Shown(exit)} as a column and {Shown(!exit)} candle by candle";
        }

        bool held = false;
        if (columns.ExitUsesPosition)
        {
            int entryBar = Math.Max(0, bar - ProbeAgeBars);
            PositionFacts facts = new(candles.Opens[entryBar], entryBar);
            held = columns.ExitIsTrue(bar, facts);
            if (held != rolling.ExitIsTrue(facts))
            {
                return $"the exit rule in a position is {Shown(held)} as a column and {Shown(!held)} candle by candle";
            }
        }

        buffer.Add((entry ? 1UL : 0) | (exit ? 2UL : 0) | (held ? 4UL : 0));
        return null;
    }

    private static string Shown(double value) => double.IsNaN(value) ? "missing" : Numbers.Text(value);

    private static string Shown(bool value) => value ? "true" : "not true";

    // SHA-256 is fast a block and slow a call.
    private sealed class HashBuffer(IncrementalHash hash)
    {
        private readonly byte[] bytes = new byte[1 << 16];
        private int used;

        public void Add(ulong bits)
        {
            if (used == bytes.Length)
            {
                Flush();
            }

            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(used), bits);
            used += sizeof(ulong);
        }

        public void Flush()
        {
            hash.AppendData(bytes.AsSpan(0, used));
            used = 0;
        }
    }
}

/// <summary>Equality to the last bit, but that what is missing has one form.</summary>
internal static class SameBits
{
    public static bool Of(double a, double b) => Canonical(a) == Canonical(b);

    public static ulong Canonical(double value) =>
        BitConverter.DoubleToUInt64Bits(double.IsNaN(value) ? double.NaN : value);
}
