using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Momentum;

/// <summary>A rate of change in a band of its own size.</summary>
public struct RateOfChangeBands : IIndicatorState<RateOfChangeBands>
{
    private Delay closes;
    private ExponentialMean mean;
    private SeriesWindow squares;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "roc_bands",
        Title = "Rate of Change with Bands",
        Group = IndicatorGroups.Momentum,
        Outputs = ["roc", "ema", "upper", "lower"],
        Parameters =
        [
            IndicatorParameter.Period(20),
            IndicatorParameter.Bars("ema", 5, "Bars of the average of the rate."),
            IndicatorParameter.Bars("stddev", 5, "Bars of the size of the rate."),
        ],
        Summary = "The rate of change of the close with an average of it and a band as wide as it usually is.",
        Formula = "roc = 100 × (close − close[n]) / close[n]; ema = ema(roc, ema); upper = √(Σ roc² / stddev) over "
            + "stddev bars; lower = −upper",
        Source = "Stock.Indicators GetRocWb.",
        Create = parameters => new Indicator<RateOfChangeBands>(parameters),
        WarmUpBars = p => (int)p[0] + Math.Max((int)p[1], (int)p[2]) - 1,
    };

    public static CandleParts Reads => CandleParts.Close;

    public static RateOfChangeBands From(ImmutableArray<double> parameters) => new()
    {
        closes = new Delay((int)parameters[0]),
        mean = ExponentialMean.Ema((int)parameters[1]),
        squares = new SeriesWindow((int)parameters[2]),
    };

    public void Step(in Candle candle, OutputRow row)
    {
        double before = closes.Next(candle.Close);
        double change = 100 * (candle.Close - before) / before;
        squares.Push(change * change);
        double size = Math.Sqrt(Math.Max(0, squares.Mean));
        row[0] = change;
        row[1] = mean.Next(change);
        row[2] = size;
        row[3] = -size;
    }
}
