using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Core.Simulation;

/// <summary>
/// Looks over the closes that sparse stepping would skip: for one at which a limit on losses may act, and for the peak
/// that the kernel must see before it can tell.
/// </summary>
internal sealed class LossWatch(RiskLimits limits, double capital)
{
    // Ledgers in decimals differ in the last bits; a step too many changes nothing.
    private const double Nearly = 1 - 1e-9;

    private readonly double drawdown = limits.MaxDrawdown?.Limit * Nearly ?? double.PositiveInfinity;
    private readonly double dailyLoss = limits.MaxDailyLoss?.Limit * Nearly ?? double.PositiveInfinity;
    private double peak = capital;
    private int taken;

    /// <summary>The first of the times [from, to) that is worth a step; <paramref name="to"/> where none is.</summary>
    /// <param name="times">The axis, Unix milliseconds; [from, to) lies in one UTC day where a daily limit holds.</param>
    /// <param name="equity">Equity at closes, filled up to <paramref name="to"/>.</param>
    /// <param name="from">The first time that is not stepped yet.</param>
    /// <param name="to">The next time at which anything else can happen.</param>
    public int Next(ReadOnlySpan<long> times, ReadOnlySpan<double> equity, int from, int to)
    {
        for (; taken < from; taken++)
        {
            peak = Math.Max(peak, equity[taken]);
        }

        return FirstLoss(equity[from..to], from, peak, FirstOfDay(times, equity, from));
    }

    // The peak stands before the loss from it, so it is stepped first.
    private int FirstLoss(ReadOnlySpan<double> equity, int from, double highest, double first)
    {
        double leastOfDay = first - dailyLoss * first;
        double least = highest - drawdown * highest;
        int peakAt = -1;
        for (int i = 0; i < equity.Length; i++)
        {
            if (equity[i] <= least || equity[i] <= leastOfDay)
            {
                return from + (peakAt < 0 ? i : peakAt);
            }

            if (equity[i] > highest)
            {
                (highest, peakAt) = (equity[i], i);
                least = highest - drawdown * highest;
            }
        }

        bool isPeakKept = peakAt >= 0 && limits.MaxDrawdown is not null;
        return from + (isPeakKept ? peakAt : equity.Length);
    }

    private double FirstOfDay(ReadOnlySpan<long> times, ReadOnlySpan<double> equity, int from)
    {
        if (limits.MaxDailyLoss is null)
        {
            return double.NaN;
        }

        int found = times.BinarySearch(new Instant(times[from]).Day * Instant.MillisPerDay);
        return equity[found >= 0 ? found : ~found];
    }
}
