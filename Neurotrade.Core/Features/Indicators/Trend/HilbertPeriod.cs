using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Trend;

/// <summary>The length of the dominant cycle.</summary>
public struct HilbertPeriod : IIndicatorState<HilbertPeriod>
{
    private HilbertCycle cycle;
    private int silent;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "ht_dcperiod",
        Title = "Hilbert Transform Dominant Cycle Period",
        Group = IndicatorGroups.Trend,
        Outputs = ["ht_dcperiod"],
        Parameters = [],
        Summary = "The length of the dominant cycle of the middle price, in bars, from 6 to 50.",
        Formula = "the smoothed period of the homodyne discriminator on hl2",
        Source = "John Ehlers, Rocket Science for Traders (2001); TA-Lib HT_DCPERIOD.",
        Differences = "TA-Lib takes any series; seeded with zeros, so values differ from those of TA-Lib until "
            + "that has faded, some hundred bars.",
        Create = parameters => new Indicator<HilbertPeriod>(parameters),
        WarmUpBars = _ => 32,
    };

    public static CandleParts Reads => CandleParts.HighLow;

    public static HilbertPeriod From(ImmutableArray<double> parameters) =>
        new() { cycle = new HilbertCycle(), silent = 32 };

    public void Step(in Candle candle, OutputRow row)
    {
        cycle.Next(CandleFields.Hl2(candle.High, candle.Low));
        bool isSilent = silent > 0;
        silent = Math.Max(silent - 1, 0);
        row[0] = isSilent ? double.NaN : cycle.SmoothPeriod;
    }
}
