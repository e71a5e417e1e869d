using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Oscillators;

/// <summary>Where MACD stands in its own recent range, smoothed.</summary>
public struct SchaffTrendCycle : IIndicatorState<SchaffTrendCycle>
{
    private ExponentialMean fast;
    private ExponentialMean slow;
    private SlidingRange range;
    private SeriesWindow smooth;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "stc",
        Title = "Schaff Trend Cycle",
        Group = IndicatorGroups.Oscillators,
        Outputs = ["stc"],
        Parameters =
        [
            IndicatorParameter.Bars("cycle", 10, "Bars of the range of MACD."),
            IndicatorParameter.Bars("fast", 23, "Bars of the fast average."),
            IndicatorParameter.Bars("slow", 50, "Bars of the slow average; more than fast."),
        ],
        Summary = "Where the distance of two averages stands in its own recent range, from 0 to 100; 0 without a "
            + "range.",
        Formula = "m = ema(close, fast) − ema(close, slow); stc = mean over 3 bars of 100 × (m − lowest m) / "
            + "(highest m − lowest m) over cycle bars",
        Source = "Doug Schaff (1999), in the form of Stock.Indicators GetStc.",
        Differences = "Schaff's own takes the range twice and smooths exponentially by one half.",
        Create = parameters => new Indicator<SchaffTrendCycle>(parameters),
        WarmUpBars = p => (int)p[2] + (int)p[0],
        Check = p => ParameterOrder.Rising(p, 1, "fast", 2, "slow"),
    };

    public static CandleParts Reads => CandleParts.Close;

    public static SchaffTrendCycle From(ImmutableArray<double> parameters) => new()
    {
        fast = ExponentialMean.Ema((int)parameters[1]),
        slow = ExponentialMean.Ema((int)parameters[2]),
        range = new SlidingRange((int)parameters[0]),
        smooth = new SeriesWindow(3),
    };

    public void Step(in Candle candle, OutputRow row)
    {
        double line = fast.Next(candle.Close) - slow.Next(candle.Close);
        if (!double.IsNaN(line))
        {
            range.Push(line, line);
            smooth.Push(range.Position(line));
        }

        row[0] = smooth.Mean;
    }
}
