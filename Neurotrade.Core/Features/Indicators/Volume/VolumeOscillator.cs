using System.Collections.Immutable;
using Neurotrade.Core.Features.Exact;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Volume;

/// <summary>How far a fast mean of the volume stands from a slow one.</summary>
public struct VolumeOscillator : IIndicatorState<VolumeOscillator>
{
    private FieldWindow fast;
    private FieldWindow slow;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "vosc",
        Title = "Volume Oscillator",
        Group = IndicatorGroups.Volume,
        Outputs = ["vosc"],
        Parameters =
        [
            IndicatorParameter.Bars("fast", 5, "Bars of the fast mean."),
            IndicatorParameter.Bars("slow", 10, "Bars of the slow mean; more than fast."),
        ],
        Summary = "How far a fast plain mean of the volume stands from a slow one, in percent; missing where "
            + "nothing was traded.",
        Formula = "vosc = 100 × (sma(volume, fast) − sma(volume, slow)) / sma(volume, slow)",
        Source = "Tulip vosc.",
        Create = parameters => new Indicator<VolumeOscillator>(parameters),
        WarmUpBars = p => (int)p[1] - 1,
        Check = p => ParameterOrder.Rising(p, 0, "fast", 1, "slow"),
    };

    public static CandleParts Reads => CandleParts.Volume;

    public static VolumeOscillator From(ImmutableArray<double> parameters) =>
        new() { fast = new FieldWindow((int)parameters[0]), slow = new FieldWindow((int)parameters[1]) };

    public void Step(in Candle candle, OutputRow row)
    {
        fast.Push(candle.Volume);
        slow.Push(candle.Volume);
        double usual = slow.Mean;
        row[0] = usual == 0 ? double.NaN : 100 * (fast.Mean - usual) / usual;
    }
}
