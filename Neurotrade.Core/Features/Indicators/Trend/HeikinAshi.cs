using System.Collections.Immutable;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Trend;

/// <summary>Candles smoothed by the candles before them.</summary>
public struct HeikinAshi : IIndicatorState<HeikinAshi>
{
    private double previousOpen;
    private double previousClose;
    private bool hasStarted;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "heikin_ashi",
        Title = "Heikin-Ashi",
        Group = IndicatorGroups.Trend,
        Outputs = ["open", "high", "low", "close"],
        Parameters = [],
        Summary = "Candles smoothed by the candles before them, so that trends show as runs "
            + "of one colour.",
        Formula = "close = ohlc4; open = (open[1] + close[1]) / 2 of the smoothed candle, "
            + "on the first bar of the candle itself; high = max(high, open, close); "
            + "low = min(low, open, close)",
        Source = "Munehisa Homma; Stock.Indicators GetHeikinAshi.",
        Create = parameters => new Indicator<HeikinAshi>(parameters),
        WarmUpBars = _ => 0,
    };

    public static CandleParts Reads => CandleParts.Open | CandleParts.HighLowClose;

    public static HeikinAshi From(ImmutableArray<double> parameters) => default;

    public void Step(in Candle candle, OutputRow row)
    {
        double close = CandleFields.Ohlc4(candle.Open, candle.High, candle.Low, candle.Close);
        double open = hasStarted ? (previousOpen + previousClose) / 2 : CandleFields.Hl2(candle.Open, candle.Close);
        (previousOpen, previousClose, hasStarted) = (open, close, true);
        row[0] = open;
        row[1] = Math.Max(candle.High, Math.Max(open, close));
        row[2] = Math.Min(candle.Low, Math.Min(open, close));
        row[3] = close;
    }
}
