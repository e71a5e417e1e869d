using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Volume;

/// <summary>How far a fast average of the volume force stands from a slow one.</summary>
public struct KlingerOscillator : IIndicatorState<KlingerOscillator>
{
    private ExponentialMean fast;
    private ExponentialMean slow;
    private ExponentialMean signal;
    private double previousPrice;
    private double previousRange;
    private double reach;
    private int trend;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "kvo",
        Title = "Klinger Volume Oscillator",
        Group = IndicatorGroups.Volume,
        Outputs = ["line", "signal"],
        Parameters =
        [
            IndicatorParameter.Bars("fast", 34, "Bars of the fast average."),
            IndicatorParameter.Bars("slow", 55, "Bars of the slow average; more than fast."),
            IndicatorParameter.Bars("signal", 13, "Bars of the average of the line."),
        ],
        Summary = "How far a fast average of the force of volume stands from a slow one, with an average of that.",
        Formula = "trend = 1 where high + low + close rose, else −1; dm = high − low; cm = dm added up while the "
            + "trend lasts, from dm[1] + dm at its turn; vf = volume × |2 × (dm / cm − 1)| × trend × 100, 0 "
            + "without volume or where dm = cm; line = ema(vf, fast) − ema(vf, slow); signal = ema(line, signal)",
        Source = "Stephen Klinger (1997); Stock.Indicators GetKvo.",
        Create = parameters => new Indicator<KlingerOscillator>(parameters),
        WarmUpBars = p => (int)p[1] + (int)p[2],
        Check = p => ParameterOrder.Rising(p, 0, "fast", 1, "slow"),
    };

    public static CandleParts Reads => CandleParts.HighLowCloseVolume;

    public static KlingerOscillator From(ImmutableArray<double> parameters) => new()
    {
        fast = ExponentialMean.Ema((int)parameters[0]),
        slow = ExponentialMean.Ema((int)parameters[1]),
        signal = ExponentialMean.Ema((int)parameters[2]),
        previousPrice = double.NaN,
    };

    public void Step(in Candle candle, OutputRow row)
    {
        double force = Force(in candle);
        double line = fast.Next(force) - slow.Next(force);
        row[0] = line;
        row[1] = signal.Next(line);
    }

    // Missing on the first two bars: the first has no trend, and the second nothing to add up.
    private double Force(in Candle candle)
    {
        double price = CandleFields.Hlc3(candle.High, candle.Low, candle.Close);
        double range = candle.High - candle.Low;
        int before = trend;
        trend = double.IsNaN(previousPrice) ? 0 : price > previousPrice ? 1 : -1;
        reach = before == 0 ? 0 : (trend == before ? reach : previousRange) + range;
        (previousPrice, previousRange) = (price, range);
        return before == 0 ? double.NaN
            : candle.Volume == 0 || range == reach ? 0
            : range == 0 ? candle.Volume * 2 * trend * 100
            : candle.Volume * Math.Abs(2 * ((range / reach) - 1)) * trend * 100;
    }
}
