using System.Collections.Immutable;
using Neurotrade.Core.Features.Exact;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Volatility;

/// <summary>A band around a mean, as wide as bars usually move.</summary>
public struct StollerBands : IIndicatorState<StollerBands>
{
    private FieldWindow closes;
    private TrueRange range;
    private ExponentialMean ranges;
    private double multiplier;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "starc",
        Title = "STARC Bands",
        Group = IndicatorGroups.Volatility,
        Outputs = ["middle", "upper", "lower"],
        Parameters =
        [
            IndicatorParameter.Period(5),
            IndicatorParameter.Number("multiplier", 2, 0.01, 100, "Half the width, in average true ranges."),
            IndicatorParameter.Bars("atr", 10, "Bars of the average true range."),
        ],
        Summary = "A band around the plain mean of the closes, as wide as bars usually move.",
        Formula = "middle = sma(close, n); upper, lower = middle ± multiplier × atr(atr)",
        Source = "Manning Stoller; Stock.Indicators GetStarcBands.",
        Create = parameters => new Indicator<StollerBands>(parameters),
        WarmUpBars = p => Math.Max((int)p[0] - 1, (int)p[2]),
    };

    public static CandleParts Reads => CandleParts.HighLowClose;

    public static StollerBands From(ImmutableArray<double> parameters) => new()
    {
        closes = new FieldWindow((int)parameters[0]),
        range = new TrueRange(),
        ranges = ExponentialMean.Wilder((int)parameters[2]),
        multiplier = parameters[1],
    };

    public void Step(in Candle candle, OutputRow row)
    {
        closes.Push(candle.Close);
        double middle = closes.Mean;
        double half = multiplier * ranges.Next(range.Next(in candle));
        row[0] = middle;
        row[1] = middle + half;
        row[2] = middle - half;
    }
}
