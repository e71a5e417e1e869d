using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Trend;

/// <summary>How long ago the extremes were.</summary>
public struct Aroon : IIndicatorState<Aroon>
{
    private SlidingPeak highs;
    private SlidingPeak lows;
    private int period;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "aroon",
        Title = "Aroon",
        Group = IndicatorGroups.Trend,
        Outputs = ["up", "down", "oscillator"],
        Parameters = [IndicatorParameter.Period(25)],
        Summary = "How fresh the last high and the last low are, from 0 to 100 each, and "
            + "their difference.",
        Formula = "up = 100 × (n − bars since the highest high of n + 1 bars) / n; down "
            + "likewise of the lowest low; oscillator = up − down; of equal extremes "
            + "the oldest counts",
        Source = "Tushar Chande (1995); Stock.Indicators GetAroon.",
        Differences = "Of equal extremes TA-Lib and Tulip count the newest.",
        Create = parameters => new Indicator<Aroon>(parameters),
        WarmUpBars = p => (int)p[0],
    };

    public static CandleParts Reads => CandleParts.HighLow;

    public static Aroon From(ImmutableArray<double> parameters)
    {
        int period = (int)parameters[0];
        return new() { highs = new SlidingPeak(period + 1), lows = new SlidingPeak(period + 1), period = period };
    }

    public void Step(in Candle candle, OutputRow row)
    {
        highs.Push(candle.High);
        lows.Push(-candle.Low);
        double up = highs.IsFull ? 100.0 * (period - highs.Age) / period : double.NaN;
        double down = highs.IsFull ? 100.0 * (period - lows.Age) / period : double.NaN;
        row[0] = up;
        row[1] = down;
        row[2] = up - down;
    }
}
