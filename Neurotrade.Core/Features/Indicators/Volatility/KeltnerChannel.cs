using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Volatility;

/// <summary>A band around an average, as wide as bars usually move.</summary>
public struct KeltnerChannel : IIndicatorState<KeltnerChannel>
{
    private ExponentialMean mean;
    private TrueRange range;
    private ExponentialMean ranges;
    private double multiplier;
    private int silent;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "keltner",
        Title = "Keltner Channel",
        Group = IndicatorGroups.Volatility,
        Outputs = ["middle", "upper", "lower"],
        Parameters =
        [
            IndicatorParameter.Bars("ema", 20, "Bars of the average."),
            IndicatorParameter.Number("multiplier", 2, 0.01, 100, "Half the width, in average true ranges."),
            IndicatorParameter.Bars("atr", 10, "Bars of the average true range."),
        ],
        Summary = "A band around an average of the closes, as wide as bars usually move.",
        Formula = "middle = ema(close, ema); upper, lower = middle ± multiplier × atr(atr)",
        Source = "Chester Keltner (1960), with ATR by Linda Raschke; Stock.Indicators "
            + "GetKeltner.",
        Differences = "Keltner's own takes the simple mean of hlc3 and the plain range; the middle waits for the longer of both windows.",
        Create = parameters => new Indicator<KeltnerChannel>(parameters),
        WarmUpBars = p => Math.Max((int)p[0] - 1, (int)p[2]),
    };

    public static CandleParts Reads => CandleParts.HighLowClose;

    public static KeltnerChannel From(ImmutableArray<double> parameters) => new()
    {
        mean = ExponentialMean.Ema((int)parameters[0]),
        range = new TrueRange(),
        ranges = ExponentialMean.Wilder((int)parameters[2]),
        multiplier = parameters[1],
        silent = Math.Max((int)parameters[0], (int)parameters[2]) - 1,
    };

    public void Step(in Candle candle, OutputRow row)
    {
        double middle = mean.Next(candle.Close);
        double half = multiplier * ranges.Next(range.Next(in candle));
        middle = silent > 0 ? double.NaN : middle;
        silent = Math.Max(silent - 1, 0);
        row[0] = middle;
        row[1] = middle + half;
        row[2] = middle - half;
    }
}
