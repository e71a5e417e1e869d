using System.Collections.Immutable;
using Microsoft.AspNetCore.Components;
using Neurotrade.Web.Dashboard.Comparing;

namespace Neurotrade.Web.Components.Pages.Comparing;

/// <summary>Every figure, a column for each run; the best of a row is strong where one is better than the others.</summary>
public sealed partial class CompareFigures
{
    [Parameter, EditorRequired]
    public required Comparison Comparison { get; set; }

    [Parameter]
    public string Convention { get; set; } = RunFigures.OwnConvention;

    [Parameter]
    public EventCallback<string> ConventionChosen { get; set; }

    /// <summary>Runs by id as far as they are open.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyDictionary<string, Opening> Openings { get; set; }

    /// <summary>The page without a run.</summary>
    [Parameter, EditorRequired]
    public required Func<string, string> AddressWithout { get; set; }

    /// <summary>The page with a run one place to the left.</summary>
    [Parameter, EditorRequired]
    public required Func<string, string> AddressBefore { get; set; }

    private IReadOnlyList<(string, string)> Conventions =>
        [.. Comparison.Runs.SelectMany(run => run.Figures.Conventions).Distinct().Select(name => (name, name))];

    private ImmutableArray<double?> SharedReturns => [.. Comparison.Runs.Select(run => Openings.GetValueOrDefault(run.Kept.Id)?.SharedReturn)];

    private ImmutableArray<double?> SharedDrawdowns => [.. Comparison.Runs.Select(run => Openings.GetValueOrDefault(run.Kept.Id)?.SharedDrawdown)];

    private string Hint => Convention == RunFigures.OwnConvention ? "the best of a row is strong" : $"under {Convention}, where it has its own";

    private string NameOf(RunFigure figure) =>
        figure.IsMoney && Comparison.IsSameMoney && !Comparison.Runs.IsEmpty ? $"{figure.Name}, {Comparison.Runs[0].Quote}" : figure.Name;

    private static string LinkOf(ComparedRun run) => run.Run.Origin is null ? $"runs/{run.Kept.Id}/report" : $"runs/{run.Kept.Id}";
}
