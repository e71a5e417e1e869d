using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Trend;

/// <summary>A stop that trails the close by average true ranges.</summary>
public struct AverageTrueRangeStop : IIndicatorState<AverageTrueRangeStop>
{
    private TrueRange range;
    private ExponentialMean mean;
    private TrailingBands bands;
    private double multiplier;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "atr_trailing_stop",
        Title = "ATR Trailing Stop",
        Group = IndicatorGroups.Trend,
        Outputs = ["line", "direction"],
        Parameters =
        [
            IndicatorParameter.Period(21),
            IndicatorParameter.Number("multiplier", 3, 0.01, 100, "Distance of the stop, in average true ranges."),
        ],
        Summary = "A stop that trails the close by so many average true ranges; direction is 1 while it lies below "
            + "and −1 while above.",
        Formula = "bands = close ± multiplier × atr(n); the upper band only falls and the lower only rises until "
            + "the close before crossed it; line is the lower band while the close stays above it, else the upper",
        Source = "J. Welles Wilder (1978); Stock.Indicators GetAtrStop, of closes.",
        Create = parameters => new Indicator<AverageTrueRangeStop>(parameters),
        WarmUpBars = p => (int)p[0],
    };

    public static CandleParts Reads => CandleParts.HighLowClose;

    public static AverageTrueRangeStop From(ImmutableArray<double> parameters) => new()
    {
        range = new TrueRange(),
        mean = ExponentialMean.Wilder((int)parameters[0]),
        bands = new TrailingBands(),
        multiplier = parameters[1],
    };

    public void Step(in Candle candle, OutputRow row)
    {
        double distance = multiplier * mean.Next(range.Next(in candle));
        if (double.IsNaN(distance))
        {
            (row[0], row[1]) = (double.NaN, double.NaN);
            bands.Wait(candle.Close);
            return;
        }

        row[0] = bands.Next(candle.Close, distance, candle.Close, bands.PreviousClose);
        row[1] = bands.IsRising ? 1 : -1;
    }
}
