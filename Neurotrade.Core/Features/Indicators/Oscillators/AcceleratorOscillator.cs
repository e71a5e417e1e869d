using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Oscillators;

/// <summary>How far the awesome oscillator stands from its own mean.</summary>
public struct AcceleratorOscillator : IIndicatorState<AcceleratorOscillator>
{
    private MiddleMeans means;
    private SeriesWindow distances;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "accelerator",
        Title = "Accelerator Oscillator",
        Group = IndicatorGroups.Oscillators,
        Outputs = ["accelerator"],
        Parameters =
        [
            IndicatorParameter.Bars("fast", 5, "Bars of the fast mean."),
            IndicatorParameter.Bars("slow", 34, "Bars of the slow mean; more than fast."),
            IndicatorParameter.Bars("signal", 5, "Bars of the mean of their distance."),
        ],
        Summary = "How far the awesome oscillator stands from its own mean: whether its movement gains or loses "
            + "speed.",
        Formula = "accelerator = awesome − mean of awesome over signal bars, awesome = sma(hl2, fast) − sma(hl2, "
            + "slow)",
        Source = "Bill Williams, New Trading Dimensions (1998).",
        Create = parameters => new Indicator<AcceleratorOscillator>(parameters),
        WarmUpBars = p => (int)p[1] + (int)p[2] - 2,
        Check = p => ParameterOrder.Rising(p, 0, "fast", 1, "slow"),
    };

    public static CandleParts Reads => CandleParts.HighLow;

    public static AcceleratorOscillator From(ImmutableArray<double> parameters) => new()
    {
        means = new MiddleMeans((int)parameters[0], (int)parameters[1]),
        distances = new SeriesWindow((int)parameters[2]),
    };

    public void Step(in Candle candle, OutputRow row)
    {
        double distance = means.Next(in candle);
        distances.Push(distance);
        row[0] = distance - distances.Mean;
    }
}
