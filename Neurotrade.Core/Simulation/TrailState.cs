using Neurotrade.Core.Orders;

namespace Neurotrade.Core.Simulation;

/// <summary>How far a position's trailing stop has come (contracts 4.6, 4.13).</summary>
internal struct TrailState
{
    /// <summary>The highest of the completed candles since the fill; minus infinity before the first.</summary>
    public double HighestHigh { get; private set; }

    /// <summary>Whether the trail acts.</summary>
    public bool IsOn { get; private set; }

    /// <summary>Before any candle has completed.</summary>
    public static TrailState Start(TrailPlan? plan) => new()
    {
        HighestHigh = double.NegativeInfinity,
        IsOn = plan is not null && double.IsNaN(plan.StartsAt),
    };

    /// <summary>Takes the high of a completed candle.</summary>
    public void Complete(TrailPlan? plan, double high)
    {
        HighestHigh = Math.Max(HighestHigh, high);
        IsOn |= plan is not null && high >= plan.StartsAt;
    }

    /// <summary>The trailing level; NaN while there is none.</summary>
    public readonly double Level(ProtectionPlan plan) =>
        IsOn && plan.Trail is { } trail ? trail.LevelUnder(Math.Max(plan.EntryPrice, HighestHigh)) : double.NaN;
}
