using System.Globalization;
using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Features;
using Neurotrade.Core.Market;
using Neurotrade.Core.Orders;
using Neurotrade.Core.Strategies;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard;

namespace Neurotrade.Web.Components.Pages.Results;

/// <summary>Prices of one symbol of a run with its trades and the strategy's indicators.</summary>
public sealed partial class PricePanel
{
    /// <summary>Stands for stops and targets among hidden names; no indicator can be called so.</summary>
    public const string LevelsName = "*levels";

    private const int BarsAtFirst = 300;
    private static readonly IReadOnlyList<(int, string)> Spans = [(30, "1 m"), (91, "3 m"), (365, "1 y"), (0, "All")];

    private PriceChart? chart;
    private PriceChartOptions? options;
    private (int Symbol, string Hidden, bool IsTable)? shown;

    [Parameter, EditorRequired]
    public required OpenRun Run { get; set; }

    /// <summary>Place in the strategy's list.</summary>
    [Parameter]
    public int Symbol { get; set; }

    [Parameter]
    public int? Bar { get; set; }

    [Parameter]
    public int? From { get; set; }

    [Parameter]
    public int? To { get; set; }

    /// <summary>Names of indicators that are not drawn, with commas; <see cref="LevelsName"/> for stops and targets.</summary>
    [Parameter]
    public string Hidden { get; set; } = string.Empty;

    /// <summary>A name is to be hidden, or drawn again.</summary>
    [Parameter]
    public EventCallback<string> LineToggled { get; set; }

    /// <summary>Whether a table stands in the chart's place.</summary>
    [Parameter]
    public bool IsTable { get; set; }

    [Parameter]
    public EventCallback TableToggled { get; set; }

    [Parameter]
    public EventCallback<int> SymbolChosen { get; set; }

    [Parameter]
    public EventCallback<int> BarChosen { get; set; }

    [Parameter]
    public EventCallback<RowRange> RangeMoved { get; set; }

    private CandleSeries Bars => Run.Bars[Symbol];

    // The reference outlives a chart that gave its place to the table.
    private PriceChart? Shown => IsTable ? null : chart;

    private string[] HiddenNames => Hidden.Split(',', StringSplitOptions.RemoveEmptyEntries);

    private ChartPlan Plan => ChartPlan.Of(Run.Strategy, HiddenNames);

    private bool HasLevels => ProtectionPlan.OrderCount(Run.Strategy.Orders) > 0 || Run.Strategy.Orders.Entry is EntryPlan.AtLimit;

    private IEnumerable<ChartKey> Keys => HasLevels
        ? Plan.Keys.Append(new ChartKey(LevelsName, "stops and targets", "loss-fill", !HiddenNames.Contains(LevelsName)))
        : Plan.Keys;

    private IReadOnlyList<(int, string)> SymbolChoices => [.. Run.Bars.Select((series, i) => (i, series.Symbol.ToString()))];

    private PriceChartOptions Options => options!;

    private string Label => string.Create(CultureInfo.InvariantCulture,
        $"{Bars.Symbol} {Bars.Timeframe}, {Bars.Count:N0} candles, {Run.Result.Trades.Count(t => t.Symbol == Bars.Symbol):N0} trades");

    public Task SelectAsync(int? bar) => Shown?.SelectAsync(bar) ?? Task.CompletedTask;

    public Task LookAsync(int from, int to, int bar) => Shown?.LookAsync(from, to, bar) ?? Task.CompletedTask;

    public Task RevealAsync() => chart?.RevealAsync() ?? Task.CompletedTask;

    protected override void OnParametersSet()
    {
        if (shown == (Symbol, Hidden, IsTable))
        {
            return;
        }

        shown = (Symbol, Hidden, IsTable);
        ChartPlan plan = Plan;
        string symbol = Bars.Symbol.ToString().Replace('/', '-');
        string id = Run.Record.Id;
        options = new PriceChartOptions(
            $"api/runs/{id}/candles?symbol={symbol}{(Hidden.Length == 0 ? string.Empty : $"&hide={Uri.EscapeDataString(Hidden)}")}",
            $"api/runs/{id}/trades?symbol={symbol}",
            Bars.Count,
            DigitsOf(Bars),
            [.. plan.Lines.Select(line => new PriceOverlay(
                line.Column, NameOf(line), line.Color, line.Width, line.Pane, line.Histogram, line.Steps, line.Guides))],
            plan.Panes,
            FirstRange(),
            Bar)
        {
            LevelsUrl = HasLevels && !HiddenNames.Contains(LevelsName) ? $"api/runs/{id}/levels?symbol={symbol}" : null,
        };
    }

    // Over the prices the bare name is the first output; a pane has the instance's name already.
    private string NameOf(ChartLine line)
    {
        IndicatorInstance instance = Run.Strategy.Indicators[line.Instance];
        return line.Pane > 0 ? instance.Definition.Outputs.Length == 1 ? string.Empty : instance.Definition.Outputs[line.Output]
            : line.Output == 0 ? instance.Name : line.Column;
    }

    private string SwitchTitle(ChartKey key) => key.IsShown ? "Drawn; press to hide"
        : HiddenNames.Contains(key.Instance) ? "Hidden; press to draw"
        : string.Create(CultureInfo.InvariantCulture, $"Only {ChartPlan.MostPanes} panes fit; hide another to draw this");

    private RowRange FirstRange()
    {
        if (From is { } from && To is { } to && to > from)
        {
            return new RowRange(from, to);
        }

        int last = Bars.Count;
        if (Bar is { } bar && bar >= 0 && bar < last)
        {
            return new RowRange(bar - (BarsAtFirst / 2), bar + (BarsAtFirst / 2));
        }

        return new RowRange(Math.Max(0, last - BarsAtFirst), last);
    }

    private async Task ShowSpanAsync(int days)
    {
        if (chart is null || Bars.Count == 0)
        {
            return;
        }

        if (days == 0)
        {
            await chart.ShowAsync(0, Bars.Count);
            return;
        }

        // Around what is looked at: the chosen bar, else the end.
        int rows = (int)Math.Max(10, days * Instant.MillisPerDay / Bars.Timeframe.Millis);
        int end = Math.Min(Bars.Count, (Bar ?? Bars.Count) + (Bar is null ? 0 : rows / 2));
        await chart.ShowAsync(end - rows, end);
    }

    private static int DigitsOf(CandleSeries bars)
    {
        double price = bars.Count == 0 ? 1 : bars.Closes[^1];
        return price >= 1000 ? 2 : price >= 10 ? 3 : price >= 0.1 ? 5 : 8;
    }
}
