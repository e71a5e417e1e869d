using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Trend;

/// <summary>A stop that trails the best close by average true ranges.</summary>
public struct VolatilityStop : IIndicatorState<VolatilityStop>
{
    private TrueRange range;
    private ExponentialMean mean;
    private double multiplier;
    private double previousMean;
    private double firstClose;
    private double highest;
    private double lowest;
    private double best;
    private int bars;
    private int period;
    private bool isRising;
    private bool hasTurned;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "volatility_stop",
        Title = "Volatility Stop",
        Group = IndicatorGroups.Trend,
        Outputs = ["line", "stop"],
        Parameters =
        [
            IndicatorParameter.Period(7),
            IndicatorParameter.Number("multiplier", 3, 0.01, 100, "Distance of the stop, in average true ranges."),
        ],
        Summary = "A stop that trails the best close of a trend by average true ranges; stop is 1 on the bar that "
            + "turns it, else 0. Missing until the first turn.",
        Formula = "line = best close since the turn − multiplier × atr(n)[1] in a rise, lowest close + the same in "
            + "a fall; a close beyond it turns; the first trend is a guess and is left out, its turn too",
        Source = "J. Welles Wilder, Volatility System (1978); Stock.Indicators GetVolatilityStop.",
        Create = parameters => new Indicator<VolatilityStop>(parameters),
        WarmUpBars = p => (int)p[0] + 2,
        IsSparse = true,
    };

    public static CandleParts Reads => CandleParts.HighLowClose;

    public static VolatilityStop From(ImmutableArray<double> parameters) => new()
    {
        range = new TrueRange(),
        mean = ExponentialMean.Wilder((int)parameters[0]),
        multiplier = parameters[1],
        period = (int)parameters[0],
        previousMean = double.NaN,
        highest = double.NegativeInfinity,
        lowest = double.PositiveInfinity,
    };

    public void Step(in Candle candle, OutputRow row)
    {
        double distance = multiplier * previousMean;
        previousMean = mean.Next(range.Next(in candle));
        (row[0], row[1]) = (double.NaN, double.NaN);
        if (bars < period)
        {
            Begin(candle.Close);
            return;
        }

        double line = isRising ? best - distance : best + distance;
        bool turns = isRising ? candle.Close < line : candle.Close > line;
        if (hasTurned)
        {
            (row[0], row[1]) = (line, turns ? 1 : 0);
        }

        hasTurned |= turns;
        isRising ^= turns;
        best = turns ? candle.Close : isRising ? Math.Max(best, candle.Close) : Math.Min(best, candle.Close);
    }

    // The first trend: which way the close went over the first bars.
    private void Begin(double close)
    {
        firstClose = bars == 0 ? close : firstClose;
        highest = Math.Max(highest, close);
        lowest = Math.Min(lowest, close);
        bars++;
        isRising = close > firstClose;
        best = isRising ? highest : lowest;
    }
}
