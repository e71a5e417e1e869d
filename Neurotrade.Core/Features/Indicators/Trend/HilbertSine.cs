using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Trend;

/// <summary>The sine of the phase of the dominant cycle.</summary>
public struct HilbertSine : IIndicatorState<HilbertSine>
{
    private HilbertPhase cycle;
    private int silent;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "ht_sine",
        Title = "Hilbert Transform Sine Wave",
        Group = IndicatorGroups.Trend,
        Outputs = ["sine", "lead"],
        Parameters = [],
        Summary = "The sine of the phase of the dominant cycle, and the same an eighth of a cycle ahead: they "
            + "cross near its turns.",
        Formula = "sine = sin(ht_dcphase); lead = sin(ht_dcphase + 45)",
        Source = "John Ehlers, Rocket Science for Traders (2001); TA-Lib HT_SINE.",
        Differences = "TA-Lib takes any series; seeded with zeros, so values differ from those of TA-Lib until "
            + "that has faded, some hundred bars.",
        Create = parameters => new Indicator<HilbertSine>(parameters),
        WarmUpBars = _ => 63,
    };

    public static CandleParts Reads => CandleParts.HighLow;

    public static HilbertSine From(ImmutableArray<double> parameters) =>
        new() { cycle = new HilbertPhase(), silent = 63 };

    public void Step(in Candle candle, OutputRow row)
    {
        cycle.Next(CandleFields.Hl2(candle.High, candle.Low));
        bool isSilent = silent > 0;
        silent = Math.Max(silent - 1, 0);
        row[0] = isSilent ? double.NaN : cycle.Sine;
        row[1] = isSilent ? double.NaN : cycle.Lead;
    }
}
