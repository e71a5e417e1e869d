using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Momentum;

/// <summary>MACD as a percentage of the slow average.</summary>
public struct PercentagePriceOscillator : IIndicatorState<PercentagePriceOscillator>
{
    private RelativeConvergence averages;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "ppo",
        Title = "Percentage Price Oscillator",
        Group = IndicatorGroups.Momentum,
        Outputs = ["line", "signal", "histogram"],
        Parameters =
        [
            IndicatorParameter.Bars("fast", 12, "Bars of the fast average."),
            IndicatorParameter.Bars("slow", 26, "Bars of the slow average; more than fast."),
            IndicatorParameter.Bars("signal", 9, "Bars of the average of the line."),
        ],
        Summary = "How far a fast average of the closes stands from a slow one, in percent, "
            + "so that markets compare.",
        Formula = "line = 100 × (ema(close, fast) − ema(close, slow)) / ema(close, slow); "
            + "signal = ema(line, signal); histogram = line − signal",
        Source = "Gerald Appel; averages seeded as in macd.",
        Create = parameters => new Indicator<PercentagePriceOscillator>(parameters),
        WarmUpBars = p => (int)p[1] + (int)p[2] - 2,
        Check = p => ParameterOrder.Rising(p, 0, "fast", 1, "slow"),
    };

    public static CandleParts Reads => CandleParts.Close;

    public static PercentagePriceOscillator From(ImmutableArray<double> parameters) =>
        new() { averages = new RelativeConvergence(parameters) };

    public void Step(in Candle candle, OutputRow row) => averages.Step(candle.Close, row);
}
