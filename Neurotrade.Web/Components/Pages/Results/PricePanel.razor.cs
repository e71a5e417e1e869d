using System.Globalization;
using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Market;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard;

namespace Neurotrade.Web.Components.Pages.Results;

/// <summary>Prices of one symbol of a run with its trades and the strategy's indicators.</summary>
public sealed partial class PricePanel
{
    private const int BarsAtFirst = 300;
    private static readonly IReadOnlyList<(int, string)> Spans = [(30, "1 m"), (91, "3 m"), (365, "1 y"), (0, "All")];

    private PriceChart? chart;
    private PriceChartOptions? options;
    private int shownSymbol = -1;

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

    [Parameter]
    public EventCallback<int> SymbolChosen { get; set; }

    [Parameter]
    public EventCallback<int> BarChosen { get; set; }

    [Parameter]
    public EventCallback<RowRange> RangeMoved { get; set; }

    private CandleSeries Bars => Run.Bars[Symbol];

    private ChartPlan Plan => ChartPlan.Of(Run.Strategy);

    private IReadOnlyList<(int, string)> SymbolChoices => [.. Run.Bars.Select((series, i) => (i, series.Symbol.ToString()))];

    // One key for each indicator over the prices, however many outputs it has.
    private IEnumerable<(string Name, string Color)> Keys => Plan.Lines
        .Where(line => line.Pane == 0)
        .GroupBy(line => line.Instance)
        .Select(lines => (ChartPlan.NameOf(Run.Strategy.Indicators[lines.Key]), lines.First().Color));

    private PriceChartOptions Options => options!;

    private string Label => string.Create(CultureInfo.InvariantCulture,
        $"{Bars.Symbol} {Bars.Timeframe}, {Bars.Count:N0} candles, {Run.Result.Trades.Count(t => t.Symbol == Bars.Symbol):N0} trades");

    public Task SelectAsync(int? bar) => chart?.SelectAsync(bar) ?? Task.CompletedTask;

    public Task ShowAsync(int from, int to) => chart?.ShowAsync(from, to) ?? Task.CompletedTask;

    protected override void OnParametersSet()
    {
        if (shownSymbol == Symbol)
        {
            return;
        }

        shownSymbol = Symbol;
        string symbol = Bars.Symbol.ToString().Replace('/', '-');
        string id = Run.Record.Id;
        options = new PriceChartOptions(
            $"api/runs/{id}/candles?symbol={symbol}",
            $"api/runs/{id}/trades?symbol={symbol}",
            Bars.Count,
            DigitsOf(Bars),
            [.. Plan.Lines.Select(line => new PriceOverlay(
                line.Column, line.Color, line.Width, line.Pane, line.Histogram, line.Steps, []))],
            Plan.Panes,
            FirstRange(),
            Bar);
    }

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
