using System.Runtime.CompilerServices;

namespace Neurotrade.Core.Features.Series;

/// <summary>
/// An exponential average, seeded with the plain mean of its first values. Missing values before the first are
/// passed over. Not to be copied once it runs: the seed is shared until it is complete.
/// </summary>
public struct ExponentialMean
{
    private readonly double weight;
    private readonly double keep;
    private double value;

    // An object of its own, so that the average itself can live in registers; null once the seed is complete.
    private MeanSeed? seed;

    private ExponentialMean(double weight, int seedLength)
    {
        // One fused multiply-add a step; the two weights add up to exactly 1, so a flat series stays what it is.
        keep = 1 - weight;
        this.weight = 1 - keep;
        seed = new MeanSeed(seedLength);
    }

    /// <summary>Whether the seed is complete: from here on a value is one fused multiply-add.</summary>
    internal readonly bool IsRunning => seed is null;

    /// <summary>What a step keeps of the average.</summary>
    internal readonly double Keep => keep;

    /// <summary>What a step takes of the value; with <see cref="Keep"/> exactly 1.</summary>
    internal readonly double Weight => weight;

    /// <summary>The average after the last value; loops over columns carry it on and put it back.</summary>
    internal double Current
    {
        readonly get => value;
        set => this.value = value;
    }

    /// <summary>Weight 2 / (period + 1), as in an EMA.</summary>
    public static ExponentialMean Ema(int period) => new(2.0 / (period + 1), period);

    /// <summary>The weight of an EMA, seeded with the very first value.</summary>
    public static ExponentialMean EmaFromFirst(int period) => new(2.0 / (period + 1), 1);

    /// <summary>Weight 1 / period, as Wilder smooths.</summary>
    public static ExponentialMean Wilder(int period) => new(1.0 / period, period);

    /// <summary>Any weight above 0 and up to 1, seeded with the mean of so many values.</summary>
    public static ExponentialMean Smoothed(double weight, int seedLength) => new(weight, seedLength);

    /// <summary>
    /// Takes values of a column from a place on, sets their averages, and returns the place after them, the end;
    /// <paramref name="from"/> until its seed is complete.
    /// </summary>
    internal int Leap(ReadOnlySpan<double> values, int from, Span<double> means)
    {
        if (!IsRunning)
        {
            return from;
        }

        double mean = value;
        (double kept, double taken) = (keep, weight);
        means = means[..values.Length];
        for (int i = from; i < values.Length; i++)
        {
            mean = Math.FusedMultiplyAdd(mean, kept, taken * values[i]);
            means[i] = mean;
        }

        value = mean;
        return values.Length;
    }

    /// <summary>Takes the next value; NaN until its seed is complete.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Next(double input)
    {
        if (seed is not null)
        {
            value = seed.Next(input);
            seed = double.IsNaN(value) ? seed : null;
            return value;
        }

        value = Math.FusedMultiplyAdd(value, keep, weight * input);
        return value;
    }
}
