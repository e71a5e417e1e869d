using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Trend;

/// <summary>How long ago the extremes were.</summary>
public struct Aroon : IIndicatorState<Aroon>
{
    private SlidingRange range;
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

    public static Aroon From(ImmutableArray<double> parameters) =>
        new() { range = new SlidingRange((int)parameters[0] + 1), period = (int)parameters[0] };

    public void Step(in Candle candle, OutputRow row)
    {
        range.Push(candle.High, candle.Low);
        double up = range.IsFull ? 100.0 * (period - range.HighAge) / period : double.NaN;
        double down = range.IsFull ? 100.0 * (period - range.LowAge) / period : double.NaN;
        row[0] = up;
        row[1] = down;
        row[2] = up - down;
    }
}
