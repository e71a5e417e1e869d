using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;
using Neurotrade.Web.Components.Controls;

namespace Neurotrade.Web.Components.Pages.Candles;

/// <summary>The gaps of a series, the longest first; each leads to its place on the chart.</summary>
public sealed partial class GapsPanel
{
    private TableView view = new("-missing");
    private IReadOnlyList<TableColumn<CandleGap>>? columns;

    /// <summary>In order of time.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<CandleGap> Gaps { get; set; }

    /// <summary>What the candles' length is.</summary>
    [Parameter, EditorRequired]
    public required Timeframe Timeframe { get; set; }

    /// <summary>Where a gap is shown, by the open time of the candle before it.</summary>
    [Parameter, EditorRequired]
    public required Func<long, string> AddressOf { get; set; }

    /// <summary>The one that is shown.</summary>
    [Parameter]
    public long? At { get; set; }

    private IReadOnlyList<TableColumn<CandleGap>> Columns => columns ??=
    [
        new("from", "From", gap => Figures.Time(FromOf(gap)), gap => gap.AfterMillis)
        {
            Cell = gap => builder =>
            {
                builder.OpenElement(0, "a");
                builder.AddAttribute(1, "href", AddressOf(gap.AfterMillis));
                builder.AddContent(2, Figures.Time(FromOf(gap)));
                builder.CloseElement();
            },
        },
        new("to", "To", ToOf, gap => gap.NextMillis),
        new("missing", "Missing", gap => Figures.Span(gap.Missing * Timeframe.Millis), gap => gap.Missing, "r"),
        new("candles", "Candles", gap => Figures.Number(gap.Missing, 0), gap => gap.Missing, "r hide-s"),
    ];

    // The day is said again only where it is another.
    private string ToOf(CandleGap gap) => Figures.Day(gap.NextMillis) == Figures.Day(FromOf(gap))
        ? Figures.Time(gap.NextMillis)[^5..]
        : Figures.Time(gap.NextMillis);

    // The first candle that is missing.
    private long FromOf(CandleGap gap) => gap.AfterMillis + Timeframe.Millis;
}
