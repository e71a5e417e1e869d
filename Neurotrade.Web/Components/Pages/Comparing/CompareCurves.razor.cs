using Microsoft.AspNetCore.Components;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard.Comparing;

namespace Neurotrade.Web.Components.Pages.Comparing;

/// <summary>The equity of every run as its return since the start, and its drawdown below, on one axis of time.</summary>
public sealed partial class CompareCurves
{
    private static readonly IReadOnlyList<(bool, string)> Periods = [(false, "Each its own"), (true, "What all cover")];

    [Parameter, EditorRequired]
    public required Comparison Comparison { get; set; }

    /// <summary>Runs by id as far as they are open.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyDictionary<string, Opening> Openings { get; set; }

    [Parameter]
    public bool IsOverShared { get; set; }

    [Parameter]
    public EventCallback<bool> SharedChosen { get; set; }

    private bool IsSettled => Comparison.Runs.All(run => Openings.ContainsKey(run.Kept.Id));

    private IReadOnlyList<ComparedRun> Drawn => [.. Comparison.Runs.Where(run => Of(run)?.IsOpen == true)];

    private string Hint => IsOverShared ? "since all cover the time, UTC" : "each since its own start, UTC";

    private CurveChartOptions Options
    {
        get
        {
            string ids = string.Join(',', Drawn.Select(run => run.Kept.Id));
            string period = IsOverShared && Comparison.Shared is { } shared ? $"&since={shared.From}&until={shared.To}" : string.Empty;
            return new CurveChartOptions(
                $"api/compare/curves?runs={ids}{period}",
                [
                    new CurvePanel("percent", 2.2, true, 0, [.. Drawn.Select((run, i) => LineOf(run, $"growth{i}", 1.75))]),
                    new CurvePanel("percent", 1, false, null, [.. Drawn.Select((run, i) => LineOf(run, $"drawdown{i}", 1.25))]),
                ],
                Log: false, Zooms: true);
        }
    }

    private string Summary => "Return since the start and drawdown of " + string.Join("; ", Drawn.Select(run =>
        $"{run.Title}: {Figures.Gain(run.Run.TotalReturn)}, deepest fall {Figures.Gain(-run.Run.MaxDrawdown)}"));

    private Opening? Of(ComparedRun run) => Openings.GetValueOrDefault(run.Kept.Id);

    private CurveLine LineOf(ComparedRun run, string column, double width)
    {
        int place = Comparison.Runs.IndexOf(run);
        return new CurveLine(column, run.Title, SeriesLook.ColorOf(place), width, 0, SeriesLook.ShapeOf(place));
    }
}
