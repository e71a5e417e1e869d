using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.MovingAverages;

/// <summary>An average that moves fast in a trend and hardly at all in noise.</summary>
public struct KaufmanMovingAverage : IIndicatorState<KaufmanMovingAverage>
{
    private Delay closes;
    private SeriesWindow steps;
    private int period;
    private int bars;
    private double fast;
    private double slow;
    private double previousClose;
    private double average;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "kama",
        Title = "Kaufman Adaptive Moving Average",
        Group = IndicatorGroups.MovingAverages,
        Outputs = ["kama"],
        Parameters =
        [
            IndicatorParameter.Period(10),
            IndicatorParameter.Bars("fast", 2, "Bars of the average in a clean trend."),
            IndicatorParameter.Bars("slow", 30, "Bars of the average in noise; more than fast."),
        ],
        Summary = "An average that moves fast in a trend and hardly at all in noise.",
        Formula = "er = |close − close[n]| / Σ |close − close[1]| over n bars; c = (er × (2 "
            + "/ (fast + 1) − 2 / (slow + 1)) + 2 / (slow + 1))²; kama = kama[1] + c × "
            + "(close − kama[1]); the close itself where nothing moved; starts at the "
            + "close of bar n",
        Source = "Perry Kaufman, Trading Systems and Methods (1995); Stock.Indicators "
            + "GetKama.",
        Differences = "TA-Lib and Tulip are fixed to fast 2 and slow 30; TA-Lib shows it one bar later.",
        Create = parameters => new Indicator<KaufmanMovingAverage>(parameters),
        WarmUpBars = p => (int)p[0] - 1,
        Check = p => ParameterOrder.Rising(p, 1, "fast", 2, "slow"),
    };

    public static CandleParts Reads => CandleParts.Close;

    public static KaufmanMovingAverage From(ImmutableArray<double> parameters) => new()
    {
        closes = new Delay((int)parameters[0]),
        steps = new SeriesWindow((int)parameters[0]),
        period = (int)parameters[0],
        fast = 2 / (parameters[1] + 1),
        slow = 2 / (parameters[2] + 1),
        previousClose = double.NaN,
    };

    public void Step(in Candle candle, OutputRow row)
    {
        double close = candle.Close;
        double before = closes.Next(close);
        steps.Push(Math.Abs(close - previousClose));
        previousClose = close;
        bars = Math.Min(bars + 1, period + 1);
        double path = steps.Sum;
        average = bars < period ? double.NaN
            : bars == period || path == 0 ? close
            : average + (Speed(Math.Abs(close - before) / path) * (close - average));
        row[0] = average;
    }

    private readonly double Speed(double efficiency)
    {
        double rate = (efficiency * (fast - slow)) + slow;
        return rate * rate;
    }
}
