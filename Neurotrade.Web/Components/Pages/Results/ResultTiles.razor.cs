using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Research;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard;

namespace Neurotrade.Web.Components.Pages.Results;

/// <summary>The verdict in eight figures, under the convention that is chosen.</summary>
public sealed partial class ResultTiles
{
    [Parameter, EditorRequired]
    public required OpenRun Run { get; set; }

    /// <summary>A convention's name; null or unknown: the default.</summary>
    [Parameter]
    public string? Convention { get; set; }

    [Parameter]
    public EventCallback<string> ConventionChosen { get; set; }

    private Metrics Metrics => Run.Analysis.Metrics;

    private TradeFigures Trades => Metrics.Trades;

    private MetricConvention Shown =>
        Run.Analysis.Conventions.FirstOrDefault(one => one.Name == Convention) ?? Run.Analysis.Conventions[0];

    private IReadOnlyList<(string Value, string Name)> Names =>
        [.. Run.Analysis.Conventions.Select(convention => (convention.Name, convention.Name))];

    private string? TooFewTrades => Warning("few_trades");

    private string? TooFewDays => Warning("short_span");

    // The interval is of the default convention's ratio.
    private string SharpeNote => Shown == Run.Analysis.Conventions[0] && Run.Analysis.Risk.SharpeLow95 is { } low
        ? $"95%: {Figures.Number(low, 1)} to {Figures.Number(Run.Analysis.Risk.SharpeHigh95, 1)} · {Shown.Name}"
        : Shown.Name;

    // A figure that changed says under which name.
    private string NoteOf(Func<MetricConvention, double?> figure, string note) =>
        figure(Shown) == figure(Run.Analysis.Conventions[0]) ? note : $"as {Shown.Name} counts it";

    private string WinNote =>
        $"won {Figures.Number(Trades.AvgWin, 0)}, lost {Figures.Number(-Trades.AvgLoss, 0)} on average";

    private string ExpectancyText => Shown.ExpectancyUnit switch
    {
        "fraction" => Figures.Gain(Shown.Expectancy, 2),
        "ratio" => Figures.Number(Shown.Expectancy),
        _ => (Shown.Expectancy > 0 ? "+" : string.Empty) + Figures.Number(Shown.Expectancy, Math.Abs(Shown.Expectancy ?? 0) < 10 ? 2 : 0),
    };

    private string? ExpectancyUnit => Shown.ExpectancyUnit == "quote" ? Run.Strategy.Market.Symbols[0].Quote : null;

    private string? Warning(string code) => Run.Analysis.Warnings.FirstOrDefault(warning => warning.Code == code)?.Text;
}
