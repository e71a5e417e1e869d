using Neurotrade.Core.Research.Sweeps;

namespace Neurotrade.Core.Research.Overfitting;

/// <summary>
/// How a combination's neighbours do, at most a step away on every parameter: a plateau goes on beside its best point, a
/// spike does not.
/// </summary>
/// <param name="Score">The combination's own objective; NaN where missing.</param>
/// <param name="Neighbours">How many neighbours were tried.</param>
/// <param name="Median">
/// The median of their objectives, a missing one counting as the lowest; NaN where missing or none was tried.
/// </param>
/// <param name="Worst">The lowest of their objectives; NaN where one is missing or none was tried.</param>
public sealed record Plateau(double Score, int Neighbours, double Median, double Worst)
{
    /// <summary>Below this share of the combination's own objective the median neighbour makes it a spike.</summary>
    public const double LeastShare = 0.5;

    // With more parameters than these a step on one parameter at a time is taken: 3⁶ − 1 are 728 neighbours.
    private const int MostAxesTogether = 6;

    /// <summary>
    /// The median neighbour's objective as a share of the combination's own; null where that is not above 0, or where the
    /// median is missing.
    /// </summary>
    public double? Share => Score > 0 ? Moments.Finite(Median / Score) : null;

    /// <summary>
    /// Whether the combination stands alone; null where it cannot be told: an objective not above 0, no neighbour.
    /// </summary>
    public bool? IsSpike => Neighbours == 0 || !(Score > 0) ? null : !(Share >= LeastShare);

    /// <summary>The neighbourhood of a combination.</summary>
    /// <param name="plan">The sweep's plan.</param>
    /// <param name="combination">A number of it.</param>
    /// <param name="score">The objective of a combination: NaN where missing, null where it was not tried.</param>
    public static Plateau Of(SweepPlan plan, long combination, Func<long, double?> score)
    {
        // NaN sorts before every number.
        double[] found = [.. NeighboursOf(plan, combination).Select(score).OfType<double>().Order()];
        int middle = found.Length / 2;
        double median = found.Length == 0
            ? double.NaN
            : found.Length % 2 == 1 ? found[middle] : (found[middle - 1] + found[middle]) / 2;
        return new Plateau(
            score(combination) ?? double.NaN, found.Length, median, found.Length == 0 ? double.NaN : found[0]);
    }

    /// <summary>
    /// The combinations at most a step away on every parameter, rising; with more than six parameters to vary, those a
    /// step away on one.
    /// </summary>
    public static IEnumerable<long> NeighboursOf(SweepPlan plan, long combination)
    {
        int[] own = new int[plan.Axes.Length];
        plan.Positions(combination, own);
        int[] varied = [.. Enumerable.Range(0, own.Length).Where(at => plan.Axes[at].Values.Length > 1)];
        IEnumerable<int[]> places = varied.Length <= MostAxesTogether
            ? Around(plan, own, varied)
            : varied.SelectMany(axis => Around(plan, own, [axis]));
        return places.Select(place => plan.CombinationAt(place)).Where(other => other != combination).Order();
    }

    private static IEnumerable<int[]> Around(SweepPlan plan, int[] own, int[] varied)
    {
        IEnumerable<int[]> places = [own];
        foreach (int axis in varied)
        {
            int last = plan.Axes[axis].Values.Length - 1;
            places = places.SelectMany(place => Enumerable.Range(-1, 3).Select(step => place[axis] + step)
                .Where(at => at >= 0 && at <= last).Select(at => With(place, axis, at)));
        }

        return places;
    }

    private static int[] With(int[] place, int axis, int at)
    {
        int[] other = [.. place];
        other[axis] = at;
        return other;
    }
}
