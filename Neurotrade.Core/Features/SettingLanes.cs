using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features;

/// <summary>
/// One indicator for up to eight settings in one pass: an exponential average waits for itself from bar to bar, so eight
/// of them in the lanes of two vectors take hardly longer than one. Each lane gives the bits of the indicator alone.
/// </summary>
internal static class SettingLanes
{
    /// <summary>Settings that one pass takes.</summary>
    public const int Most = 8;

    private const int Lanes = 4;

    /// <summary>Whether an indicator has lanes.</summary>
    public static bool Has(IndicatorDefinition definition) => definition.Name is "ema" or "smma" or "atr";

    /// <summary>Computes 1 to 8 settings of an indicator that has lanes; each column has a row per candle.</summary>
    public static void Fill(
        CandleColumns candles, IndicatorDefinition definition, ReadOnlySpan<ImmutableArray<double>> settings, double[][] columns)
    {
        Guard.That(Has(definition) && settings.Length is > 0 and <= Most && columns.Length == settings.Length);
        ReadOnlySpan<double> values = definition.Name == "atr" ? Ranges(candles) : candles.Closes;
        ExponentialMean[] means = new ExponentialMean[Most];
        double[][] targets = new double[Most][];
        for (int lane = 0; lane < Most; lane++)
        {
            // Lanes to spare do what the last setting does, into its own column.
            int setting = Math.Min(lane, settings.Length - 1);
            int period = (int)settings[setting][0];
            means[lane] = definition.Name == "ema" ? ExponentialMean.Ema(period) : ExponentialMean.Wilder(period);
            targets[lane] = columns[setting];
            Guard.That(targets[lane].Length == values.Length);
        }

        // A setting that still lacks its seed keeps all from the lanes.
        int start = Seed(values, means, targets);
        int whole = Avx.IsSupported ? start + ((values.Length - start) / Lanes * Lanes) : start;
        if (whole > start)
        {
            RunLanes(values[..whole], start, means, targets);
        }

        if (whole < values.Length)
        {
            RunPlain(values, whole, means, targets);
        }
    }

    // All lanes one value after another, until every one has its seed.
    private static int Seed(ReadOnlySpan<double> values, ExponentialMean[] means, double[][] targets)
    {
        int at = 0;
        for (; at < values.Length && !AreRunning(means); at++)
        {
            for (int lane = 0; lane < Most; lane++)
            {
                targets[lane][at] = means[lane].Next(values[at]);
            }
        }

        return at;
    }

    private static bool AreRunning(ExponentialMean[] means)
    {
        bool all = true;
        foreach (ref readonly ExponentialMean mean in means.AsSpan())
        {
            all &= mean.IsRunning;
        }

        return all;
    }

    /// <summary>One setting after another, from a bar on, with averages that run.</summary>
    internal static void RunPlain(ReadOnlySpan<double> values, int from, ExponentialMean[] means, double[][] targets)
    {
        for (int lane = 0; lane < Most; lane++)
        {
            means[lane].Leap(values, from, targets[lane]);
        }
    }

    // Four bars a step, so that what lies side by side in lanes can be written side by side in columns.
    internal static void RunLanes(ReadOnlySpan<double> values, int from, ExponentialMean[] means, double[][] targets)
    {
        (Vector256<double> keepA, Vector256<double> weightA, Vector256<double> a) = Load(means, 0);
        (Vector256<double> keepB, Vector256<double> weightB, Vector256<double> b) = Load(means, Lanes);
        for (int i = from; i < values.Length; i += Lanes)
        {
            Vector256<double> first = Vector256.Create(values[i]);
            Vector256<double> second = Vector256.Create(values[i + 1]);
            Vector256<double> third = Vector256.Create(values[i + 2]);
            Vector256<double> fourth = Vector256.Create(values[i + 3]);
            Vector256<double> a0 = Vector256.FusedMultiplyAdd(a, keepA, weightA * first);
            Vector256<double> b0 = Vector256.FusedMultiplyAdd(b, keepB, weightB * first);
            Vector256<double> a1 = Vector256.FusedMultiplyAdd(a0, keepA, weightA * second);
            Vector256<double> b1 = Vector256.FusedMultiplyAdd(b0, keepB, weightB * second);
            Vector256<double> a2 = Vector256.FusedMultiplyAdd(a1, keepA, weightA * third);
            Vector256<double> b2 = Vector256.FusedMultiplyAdd(b1, keepB, weightB * third);
            a = Vector256.FusedMultiplyAdd(a2, keepA, weightA * fourth);
            b = Vector256.FusedMultiplyAdd(b2, keepB, weightB * fourth);
            Store(a0, a1, a2, a, targets, 0, i);
            Store(b0, b1, b2, b, targets, Lanes, i);
        }

        for (int lane = 0; lane < Lanes; lane++)
        {
            means[lane].Current = a[lane];
            means[lane + Lanes].Current = b[lane];
        }
    }

    private static (Vector256<double> Keep, Vector256<double> Weight, Vector256<double> Value) Load(ExponentialMean[] means, int first)
    {
        ReadOnlySpan<ExponentialMean> four = means.AsSpan(first, Lanes);
        return (
            Vector256.Create(four[0].Keep, four[1].Keep, four[2].Keep, four[3].Keep),
            Vector256.Create(four[0].Weight, four[1].Weight, four[2].Weight, four[3].Weight),
            Vector256.Create(four[0].Current, four[1].Current, four[2].Current, four[3].Current));
    }

    // Rows of four bars become columns of four settings.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(
        Vector256<double> r0, Vector256<double> r1, Vector256<double> r2, Vector256<double> r3, double[][] targets, int lane, int bar)
    {
        Vector256<double> low01 = Avx.UnpackLow(r0, r1);
        Vector256<double> high01 = Avx.UnpackHigh(r0, r1);
        Vector256<double> low23 = Avx.UnpackLow(r2, r3);
        Vector256<double> high23 = Avx.UnpackHigh(r2, r3);
        Avx.Permute2x128(low01, low23, 0x20).StoreUnsafe(ref Place(targets, lane, bar));
        Avx.Permute2x128(high01, high23, 0x20).StoreUnsafe(ref Place(targets, lane + 1, bar));
        Avx.Permute2x128(low01, low23, 0x31).StoreUnsafe(ref Place(targets, lane + 2, bar));
        Avx.Permute2x128(high01, high23, 0x31).StoreUnsafe(ref Place(targets, lane + 3, bar));
    }

    // Every column is as long as the values, which was asked at the start.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref double Place(double[][] targets, int lane, int bar) =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(targets[lane]), bar);

    private static double[] Ranges(CandleColumns candles)
    {
        double[] ranges = new double[candles.Count];
        TrueRange range = new();
        for (int i = 0; i < ranges.Length; i++)
        {
            ranges[i] = range.Next(candles[i]);
        }

        return ranges;
    }
}
