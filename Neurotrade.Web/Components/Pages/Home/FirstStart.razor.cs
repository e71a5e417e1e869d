using Microsoft.AspNetCore.Components;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard;
using Neurotrade.Web.Dashboard.Jobs;
using Neurotrade.Web.Doctor;

namespace Neurotrade.Web.Components.Pages.Home;

/// <summary>What a person sees first: three steps, the sample's result, what the machine offers.</summary>
public sealed partial class FirstStart
{
    [Inject]
    internal JobQueue Jobs { get; set; } = default!;

    /// <summary>The sample's run; null until it is there.</summary>
    [Parameter, EditorRequired]
    public required PastRun? Run { get; set; }

    /// <summary>The job that makes it.</summary>
    [Parameter, EditorRequired]
    public required Job? Job { get; set; }

    /// <summary>Strategies that ship.</summary>
    [Parameter, EditorRequired]
    public required int Samples { get; set; }

    /// <summary>What the machine offers; null while it is examined.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<Finding>? Findings { get; set; }

    /// <summary>What ages are counted from.</summary>
    [Parameter]
    public DateTimeOffset Now { get; set; }

    private static CurveChartOptions Equity(PastRun run) => new(
        $"api/runs/{run.Id}/curves?names=equity,benchmark",
        [
            new CurvePanel("money", 1, true, run.Capital,
                [new("benchmark", "Buy and hold", "s6", 1.25, 0), new("equity", "Strategy", "s1", 2, 0)]),
        ],
        Log: false,
        Zooms: false);

    private static string EquityLabel(PastRun run) =>
        $"Equity from {Figures.Number(run.Capital, 0)} to {Figures.Number(run.FinalEquity, 0)}; buy and hold {Figures.Gain(run.BuyAndHoldReturn)}";
}
