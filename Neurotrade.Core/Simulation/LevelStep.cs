using System.Collections.Immutable;

namespace Neurotrade.Core.Simulation;

/// <summary>
/// The levels that a bar, and those after it up to the next step, were held against: what the simulated exchange itself
/// asked, the last of it where a bar was walked in finer candles. NaN is a level that was not asked.
/// </summary>
/// <param name="Bar">The symbol's bar.</param>
/// <param name="StopLoss">The stop-loss.</param>
/// <param name="Trail">The trailing stop.</param>
/// <param name="Limit">The entry that rested.</param>
/// <param name="Targets">The targets, nearest first; NaN once filled.</param>
public sealed record LevelStep(int Bar, double StopLoss, double Trail, double Limit, ImmutableArray<double> Targets)
{
    /// <summary>The stop that acts: the higher of the two (contracts 4.6); NaN where there is none.</summary>
    public double Acting =>
        double.IsNaN(Trail) ? StopLoss : double.IsNaN(StopLoss) ? Trail : Math.Max(StopLoss, Trail);

    /// <summary>Whether nothing was asked.</summary>
    public bool IsEmpty =>
        double.IsNaN(StopLoss) && double.IsNaN(Trail) && double.IsNaN(Limit) && Targets.All(double.IsNaN);

    /// <summary>Whether the levels are those of another step, wherever it begins.</summary>
    public bool IsLevelWith(LevelStep other) => StopLoss.Equals(other.StopLoss) && Trail.Equals(other.Trail)
        && Limit.Equals(other.Limit) && Targets.SequenceEqual(other.Targets);
}
