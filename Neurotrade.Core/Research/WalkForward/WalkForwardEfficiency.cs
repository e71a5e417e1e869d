using System.Collections.Immutable;
using Neurotrade.Core.Market;
using Neurotrade.Core.Research.Sweeps;

namespace Neurotrade.Core.Research.WalkForward;

/// <summary>
/// What is left out of sample of what was found in sample, over the windows that chose (R. Pardo, The Evaluation and
/// Optimization of Trading Strategies, 2nd edition, 2008).
/// </summary>
/// <param name="TrainReturn">Mean return a day in the train ranges, a fraction: Σ returns / Σ days.</param>
/// <param name="TestReturn">The same in the test ranges.</param>
/// <param name="TrainObjective">Mean objective of the choices in their train ranges.</param>
/// <param name="TestObjective">Mean objective in the test ranges that have one.</param>
/// <param name="Profitable">Share of test ranges with a return above 0.</param>
public sealed record WalkForwardEfficiency(
    double? TrainReturn, double? TestReturn, double? TrainObjective, double? TestObjective, double? Profitable)
{
    private static readonly int Start = RunFigures.IndexOf("start");
    private static readonly int End = RunFigures.IndexOf("end");
    private static readonly int Return = RunFigures.IndexOf("total_return");

    /// <summary>Test return / train return of a day; null where the train's is not above 0.</summary>
    public double? Ratio => TrainReturn > 0 ? Moments.Ratio(TestReturn, TrainReturn) : null;

    public static WalkForwardEfficiency Of(SweepObjective objective, ImmutableArray<WindowResult> windows)
    {
        WindowResult[] chosen = [.. windows.Where(window => window.Combination is not null)];
        double[][] trains = [.. chosen.Select(window => window.Train)];
        double[][] tests = [.. chosen.Select(window => window.Test)];
        return new WalkForwardEfficiency(
            ReturnOf(trains), ReturnOf(tests), MeanOf(objective, trains), MeanOf(objective.OfAnyTrades, tests),
            Moments.Ratio(tests.Count(row => row[Return] > 0), tests.Length));
    }

    private static double? ReturnOf(double[][] rows)
    {
        double[][] run = [.. rows.Where(row => row[End] > row[Start])];
        double days = run.Sum(row => row[End] - row[Start]) / Instant.MillisPerDay;
        return Moments.Ratio(run.Sum(row => row[Return]), days);
    }

    private static double? MeanOf(SweepObjective objective, double[][] rows) =>
        Moments.Mean([.. rows.Select(row => objective.Of(row)).Where(double.IsFinite)]);
}
