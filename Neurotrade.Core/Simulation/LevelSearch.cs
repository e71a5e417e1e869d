using Neurotrade.Core.Orders;

namespace Neurotrade.Core.Simulation;

/// <summary>
/// The first bar whose range reaches a level, bar by bar. A level that is NaN is never reached. The walk asks
/// <see cref="LevelLanes"/>, which passes over blocks of bars and comes here for the rest.
/// </summary>
internal static class LevelSearch
{
    /// <summary>The first index with <c>low ≤ stop</c> or <c>high ≥ target</c>; the length where there is none.</summary>
    public static int FirstReach(ReadOnlySpan<double> lows, ReadOnlySpan<double> highs, double stop, double target)
    {
        highs = highs[..lows.Length];
        for (int i = 0; i < lows.Length; i++)
        {
            if (lows[i] <= stop || highs[i] >= target)
            {
                return i;
            }
        }

        return lows.Length;
    }

    /// <summary>The first index with <c>low &lt; limit</c>; the length where there is none.</summary>
    public static int FirstBelow(ReadOnlySpan<double> lows, double limit)
    {
        for (int i = 0; i < lows.Length; i++)
        {
            if (lows[i] < limit)
            {
                return i;
            }
        }

        return lows.Length;
    }

    /// <summary>
    /// As <see cref="FirstReach"/> with a trailing stop beside it. Where bars are walked in finer candles the trail may
    /// rise inside the bar, so the bar's own high counts first: such a bar is worth a step, whatever the step finds.
    /// </summary>
    public static int FirstReachTrailing(
        ReadOnlySpan<double> lows,
        ReadOnlySpan<double> highs,
        ProtectionPlan plan,
        TrailState trail,
        double target,
        bool risesInside)
    {
        highs = highs[..lows.Length];
        for (int i = 0; i < lows.Length; i++)
        {
            if (risesInside)
            {
                trail.Complete(plan.Trail, highs[i]);
            }

            if (lows[i] <= plan.StopLoss || lows[i] <= trail.Level(plan) || highs[i] >= target)
            {
                return i;
            }

            if (!risesInside)
            {
                trail.Complete(plan.Trail, highs[i]);
            }
        }

        return lows.Length;
    }
}
