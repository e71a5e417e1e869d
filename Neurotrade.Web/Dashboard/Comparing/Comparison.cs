using System.Collections.Immutable;
using System.Globalization;

namespace Neurotrade.Web.Dashboard.Comparing;

/// <summary>Something that runs were made from, one value for each.</summary>
public sealed record ComparedFact(string Name, ImmutableArray<string> Values)
{
    public bool Differs => Values.Any(value => value != Values[0]);
}

/// <summary>Two to six runs side by side, and how far they can be held against each other.</summary>
public sealed class Comparison
{
    /// <summary>The most runs beside one another.</summary>
    public const int MostRuns = 6;

    private const int LongestMark = 40;

    private Comparison(ImmutableArray<ComparedRun> runs)
    {
        Runs = runs;
        long from = runs.IsEmpty ? 0 : runs.Max(run => run.Run.StartMillis);
        long to = runs.IsEmpty ? 0 : runs.Min(run => run.Run.EndMillis);
        IsSamePeriod = runs.All(run => run.Run.StartMillis == from && run.Run.EndMillis == to);
        Shared = from < to ? (from, to) : null;
        IsSameMoney = runs.All(run => run.Run.Capital == runs[0].Run.Capital && run.Quote == runs[0].Quote);
    }

    /// <summary>In the order in which they were asked for.</summary>
    public ImmutableArray<ComparedRun> Runs { get; }

    /// <summary>All begin with the same bar and end with the same.</summary>
    public bool IsSamePeriod { get; }

    /// <summary>First open and last close of what all runs cover, Unix milliseconds; null where there is no such time.</summary>
    public (long From, long To)? Shared { get; }

    /// <summary>All have one capital in one currency, so that amounts can be compared.</summary>
    public bool IsSameMoney { get; }

    /// <summary>Some on real prices, some on generated ones.</summary>
    public bool IsMixedMarket => Runs.Any(run => run.Run.IsGenerated) && Runs.Any(run => !run.Run.IsGenerated);

    public static Comparison Of(IEnumerable<ComparedRun> runs)
    {
        ComparedRun[] all = [.. runs];
        return new([.. all.Select(run => run with { Mark = MarkOf(run, [.. all.Where(other => other.Kept.Name == run.Kept.Name)]) })]);
    }

    /// <summary>
    /// Which of the runs have the best value of a figure: none where no value is better, where all are the same, or where
    /// runs of different periods or capital cannot be judged by it.
    /// </summary>
    public ImmutableArray<bool> BestOf(RunFigure figure, string convention) =>
        (figure.NeedsSamePeriod && !IsSamePeriod) || (figure.IsMoney && !IsSameMoney)
            ? [.. Runs.Select(_ => false)]
            : BestOf([.. Runs.Select(run => run.Figures.Value(figure, convention))], figure.Better);

    /// <summary>The same for any values.</summary>
    public static ImmutableArray<bool> BestOf(ImmutableArray<double?> values, Better better)
    {
        double[] known = [.. values.OfType<double>()];
        if (better == Better.Neither || known.Length < 2 || known.All(value => value == known[0]))
        {
            return [.. values.Select(_ => false)];
        }

        double best = better == Better.Higher ? known.Max() : known.Min();
        return [.. values.Select(value => value == best)];
    }

    /// <summary>What the runs were made from, parameters last.</summary>
    public IEnumerable<ComparedFact> Facts()
    {
        foreach (string name in Runs.IsEmpty ? [] : Runs[0].Facts.Keys)
        {
            yield return new ComparedFact(name, [.. Runs.Select(run => run.Facts[name])]);
        }

        foreach (string name in Runs.SelectMany(run => run.Parameters.Keys).Distinct().Order(StringComparer.Ordinal))
        {
            yield return new ComparedFact($"${name}", [.. Runs.Select(run => run.Parameters.GetValueOrDefault(name, "–"))]);
        }
    }

    /// <summary>The strategies line by line; empty where one of them was not kept.</summary>
    public ImmutableArray<LineRow> Lines() => Runs.All(run => run.StrategyText is not null)
        ? LineTable.Of([.. Runs.Select(run => run.StrategyText!)])
        : [];

    // Runs of one name are told apart by the parameters in which they differ, else by their place.
    private static string? MarkOf(ComparedRun run, ComparedRun[] namesakes)
    {
        if (namesakes.Length < 2)
        {
            return null;
        }

        string mark = string.Join(", ", run.Parameters
            .Where(one => namesakes.Any(other => other.Parameters.GetValueOrDefault(one.Key) != one.Value))
            .OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key} {one.Value}"));
        bool isTold = mark.Length is > 0 and <= LongestMark
            && namesakes.All(other => other == run || !other.Parameters.SequenceEqual(run.Parameters));
        return isTold ? mark : string.Create(CultureInfo.InvariantCulture, $"{Array.IndexOf(namesakes, run) + 1}");
    }

    /// <summary>Ids out of an address: each once, at most as many as fit.</summary>
    internal static IReadOnlyList<string> IdsOf(string? text) =>
        [.. (text ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(RunArchive.IsId).Distinct(StringComparer.Ordinal).Take(MostRuns)];
}
