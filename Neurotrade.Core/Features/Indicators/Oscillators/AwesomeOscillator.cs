using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Oscillators;

/// <summary>How far a fast mean of the middle price stands from a slow one.</summary>
public struct AwesomeOscillator : IIndicatorState<AwesomeOscillator>
{
    private MiddleMeans means;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "awesome",
        Title = "Awesome Oscillator",
        Group = IndicatorGroups.Oscillators,
        Outputs = ["awesome", "normalized"],
        Parameters =
        [
            IndicatorParameter.Bars("fast", 5, "Bars of the fast mean."),
            IndicatorParameter.Bars("slow", 34, "Bars of the slow mean; more than fast."),
        ],
        Summary = "How far a fast mean of the middle price stands from a slow one; normalized in percent of the "
            + "middle price.",
        Formula = "awesome = sma(hl2, fast) − sma(hl2, slow); normalized = 100 × awesome / hl2",
        Source = "Bill Williams, New Trading Dimensions (1998); Stock.Indicators GetAwesome.",
        Create = parameters => new Indicator<AwesomeOscillator>(parameters),
        WarmUpBars = p => (int)p[1] - 1,
        Check = p => ParameterOrder.Rising(p, 0, "fast", 1, "slow"),
    };

    public static CandleParts Reads => CandleParts.HighLow;

    public static AwesomeOscillator From(ImmutableArray<double> parameters) =>
        new() { means = new MiddleMeans((int)parameters[0], (int)parameters[1]) };

    public void Step(in Candle candle, OutputRow row)
    {
        double distance = means.Next(in candle);
        row[0] = distance;
        row[1] = 100 * distance / CandleFields.Hl2(candle.High, candle.Low);
    }
}
