using System.Collections.Immutable;
using Neurotrade.Core.Research;
using Neurotrade.Core.Research.Overfitting;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Web.Dashboard.Optimising;

/// <summary>
/// A finished sweep's table in memory, best first. A row is called by its place from 0; a column of it is a parameter, the
/// objective, or a figure of contracts 5.1.
/// </summary>
public sealed class OpenSweep
{
    private readonly double[][] figures;

    private readonly SweepPlan plan;
    private Dictionary<long, int>? rowOf;

    internal OpenSweep(AskedSweep asked, SweepPlan plan, int[][] positions, double[][] figures)
    {
        (Asked, this.plan, this.figures) = (asked, plan, figures);
        Axes = [.. plan.Axes.Select((axis, at) => new OpenAxis(axis.Name, axis.Unit, Texts(axis), axis.Values, positions[at]))];
        Scores = ScoresOf(SweepObjective.Parse(asked.Objective, asked.MinTrades), figures);
        Ranked = Array.FindIndex(Scores, double.IsNaN) is >= 0 and var first ? first : Scores.Length;
    }

    public AskedSweep Asked { get; }

    /// <summary>Parameters, in file order.</summary>
    public ImmutableArray<OpenAxis> Axes { get; }

    /// <summary>Those that were tried with more than one value.</summary>
    public IEnumerable<OpenAxis> Varied => Axes.Where(axis => axis.Values.Length > 1);

    /// <summary>The objective of each row; NaN where it has none.</summary>
    public double[] Scores { get; }

    /// <summary>How many rows there are.</summary>
    public int Count => Scores.Length;

    /// <summary>How many of them have an objective; they come first.</summary>
    public int Ranked { get; }

    /// <summary>Values that it holds in memory.</summary>
    public long Size => (long)Count * (RunFigures.Count + Axes.Length + 1);

    /// <summary>A figure of every row; NaN where it is undefined.</summary>
    public double[] Figure(int figure) => figures[figure];

    /// <summary>A figure of a row; null where it is undefined.</summary>
    public double? Figure(int row, string name) => figures[RunFigures.IndexOf(name)][row] is var value && double.IsNaN(value) ? null : value;

    /// <summary>The axis of that name; null where there is none.</summary>
    public OpenAxis? Axis(string? name) => Axes.FirstOrDefault(axis => axis.Name == name);

    /// <summary>A column by its name: a parameter's values, <c>objective</c>, or a figure; null where there is none.</summary>
    public double[]? Column(string name) => Axis(name) is { } axis ? [.. axis.Positions.Select(at => axis.Values[at])]
        : name == "objective" ? Scores
        : RunFigures.IndexOf(name) is >= 0 and int figure ? figures[figure]
        : null;

    /// <summary>A row's parameters as <c>--set</c> takes them.</summary>
    public Dictionary<string, string> SetOf(int row) =>
        Axes.ToDictionary(axis => axis.Name, axis => axis.Texts[axis.Positions[row]], StringComparer.Ordinal);

    /// <summary>How the neighbours of a row do, at most a step away on every parameter.</summary>
    public Plateau PlateauOf(int row) => Plateau.Of(plan, CombinationOf(row), one => Rows.TryGetValue(one, out int at) ? Scores[at] : null);

    /// <summary>Rows of the neighbours of a row that were tried, best first.</summary>
    public int[] NeighboursOf(int row) => [.. Plateau.NeighboursOf(plan, CombinationOf(row))
        .Select(one => Rows.TryGetValue(one, out int at) ? at : -1).Where(at => at >= 0).Order()];

    private Dictionary<long, int> Rows => rowOf ??= Enumerable.Range(0, Count).ToDictionary(CombinationOf);

    private long CombinationOf(int row) => plan.CombinationAt([.. Axes.Select(axis => axis.Positions[row])]);

    private static ImmutableArray<string> Texts(SweepAxis axis) => [.. Enumerable.Range(0, axis.Values.Length).Select(axis.Text)];

    private static double[] ScoresOf(SweepObjective objective, double[][] figures)
    {
        double[] scores = new double[figures[0].Length];
        double[] row = new double[RunFigures.Count];
        for (int at = 0; at < scores.Length; at++)
        {
            for (int i = 0; i < row.Length; i++)
            {
                row[i] = figures[i][at];
            }

            scores[at] = objective.Of(row);
        }

        return scores;
    }
}

/// <summary>A parameter of a sweep and where each row stands on it.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Unit">What its values count.</param>
/// <param name="Texts">Its values as <c>--set</c> takes them, in the order in which they are tried.</param>
/// <param name="Values">The same as numbers: ratios as fractions, lengths of time in milliseconds.</param>
/// <param name="Positions">For each row which of them it has.</param>
public sealed record OpenAxis(
    string Name, ValueUnit Unit, ImmutableArray<string> Texts, ImmutableArray<double> Values, int[] Positions);
