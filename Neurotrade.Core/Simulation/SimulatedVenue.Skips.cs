namespace Neurotrade.Core.Simulation;

/// <content>What sparse stepping asks of the venue.</content>
internal sealed partial class SimulatedVenue<T>
{
    /// <summary>The level of the next target; NaN where there is none.</summary>
    public double NextTargetLevel =>
        Plan is { } plan && nextTarget < plan.Targets.Length ? plan.Targets[nextTarget].Level : double.NaN;

    /// <summary>How far the trail has come.</summary>
    public TrailState Trail => trail;

    /// <summary>Takes bars in which no level was reached: their highs complete, want of finer candles is counted.</summary>
    /// <param name="firstBar">The first of them.</param>
    /// <param name="highs">The highest price that the walk would have seen in each.</param>
    public void Skip(int firstBar, ReadOnlySpan<double> highs)
    {
        bool isGuarded = Position.IsOpen && Exit is null && Plan is not null;
        if (detail is not null && (Position.IsOpen || HasLimit))
        {
            int end = firstBar + highs.Length;
            for (int bar = detail.Missing.Next(firstBar); bar < end; bar = detail.Missing.Next(bar + 1))
            {
                BarsWithoutDetail++;
            }
        }

        if (isGuarded && Plan!.Trail is { } plan)
        {
            trail.Complete(plan, LevelLanes.Max(highs));
        }
    }
}
