using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Research;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard;

namespace Neurotrade.Web.Components.Pages.Results;

/// <summary>The statistics of a run: curves, months, returns, and where the money came from.</summary>
public sealed partial class ResultPanels
{
    private static readonly IReadOnlyList<(bool, string)> Axes = [(false, "Linear"), (true, "Log")];
    private static readonly IReadOnlyList<(string, string)> Distributions = [("trades", "Trades"), ("days", "Days")];
    private static readonly IReadOnlyList<(string, string)> Sources = [("exit", "Exit"), ("tag", "Tag"), ("symbol", "Symbol")];

    private OpenRun? binned;
    private Bins tradeBins = Bins.None;
    private Bins dayBins = Bins.None;

    [Parameter, EditorRequired]
    public required OpenRun Run { get; set; }

    [Parameter]
    public bool IsLog { get; set; }

    /// <summary><c>trades</c> or <c>days</c>.</summary>
    [Parameter]
    public string Distribution { get; set; } = "trades";

    /// <summary><c>exit</c>, <c>tag</c> or <c>symbol</c>.</summary>
    [Parameter]
    public string Source { get; set; } = "exit";

    [Parameter]
    public EventCallback<bool> LogChosen { get; set; }

    [Parameter]
    public EventCallback<string> DistributionChosen { get; set; }

    [Parameter]
    public EventCallback<string> SourceChosen { get; set; }

    /// <summary>Names of the panels whose data stand as a table: <c>equity returns rolling exposure</c>.</summary>
    [Parameter]
    public IReadOnlyCollection<string> Tables { get; set; } = [];

    /// <summary>A panel's name.</summary>
    [Parameter]
    public EventCallback<string> TableToggled { get; set; }

    private IReadOnlyList<DayColumn> EquityDays =>
    [
        new("equity", $"Equity, {Quote}", "money"), new("benchmark", $"Buy and hold, {Quote}", "money"),
        new("drawdown", "Drawdown", "percent"),
    ];

    private static IReadOnlyList<DayColumn> RollingDays => [new("rolling", "Sharpe", "ratio")];

    private static IReadOnlyList<DayColumn> ExposureDays => [new("exposure", "In positions", "percent")];

    private string Url => $"api/runs/{Run.Record.Id}/curves";

    private string Quote => Run.Strategy.Market.Symbols[0].Quote;

    private CurveChartOptions EquityOptions => new(
        $"{Url}?names=equity,benchmark,drawdown",
        [
            new CurvePanel("money", 2.6, true, null,
                [new("benchmark", "Buy and hold", "s6", 1.25, 0), new("equity", "Strategy", "s1", 2, 0)]),
            new CurvePanel("percent", 1, false, null, [new("drawdown", "Drawdown", "loss-fill", 1, 0.16)]),
        ],
        IsLog,
        Zooms: true);

    private CurveChartOptions RollingOptions => new(
        $"{Url}?names=rolling",
        [new CurvePanel("ratio", 1, true, 0, [new("rolling", "Sharpe", "s3", 1.5, 0)])],
        Log: false,
        Zooms: false);

    private CurveChartOptions ExposureOptions => new(
        $"{Url}?names=exposure",
        [new CurvePanel("percent", 1, false, null, [new("exposure", "In positions", "s1", 1, 0.12)])],
        Log: false,
        Zooms: false);

    private string EquityLabel =>
        $"Equity from {Figures.Number(Run.Result.Capital, 0)} to {Figures.Number(Run.Analysis.Metrics.FinalEquity, 0)} {Quote}, "
        + $"deepest fall {Figures.Gain(-Run.Analysis.Metrics.MaxDrawdown)}; "
        + $"buy and hold {Figures.Gain(Run.Analysis.Metrics.BuyAndHoldReturn)}";

    private string ExposureLabel =>
        $"Share of equity in positions; in a position {Figures.Percent(Run.Analysis.Metrics.Exposure, 0)} of bars";

    private Bins Bins => Distribution == "days" ? dayBins : tradeBins;

    private string MeanText => Distribution == "days"
        ? $"mean {Figures.Gain(Run.Analysis.Daily.Returns is { Length: > 0 } returns ? returns.Average() : null, 2)} a day"
        : $"mean {Figures.Gain(Run.Analysis.Metrics.Trades.AvgReturn)} a trade";

    private IReadOnlyList<TradeGroup> Groups => Source switch
    {
        "tag" => Run.Analysis.ByTag,
        "symbol" => Run.Analysis.BySymbol,
        _ => Run.Analysis.ByExit,
    };

    private string SourceTitle => Source switch { "tag" => "Tag", "symbol" => "Symbol", _ => "Left by" };

    protected override void OnParametersSet()
    {
        if (binned != Run)
        {
            binned = Run;
            tradeBins = Bins.Of([.. Run.Result.Trades.Select(trade => trade.PnlPct)]);
            dayBins = Bins.Of(Run.Analysis.Daily.Returns);
        }
    }

    private bool IsTable(string panel) => Tables.Contains(panel);

    private string BinText(int bin)
    {
        (string low, string high) = (Figures.Gain(Bins.Edges[bin]), Figures.Gain(Bins.Edges[bin + 1]));
        return bin == 0 && Bins.IsOpenBelow ? $"under {high}"
            : bin == Bins.Counts.Length - 1 && Bins.IsOpenAbove ? $"{low} and more"
            : $"{low} to {high}";
    }

    private static string Plus(double value) => value > 0 ? "+" : string.Empty;
}
