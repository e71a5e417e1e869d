using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Momentum;

/// <summary>Four smoothed rates of change, added with rising weight.</summary>
public struct KnowSureThing : IIndicatorState<KnowSureThing>
{
    private SmoothChange first;
    private SmoothChange second;
    private SmoothChange third;
    private SmoothChange fourth;
    private SeriesWindow signal;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "kst",
        Title = "Know Sure Thing",
        Group = IndicatorGroups.Momentum,
        Outputs = ["line", "signal"],
        Parameters =
        [
            IndicatorParameter.Bars("roc1", 10, "Bars of the first rate of change."),
            IndicatorParameter.Bars("roc2", 15, "Bars of the second."),
            IndicatorParameter.Bars("roc3", 20, "Bars of the third."),
            IndicatorParameter.Bars("roc4", 30, "Bars of the fourth."),
            IndicatorParameter.Bars("sma1", 10, "Bars of the mean of the first."),
            IndicatorParameter.Bars("sma2", 10, "Bars of the mean of the second."),
            IndicatorParameter.Bars("sma3", 10, "Bars of the mean of the third."),
            IndicatorParameter.Bars("sma4", 15, "Bars of the mean of the fourth."),
            IndicatorParameter.Bars("signal", 9, "Bars of the mean of the line."),
        ],
        Summary = "Smoothed rates of change over four spans, the longest weighing most, with a mean of their sum.",
        Formula = "line = Σ i × mean of roc(close, roc i) over sma i bars, i from 1 to 4; signal = mean of line "
            + "over signal bars",
        Source = "Martin Pring (1992).",
        Create = parameters => new Indicator<KnowSureThing>(parameters),
        WarmUpBars = p => Enumerable.Range(0, 4).Max(i => (int)p[i] + (int)p[i + 4] - 1) + (int)p[8] - 1,
    };

    public static CandleParts Reads => CandleParts.Close;

    public static KnowSureThing From(ImmutableArray<double> parameters) => new()
    {
        first = new SmoothChange((int)parameters[0], (int)parameters[4]),
        second = new SmoothChange((int)parameters[1], (int)parameters[5]),
        third = new SmoothChange((int)parameters[2], (int)parameters[6]),
        fourth = new SmoothChange((int)parameters[3], (int)parameters[7]),
        signal = new SeriesWindow((int)parameters[8]),
    };

    public void Step(in Candle candle, OutputRow row)
    {
        double line = first.Next(candle.Close) + (2 * second.Next(candle.Close)) + (3 * third.Next(candle.Close))
            + (4 * fourth.Next(candle.Close));
        signal.Push(line);
        row[0] = line;
        row[1] = signal.Mean;
    }
}
