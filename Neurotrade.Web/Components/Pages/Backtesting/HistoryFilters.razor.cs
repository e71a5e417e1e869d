using Microsoft.AspNetCore.Components;
using Neurotrade.Web.Dashboard.Comparing;
using Neurotrade.Web.Dashboard.History;

namespace Neurotrade.Web.Components.Pages.Backtesting;

/// <summary>What narrows the history down and orders it.</summary>
public sealed partial class HistoryFilters
{
    /// <summary>All runs, whatever is shown of them.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<KeptRun> Runs { get; set; }

    [Parameter, EditorRequired]
    public required HistoryChoice Choice { get; set; }

    /// <summary>A part of the address is to be another; null takes it out.</summary>
    [Parameter]
    public EventCallback<(string Key, string? Value)> Narrowed { get; set; }

    private IEnumerable<string> Strategies => Runs.Select(run => run.Run.Strategy).Distinct().Order(StringComparer.OrdinalIgnoreCase);

    private IEnumerable<string> Symbols => Runs.SelectMany(run => run.Run.Symbols).Distinct().Order(StringComparer.Ordinal);

    private IEnumerable<(RunOutcome Outcome, int Count)> Outcomes => RunOutcome.All
        .Select(outcome => (Outcome: outcome, Count: Runs.Count(outcome.IsOf)))
        .Where(one => one.Count > 0 || one.Outcome.Key == Choice.Outcome);

    private Task TellAsync(string key, ChangeEventArgs change) => Narrowed.InvokeAsync((key, change.Value as string));

    // What is better comes first.
    private Task OrderAsync(ChangeEventArgs change) => Narrowed.InvokeAsync((
        HistoryChoice.SortKey,
        RunFigure.Find(change.Value as string ?? string.Empty) is { } figure
            ? (figure.Better == Better.Lower ? string.Empty : "-") + HistoryChoice.FigurePrefix + figure.Key
            : null));
}
