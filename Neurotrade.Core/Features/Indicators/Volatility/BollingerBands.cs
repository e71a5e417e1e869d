using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Neurotrade.Core.Features.Exact;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Volatility;

/// <summary>A band around the mean of the closes, as wide as they usually scatter.</summary>
public struct BollingerBands : IIndicatorState<BollingerBands>
{
    private DeviationWindow closes;
    private double multiplier;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "bollinger",
        Title = "Bollinger Bands",
        Group = IndicatorGroups.Volatility,
        Outputs = ["middle", "upper", "lower", "percent_b", "width"],
        Parameters =
        [
            IndicatorParameter.Period(20, min: 2),
            IndicatorParameter.Number("stddev", 2, 0.01, 100, "Half the width, in standard deviations."),
        ],
        Summary = "A band around the mean of the closes that widens with their scatter.",
        Formula = "middle = sma(close, n); upper, lower = middle ± m × population deviation of close over n bars; "
            + "percent_b = (close − lower) / (upper − lower), missing without width; width = (upper − lower) / middle",
        Source = "John Bollinger, Bollinger on Bollinger Bands (2001); Stock.Indicators GetBollingerBands.",
        Differences = "TA-Lib and Tulip compute the deviation from a difference of squares, which loses digits.",
        Create = parameters => new Indicator<BollingerBands>(parameters),
        WarmUpBars = p => (int)p[0] - 1,
    };

    public static CandleParts Reads => CandleParts.Close;

    public static BollingerBands From(ImmutableArray<double> parameters) =>
        new() { closes = new DeviationWindow((int)parameters[0]), multiplier = parameters[1] };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step(in Candle candle, OutputRow row)
    {
        closes.Push(candle.Close);
        double middle = closes.Mean;
        double half = multiplier * closes.Deviation;
        double upper = middle + half;
        double lower = middle - half;
        double width = upper - lower;
        row[0] = middle;
        row[1] = upper;
        row[2] = lower;
        row[3] = width > 0 ? (candle.Close - lower) / width : double.NaN;
        row[4] = width / middle;
    }
}
