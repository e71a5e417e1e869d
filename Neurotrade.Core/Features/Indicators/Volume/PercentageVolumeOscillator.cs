using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Volume;

/// <summary>How far a fast average of the volume stands from a slow one.</summary>
public struct PercentageVolumeOscillator : IIndicatorState<PercentageVolumeOscillator>
{
    private RelativeConvergence averages;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "pvo",
        Title = "Percentage Volume Oscillator",
        Group = IndicatorGroups.Volume,
        Outputs = ["line", "signal", "histogram"],
        Parameters =
        [
            IndicatorParameter.Bars("fast", 12, "Bars of the fast average."),
            IndicatorParameter.Bars("slow", 26, "Bars of the slow average; more than fast."),
            IndicatorParameter.Bars("signal", 9, "Bars of the average of the line."),
        ],
        Summary = "How far a fast average of the volume stands from a slow one, in percent; "
            + "missing where the slow one is 0.",
        Formula = "line = 100 × (ema(volume, fast) − ema(volume, slow)) / ema(volume, "
            + "slow); signal = ema(line, signal); histogram = line − signal",
        Source = "Stock.Indicators GetPvo.",
        Create = parameters => new Indicator<PercentageVolumeOscillator>(parameters),
        WarmUpBars = p => (int)p[1] + (int)p[2] - 2,
        Check = p => ParameterOrder.Rising(p, 0, "fast", 1, "slow"),
    };

    public static CandleParts Reads => CandleParts.Volume;

    public static PercentageVolumeOscillator From(ImmutableArray<double> parameters) =>
        new() { averages = new RelativeConvergence(parameters) };

    public void Step(in Candle candle, OutputRow row) => averages.Step(candle.Volume, row);
}
