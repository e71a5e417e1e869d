using System.Numerics;
using Neurotrade.Core.Orders;

namespace Neurotrade.Core.Simulation;

/// <summary>
/// <see cref="LevelSearch"/> with vectors: passes over blocks in which no bar can reach a level, then asks bar by bar.
/// Comparisons, minimum and maximum only, so every width finds the same bar.
/// </summary>
internal static class LevelLanes
{
    /// <summary>As <see cref="LevelSearch.FirstReach"/>.</summary>
    public static int FirstReach(ReadOnlySpan<double> lows, ReadOnlySpan<double> highs, double stop, double target)
    {
        Vector<double> stops = new(stop);
        Vector<double> targets = new(target);
        int at = 0;
        while (at <= lows.Length - Vector<double>.Count
            && !Vector.LessThanOrEqualAny(new Vector<double>(lows[at..]), stops)
            && !Vector.GreaterThanOrEqualAny(new Vector<double>(highs[at..]), targets))
        {
            at += Vector<double>.Count;
        }

        return at + LevelSearch.FirstReach(lows[at..], highs[at..], stop, target);
    }

    /// <summary>As <see cref="LevelSearch.FirstBelow"/>.</summary>
    public static int FirstBelow(ReadOnlySpan<double> lows, double limit)
    {
        Vector<double> limits = new(limit);
        int at = 0;
        while (at <= lows.Length - Vector<double>.Count
            && !Vector.LessThanAny(new Vector<double>(lows[at..]), limits))
        {
            at += Vector<double>.Count;
        }

        return at + LevelSearch.FirstBelow(lows[at..], limit);
    }

    /// <summary>As <see cref="LevelSearch.FirstReachTrailing"/>.</summary>
    public static int FirstReachTrailing(
        ReadOnlySpan<double> lows,
        ReadOnlySpan<double> highs,
        ProtectionPlan plan,
        TrailState trail,
        double target,
        bool risesInside)
    {
        const int block = 32;
        int at = 0;
        while (at <= lows.Length - block)
        {
            double low = Min(lows.Slice(at, block));
            double high = Max(highs.Slice(at, block));

            // The trail at the end of the block is the highest that any bar of it meets.
            TrailState risen = trail;
            risen.Complete(plan.Trail, high);
            if (low <= plan.StopLoss || low <= risen.Level(plan) || high >= target)
            {
                int found = LevelSearch.FirstReachTrailing(
                    lows.Slice(at, block), highs.Slice(at, block), plan, trail, target, risesInside);
                if (found < block)
                {
                    return at + found;
                }
            }

            trail = risen;
            at += block;
        }

        return at + LevelSearch.FirstReachTrailing(lows[at..], highs[at..], plan, trail, target, risesInside);
    }

    /// <summary>The highest of some prices; minus infinity of none.</summary>
    public static double Max(ReadOnlySpan<double> values)
    {
        Vector<double> most = new(double.NegativeInfinity);
        int at = 0;
        for (; at <= values.Length - Vector<double>.Count; at += Vector<double>.Count)
        {
            most = Vector.Max(most, new Vector<double>(values[at..]));
        }

        double max = double.NegativeInfinity;
        for (int lane = 0; lane < Vector<double>.Count; lane++)
        {
            max = Math.Max(max, most[lane]);
        }

        for (; at < values.Length; at++)
        {
            max = Math.Max(max, values[at]);
        }

        return max;
    }

    /// <summary>The lowest of some prices; infinity of none.</summary>
    public static double Min(ReadOnlySpan<double> values)
    {
        Vector<double> least = new(double.PositiveInfinity);
        int at = 0;
        for (; at <= values.Length - Vector<double>.Count; at += Vector<double>.Count)
        {
            least = Vector.Min(least, new Vector<double>(values[at..]));
        }

        double min = double.PositiveInfinity;
        for (int lane = 0; lane < Vector<double>.Count; lane++)
        {
            min = Math.Min(min, least[lane]);
        }

        for (; at < values.Length; at++)
        {
            min = Math.Min(min, values[at]);
        }

        return min;
    }
}
