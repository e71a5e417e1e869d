using System.Text;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Web.Components.Controls;

namespace Neurotrade.Web.Commands;

/// <summary>The best combination that a sweep has found, in what is left of a line.</summary>
internal static class BestSoFar
{
    private const int LongestName = 24;
    private const string More = " …";

    /// <summary>
    /// <c>best sharpe 1.83: fast 5, slow 30</c>: parameters that the sweep changes, as many as there is room for; empty
    /// where there is no best yet, or no room for its objective.
    /// </summary>
    /// <param name="progress">How far the sweep is.</param>
    /// <param name="plan">What it changes.</param>
    /// <param name="objective">What it sorts by; a long expression is not repeated.</param>
    /// <param name="room">Columns.</param>
    public static string Text(SweepProgress progress, SweepPlan plan, SweepObjective objective, int room)
    {
        if (progress.Best is not { } best)
        {
            return string.Empty;
        }

        string name = objective.Text.Length <= LongestName ? objective.Text : "objective";
        var text = new StringBuilder($"best {name} {Figures.Number(progress.BestScore)}");
        if (text.Length > room)
        {
            return string.Empty;
        }

        int[] positions = new int[plan.Axes.Length];
        plan.Positions(best.Combination, positions);
        string[] parts = [.. plan.Axes.Select((axis, at) => (axis, at)).Where(one => one.axis.Values.Length > 1)
            .Select(one => $"{one.axis.Name} {one.axis.Text(positions[one.at])}")];
        for (int i = 0; i < parts.Length; i++)
        {
            string part = (i == 0 ? ": " : ", ") + parts[i];
            int after = i + 1 < parts.Length ? More.Length : 0;
            if (text.Length + part.Length + after > room)
            {
                return text.Length + More.Length <= room ? text.Append(More).ToString() : text.ToString();
            }

            text.Append(part);
        }

        return text.ToString();
    }
}
