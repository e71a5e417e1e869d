using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Oscillators;

/// <summary>Where the close stands against the middle of the recent range, twice smoothed.</summary>
public struct StochasticMomentum : IIndicatorState<StochasticMomentum>
{
    private SlidingRange range;
    private ExponentialMean offsets;
    private ExponentialMean offsetsAgain;
    private ExponentialMean ranges;
    private ExponentialMean rangesAgain;
    private ExponentialMean signal;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "smi",
        Title = "Stochastic Momentum Index",
        Group = IndicatorGroups.Oscillators,
        Outputs = ["line", "signal"],
        Parameters =
        [
            IndicatorParameter.Period(13),
            IndicatorParameter.Bars("first", 25, "Bars of the first smoothing."),
            IndicatorParameter.Bars("second", 2, "Bars of the second smoothing."),
            IndicatorParameter.Bars("signal", 3, "Bars of the average of the line."),
        ],
        Summary = "Where the close stands against the middle of the recent range, twice smoothed, from −100 to "
            + "100; missing without a range.",
        Formula = "m = close − (highest high + lowest low) / 2 and r = highest high − lowest low over n bars; line "
            + "= 100 × ema(ema(m, first), second) / (ema(ema(r, first), second) / 2); signal = ema(line, signal); "
            + "all started at their first value",
        Source = "William Blau (1993); Stock.Indicators GetSmi.",
        Create = parameters => new Indicator<StochasticMomentum>(parameters),
        WarmUpBars = p => (int)p[0] - 1,
    };

    public static CandleParts Reads => CandleParts.HighLowClose;

    public static StochasticMomentum From(ImmutableArray<double> parameters) => new()
    {
        range = new SlidingRange((int)parameters[0]),
        offsets = ExponentialMean.EmaFromFirst((int)parameters[1]),
        offsetsAgain = ExponentialMean.EmaFromFirst((int)parameters[2]),
        ranges = ExponentialMean.EmaFromFirst((int)parameters[1]),
        rangesAgain = ExponentialMean.EmaFromFirst((int)parameters[2]),
        signal = ExponentialMean.EmaFromFirst((int)parameters[3]),
    };

    public void Step(in Candle candle, OutputRow row)
    {
        range.Push(candle.High, candle.Low);
        if (!range.IsFull)
        {
            (row[0], row[1]) = (double.NaN, double.NaN);
            return;
        }

        double offset = candle.Close - CandleFields.Hl2(range.Highest, range.Lowest);
        double height = rangesAgain.Next(ranges.Next(range.Highest - range.Lowest));
        double smooth = offsetsAgain.Next(offsets.Next(offset));
        double line = height == 0 ? double.NaN : 100 * (smooth / (0.5 * height));
        row[0] = line;
        row[1] = double.IsNaN(line) ? double.NaN : signal.Next(line);
    }
}
