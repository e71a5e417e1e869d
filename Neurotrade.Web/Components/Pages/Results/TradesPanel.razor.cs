using System.Globalization;
using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard;

namespace Neurotrade.Web.Components.Pages.Results;

/// <summary>Every closed trade; choosing one shows it on the chart.</summary>
public sealed partial class TradesPanel
{
    private OpenRun? listed;
    private IReadOnlyList<TradeRow> rows = [];
    private IReadOnlyList<TableColumn<TradeRow>> columns = [];
    private double furthest = 0.01;

    [Parameter, EditorRequired]
    public required OpenRun Run { get; set; }

    [Parameter]
    public TableView View { get; set; } = new();

    [Parameter]
    public EventCallback<TableView> ViewChanged { get; set; }

    /// <summary>The chosen trade's id.</summary>
    [Parameter]
    public int? Trade { get; set; }

    [Parameter]
    public EventCallback<BacktestTrade> TradeChosen { get; set; }

    private string CountText
    {
        get
        {
            int open = Run.Result.OpenPositions.Length;
            string still = open == 0 ? "none open" : string.Create(CultureInfo.InvariantCulture, $"{open} open");
            return string.Create(CultureInfo.InvariantCulture, $"{rows.Count:N0} closed, {still}");
        }
    }

    protected override void OnParametersSet()
    {
        if (listed != Run)
        {
            listed = Run;
            rows = Run.TradeRows;
            furthest = FurthestOf(rows);
            columns = Columns();
        }
    }

    private IReadOnlyList<TableColumn<TradeRow>> Columns()
    {
        string quote = Run.Strategy.Market.Symbols[0].Quote;
        var all = new List<TableColumn<TradeRow>>
        {
            new("id", "#", row => row.Trade.Id.ToString(CultureInfo.InvariantCulture), row => row.Trade.Id, "r") { Cell = IdCell },
            new("symbol", "Symbol", row => row.Trade.Symbol.ToString(), row => row.Trade.Symbol.ToString()),
            new("entered", "Entered", row => Figures.Time(row.Trade.EntryMillis), row => row.Trade.EntryMillis),
            new("entry", "Price", row => Figures.Number(row.Trade.EntryPrice), row => row.Trade.EntryPrice, "r hide-s"),
            new("left", "Left", row => Figures.Time(row.Trade.ExitMillis), row => row.Trade.ExitMillis, "hide-s"),
            new("exit", "Price", row => Figures.Number(row.Trade.ExitPrice), row => row.Trade.ExitPrice, "r hide-s"),
            new("quantity", "Quantity", row => Figures.Number(row.Trade.Quantity, 5), row => row.Trade.Quantity, "r hide-m"),
            new("pnl", $"PnL, {quote}", row => Pnl(row.Trade.Pnl), row => row.Trade.Pnl, "r") { Cell = PnlCell },
            new("return", "Return", row => Figures.Gain(row.Trade.PnlPct, 2), row => row.Trade.PnlPct, "r") { Cell = ReturnCell },
            new("range", "Worst and best point", row => Figures.Gain(row.Excursion.Favourable), null, "hide-m") { Cell = RangeCell },
            new("held", "Held", row => Held(row.Trade), row => row.Trade.ExitMillis - row.Trade.EntryMillis, "r hide-s"),
            new("by", "Left by", row => row.Trade.ExitReason.Text(), row => row.Trade.ExitReason.Text(), "hide-s"),
            new("tag", "Tag", row => row.Trade.Tag, row => row.Trade.Tag, "hide-m"),
        };
        bool isOneSymbol = Run.Bars.Length == 1;
        bool isTagged = rows.Any(row => row.Trade.Tag.Length > 0);
        return [.. all.Where(column => (column.Key != "symbol" || !isOneSymbol) && (column.Key != "tag" || isTagged))];
    }

    private Task FilterAsync(string words) => ViewChanged.InvokeAsync(View with { Filter = words, Page = 1 });

    private static string Pnl(double pnl) => (pnl > 0 ? "+" : string.Empty) + Figures.Number(pnl);

    private static string Held(BacktestTrade trade) =>
        trade.BarsHeld == 0 ? "one bar" : Figures.Span(trade.ExitMillis - trade.EntryMillis);

    // So that one trade that went very far does not make points of all others.
    private static double FurthestOf(IReadOnlyList<TradeRow> rows)
    {
        double[] reaches = [.. rows.Select(row => Math.Max(row.Excursion.Favourable, -row.Excursion.Adverse)).Order()];
        return reaches.Length == 0 ? 0.01 : Math.Max(1e-6, reaches[(int)(0.9 * (reaches.Length - 1))]);
    }

    private string Left(double value) => Percent(50 + (50 * value / furthest));

    // A trade that went further than the scale fills its half.
    private string Wide(double value) => Percent(Math.Min(50, 50 * Math.Abs(value) / furthest));

    private static string Percent(double value) => Math.Clamp(value, 0, 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
