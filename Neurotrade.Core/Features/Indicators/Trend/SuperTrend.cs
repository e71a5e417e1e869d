using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Trend;

/// <summary>A band by ATR that price has to cross to change sides.</summary>
public struct SuperTrend : IIndicatorState<SuperTrend>
{
    private TrueRange range;
    private ExponentialMean mean;
    private TrailingBands bands;
    private double multiplier;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "supertrend",
        Title = "SuperTrend",
        Group = IndicatorGroups.Trend,
        Outputs = ["line", "direction"],
        Parameters =
        [
            IndicatorParameter.Period(10),
            IndicatorParameter.Number("multiplier", 3, 0.01, 100, "Distance of the band, in average true ranges."),
        ],
        Summary = "A trailing band by average true range; direction is 1 above it and −1 "
            + "below.",
        Formula = "bands = hl2 ± multiplier × atr(n); the upper band only falls and the "
            + "lower only rises until the close before crossed it; line is the lower "
            + "band while the close stays above it, else the upper",
        Source = "Olivier Seban; Stock.Indicators GetSuperTrend.",
        Differences = "TradingView seeds the average true range with the first bar's range.",
        Create = parameters => new Indicator<SuperTrend>(parameters),
        WarmUpBars = p => (int)p[0],
    };

    public static CandleParts Reads => CandleParts.HighLowClose;

    public static SuperTrend From(ImmutableArray<double> parameters) => new()
    {
        range = new TrueRange(),
        mean = ExponentialMean.Wilder((int)parameters[0]),
        bands = new TrailingBands(),
        multiplier = parameters[1],
    };

    public void Step(in Candle candle, OutputRow row)
    {
        double distance = multiplier * mean.Next(range.Next(in candle));
        double middle = CandleFields.Hl2(candle.High, candle.Low);
        if (double.IsNaN(distance))
        {
            (row[0], row[1]) = (double.NaN, double.NaN);
            bands.Wait(candle.Close);
            return;
        }

        row[0] = bands.Next(middle, distance, candle.Close, middle);
        row[1] = bands.IsRising ? 1 : -1;
    }
}
