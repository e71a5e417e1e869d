using System.Globalization;
using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Market;
using Neurotrade.Web.Dashboard.Strategies;

namespace Neurotrade.Web.Components.Pages.Strategies;

/// <summary>Whether a text can be used, or everything that is wrong in it; a press leads to the place.</summary>
public sealed partial class ProblemsPanel
{
    private const int MostProblems = 50;

    [Parameter, EditorRequired]
    public required StrategyCheck Reading { get; set; }

    /// <summary>Why the file could not be written.</summary>
    [Parameter]
    public string? SaveProblem { get; set; }

    [Parameter]
    public EventCallback<Problem> Chosen { get; set; }

    private string ProblemCount => Reading.Problems.Count == 1
        ? "1 problem"
        : string.Create(CultureInfo.InvariantCulture, $"{Reading.Problems.Count} problems");
}
