using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Trend;

/// <summary>The two parts of the dominant cycle.</summary>
public struct HilbertPhasor : IIndicatorState<HilbertPhasor>
{
    private HilbertCycle cycle;
    private int silent;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "ht_phasor",
        Title = "Hilbert Transform Phasor",
        Group = IndicatorGroups.Trend,
        Outputs = ["in_phase", "quadrature"],
        Parameters = [],
        Summary = "The parts of the dominant cycle of the middle price that lie with it and a quarter ahead, in "
            + "quote currency.",
        Formula = "in_phase = the detrended price of three bars ago; quadrature = its Hilbert transform",
        Source = "John Ehlers, Rocket Science for Traders (2001); TA-Lib HT_PHASOR.",
        Differences = "TA-Lib takes any series; seeded with zeros, so values differ from those of TA-Lib until "
            + "that has faded, some hundred bars.",
        Create = parameters => new Indicator<HilbertPhasor>(parameters),
        WarmUpBars = _ => 32,
    };

    public static CandleParts Reads => CandleParts.HighLow;

    public static HilbertPhasor From(ImmutableArray<double> parameters) =>
        new() { cycle = new HilbertCycle(), silent = 32 };

    public void Step(in Candle candle, OutputRow row)
    {
        cycle.Next(CandleFields.Hl2(candle.High, candle.Low));
        bool isSilent = silent > 0;
        silent = Math.Max(silent - 1, 0);
        row[0] = isSilent ? double.NaN : cycle.InPhase;
        row[1] = isSilent ? double.NaN : cycle.Quadrature;
    }
}
