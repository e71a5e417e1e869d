using System.Collections.Immutable;
using Neurotrade.Core.Research.Sweeps;

namespace Neurotrade.Core.Research.WalkForward;

/// <summary>How much one parameter's choice moves from window to window; windows without a choice are left out.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Distinct">How many values were chosen.</param>
/// <param name="Changes">How often a window chose another value than the one before it.</param>
/// <param name="Commonest">
/// The value chosen most often, as <c>--set</c> takes it, the earlier of equals; null without choices.
/// </param>
/// <param name="CommonestShare">The share of windows that chose it.</param>
/// <param name="MeanStep">
/// Mean distance between one choice and the next, as a share of the range in steps: 0 stays, 1 leaps from end to end;
/// null under two choices and where there is one value to choose.
/// </param>
public sealed record ParameterStability(
    string Name, int Distinct, int Changes, string? Commonest, double? CommonestShare, double? MeanStep)
{
    /// <summary>One for each parameter of the plan, in its order.</summary>
    public static ImmutableArray<ParameterStability> Of(SweepPlan plan, ImmutableArray<WindowResult> windows)
    {
        List<int[]> chosen = [];
        foreach (WindowResult window in windows)
        {
            if (window.Combination is { } combination)
            {
                int[] positions = new int[plan.Axes.Length];
                plan.Positions(combination, positions);
                chosen.Add(positions);
            }
        }

        return [.. plan.Axes.Select((axis, at) => Of(axis, [.. chosen.Select(positions => positions[at])]))];
    }

    private static ParameterStability Of(SweepAxis axis, int[] chosen)
    {
        (int changes, long steps) = (0, 0);
        for (int i = 1; i < chosen.Length; i++)
        {
            int step = Math.Abs(chosen[i] - chosen[i - 1]);
            changes += step == 0 ? 0 : 1;
            steps += step;
        }

        IGrouping<int, int>? commonest = chosen.GroupBy(at => at)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key).FirstOrDefault();
        int widest = axis.Values.Length - 1;
        return new ParameterStability(
            axis.Name,
            chosen.Distinct().Count(),
            changes,
            commonest is null ? null : axis.Text(commonest.Key),
            Moments.Ratio(commonest?.Count(), chosen.Length),
            chosen.Length < 2 || widest == 0 ? null : (double)steps / (chosen.Length - 1) / widest);
    }
}
