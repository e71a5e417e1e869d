using System.Collections.Immutable;
using Neurotrade.Core.Research.Sweeps;

namespace Neurotrade.Core.Research.WalkForward;

/// <summary>
/// <c>walkforward.csv</c>: a row a window with its dates, what its train range chose, and the figures of contracts 5.1 of
/// that choice in sample (<c>train_…</c>) and out of sample (<c>test_…</c>). What is missing is empty.
/// </summary>
public static class WalkForwardTable
{
    public static ResultFile Of(SweepInput input, ImmutableArray<WindowResult> windows)
    {
        SweepPlan plan = input.Plan;
        CsvText csv = new();
        csv.Header(string.Join(',',
        [
            "window", "train_from", "train_to", "test_from", "test_to",
            .. plan.Axes.Select(axis => axis.Name), "train_objective", "test_objective",
            .. RunFigures.Names.Select(name => "train_" + name), .. RunFigures.Names.Select(name => "test_" + name),
        ]));
        foreach (WindowResult result in windows)
        {
            WalkForwardWindow window = result.Window;
            csv.Whole(window.Number).Time(window.TrainFrom.UnixMillis).Time(window.TrainTo.UnixMillis)
                .Time(window.TestFrom.UnixMillis).Time(window.TestTo.UnixMillis);
            int[] positions = new int[plan.Axes.Length];
            if (result.Combination is { } combination)
            {
                plan.Positions(combination, positions);
            }

            for (int axis = 0; axis < positions.Length; axis++)
            {
                csv.Text(result.Combination is null ? string.Empty : plan.Axes[axis].Text(positions[axis]));
            }

            csv.Number(input.Objective.Of(result.Train))
                .Number(input.Objective.OfAnyTrades.Of(result.Test));
            SweepTable.WriteFigures(csv, result.Train);
            SweepTable.WriteFigures(csv, result.Test);
            csv.EndRow();
        }

        return ResultFile.Of("walkforward.csv", csv);
    }
}
