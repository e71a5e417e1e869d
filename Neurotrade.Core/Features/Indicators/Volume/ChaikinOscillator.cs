using System.Collections.Immutable;
using Neurotrade.Core.Features.Exact;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Volume;

/// <summary>How far a fast average of the accumulation line stands from a slow one.</summary>
public struct ChaikinOscillator : IIndicatorState<ChaikinOscillator>
{
    private CompensatedSum total;
    private ExponentialMean fast;
    private ExponentialMean slow;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "adosc",
        Title = "Chaikin Oscillator",
        Group = IndicatorGroups.Volume,
        Outputs = ["adosc"],
        Parameters =
        [
            IndicatorParameter.Bars("fast", 3, "Bars of the fast average."),
            IndicatorParameter.Bars("slow", 10, "Bars of the slow average; more than fast."),
        ],
        Summary = "How far a fast average of the accumulation/distribution line stands from a slow one.",
        Formula = "adosc = ema(ad, fast) − ema(ad, slow)",
        Source = "Marc Chaikin; Stock.Indicators GetChaikinOsc.",
        Differences = "TA-Lib and Tulip start both averages with the first value.",
        Create = parameters => new Indicator<ChaikinOscillator>(parameters),
        WarmUpBars = p => (int)p[1] - 1,
        Check = p => ParameterOrder.Rising(p, 0, "fast", 1, "slow"),
    };

    public static CandleParts Reads => CandleParts.HighLowCloseVolume;

    public static ChaikinOscillator From(ImmutableArray<double> parameters) =>
        new() { fast = ExponentialMean.Ema((int)parameters[0]), slow = ExponentialMean.Ema((int)parameters[1]) };

    public void Step(in Candle candle, OutputRow row)
    {
        total.Add(MoneyFlow.Of(in candle));
        row[0] = fast.Next(total.Value) - slow.Next(total.Value);
    }
}
