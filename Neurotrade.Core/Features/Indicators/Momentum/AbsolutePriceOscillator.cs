using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Momentum;

/// <summary>The distance of a fast from a slow average.</summary>
public struct AbsolutePriceOscillator : IIndicatorState<AbsolutePriceOscillator>
{
    private ExponentialMean fast;
    private ExponentialMean slow;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "apo",
        Title = "Absolute Price Oscillator",
        Group = IndicatorGroups.Momentum,
        Outputs = ["apo"],
        Parameters =
        [
            IndicatorParameter.Bars("fast", 12, "Bars of the fast average."),
            IndicatorParameter.Bars("slow", 26, "Bars of the slow average; more than fast."),
        ],
        Summary = "How far a fast exponential average of the closes stands from a slow one: the line of macd alone.",
        Formula = "apo = ema(close, fast) − ema(close, slow)",
        Source = "Averages seeded as in ema.",
        Differences = "TA-Lib's default averages are simple ones; Tulip starts both with the first close.",
        Create = parameters => new Indicator<AbsolutePriceOscillator>(parameters),
        WarmUpBars = p => (int)p[1] - 1,
        Check = p => ParameterOrder.Rising(p, 0, "fast", 1, "slow"),
    };

    public static CandleParts Reads => CandleParts.Close;

    public static AbsolutePriceOscillator From(ImmutableArray<double> parameters) =>
        new() { fast = ExponentialMean.Ema((int)parameters[0]), slow = ExponentialMean.Ema((int)parameters[1]) };

    public void Step(in Candle candle, OutputRow row) => row[0] = fast.Next(candle.Close) - slow.Next(candle.Close);
}
