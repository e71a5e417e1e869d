using Neurotrade.Web.Dashboard.Comparing;
using Neurotrade.Web.Dashboard.History;

namespace Neurotrade.Web.Components.Pages.Backtesting;

/// <summary>Which runs of the history are shown, and in which order; it stands in the page's address.</summary>
public sealed record HistoryChoice
{
    // The parts of the address.
    public const string WordsKey = "q";
    public const string StrategyKey = "strategy";
    public const string SymbolKey = "symbol";
    public const string OutcomeKey = "outcome";
    public const string SortKey = "sort";

    /// <summary>Before a figure's key in the order.</summary>
    public const string FigurePrefix = "m.";

    /// <summary>Words that a run must hold.</summary>
    public string Words { get; init; } = string.Empty;

    public string? Strategy { get; init; }

    public string? Symbol { get; init; }

    /// <summary>A <see cref="RunOutcome"/> by its key.</summary>
    public string? Outcome { get; init; }

    /// <summary>The column's key, with a dash before it for falling order.</summary>
    public string? Sort { get; init; }

    public bool IsRising => (Named is not null || Figure is not null) && !Sort!.StartsWith('-');

    /// <summary>The figure that orders, where it has no column of its own.</summary>
    public RunFigure? Figure => Sort?.TrimStart('-') is { } key && key.StartsWith(FigurePrefix, StringComparison.Ordinal)
        ? RunFigure.Find(key[FigurePrefix.Length..])
        : null;

    /// <summary>Whether anything is left out.</summary>
    public bool IsNarrow => Words.Length > 0 || Strategy is not null || Symbol is not null || Outcome is not null;

    private RunColumn? Named => Sort is null ? null : RunColumn.Find(Sort.TrimStart('-'));

    /// <summary>The column that orders; <paramref name="valueOf"/> knows the figures that the list has no column for.</summary>
    internal RunColumn ColumnOf(Func<string, RunFigure, double?> valueOf) => Figure is { } figure
        ? new RunColumn(figure.Name, FigurePrefix + figure.Key, "r", run => valueOf(run.Id, figure))
        : Named ?? RunColumn.Newest;

    /// <summary>What it lets through, in the order of a column.</summary>
    internal IReadOnlyList<KeptRun> Of(IReadOnlyList<KeptRun> runs, RunColumn column)
    {
        string[] words = Words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        RunOutcome? outcome = RunOutcome.Find(Outcome);
        Dictionary<string, KeptRun> found = runs.Where(kept =>
                (Strategy is null || kept.Run.Strategy == Strategy)
                && (Symbol is null || kept.Run.Symbols.Contains(Symbol))
                && (outcome is null || outcome.IsOf(kept))
                && words.All(word => Holds(kept, word)))
            .ToDictionary(kept => kept.Id, StringComparer.Ordinal);
        return [.. column.Order(found.Values.Select(kept => kept.Run), IsRising).Select(run => found[run.Id])];
    }

    private static bool Holds(KeptRun kept, string word) =>
        kept.Run.Strategy.Contains(word, StringComparison.OrdinalIgnoreCase)
        || kept.Note.Label?.Contains(word, StringComparison.OrdinalIgnoreCase) == true
        || kept.Run.Timeframe.Equals(word, StringComparison.OrdinalIgnoreCase)
        || kept.Run.Id.Contains(word, StringComparison.OrdinalIgnoreCase)
        || kept.Run.Symbols.Any(symbol => symbol.Contains(word, StringComparison.OrdinalIgnoreCase));
}
