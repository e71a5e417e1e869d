using System.Collections.Immutable;
using System.Numerics;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Core.Risk;

/// <summary>The rules that a strategy's limits come to. Those that block stand before those that count and cap.</summary>
public static class RiskRules
{
    public static ImmutableArray<IRiskRule<T>> Of<T>(RiskLimits limits, T capital, Timeframe timeframe)
        where T : struct, INumber<T>
    {
        ImmutableArray<IRiskRule<T>>.Builder rules = ImmutableArray.CreateBuilder<IRiskRule<T>>();
        if (limits.MaxDrawdown is not null)
        {
            rules.Add(new MaxDrawdown<T>(limits.MaxDrawdown, capital));
        }

        if (limits.MaxDailyLoss is not null)
        {
            rules.Add(new MaxDailyLoss<T>(limits.MaxDailyLoss));
        }

        foreach (StoplossGuard guard in limits.Protections)
        {
            long within = MillisOf(guard.Within, timeframe);
            rules.Add(new StoplossLock<T>(guard.Count, within, MillisOf(guard.Lock, timeframe)));
        }

        if (limits.MaxPositions is not null)
        {
            rules.Add(new MaxPositions<T>(limits.MaxPositions.Value));
        }

        if (limits.MaxExposure is not null)
        {
            rules.Add(new MaxExposure<T>(limits.MaxExposure.Value));
        }

        return rules.ToImmutable();
    }

    // The guard counts by open times (contracts 4.21), so bars are so many times the timeframe.
    private static long MillisOf(TimeSpanOrBars span, Timeframe timeframe) => span switch
    {
        TimeSpanOrBars.Bars bars => bars.Count * timeframe.Millis,
        TimeSpanOrBars.Time time => time.Millis,
        _ => throw new BrokenPromiseException(nameof(TimeSpanOrBars)),
    };
}
