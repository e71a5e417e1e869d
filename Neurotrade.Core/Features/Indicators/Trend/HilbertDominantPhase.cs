using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Trend;

/// <summary>Where in its cycle the market is.</summary>
public struct HilbertDominantPhase : IIndicatorState<HilbertDominantPhase>
{
    private HilbertPhase cycle;
    private int silent;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "ht_dcphase",
        Title = "Hilbert Transform Dominant Cycle Phase",
        Group = IndicatorGroups.Trend,
        Outputs = ["ht_dcphase"],
        Parameters = [],
        Summary = "Where in its dominant cycle the market is, in degrees from −45 to 315.",
        Formula = "the phase of the discrete Fourier transform of the smoothed price over one dominant cycle, plus "
            + "90 and 360 / period for the lag of the smoothing",
        Source = "John Ehlers, Rocket Science for Traders (2001); TA-Lib HT_DCPHASE.",
        Differences = "TA-Lib takes any series; seeded with zeros, so values differ from those of TA-Lib until "
            + "that has faded, some hundred bars.",
        Create = parameters => new Indicator<HilbertDominantPhase>(parameters),
        WarmUpBars = _ => 63,
    };

    public static CandleParts Reads => CandleParts.HighLow;

    public static HilbertDominantPhase From(ImmutableArray<double> parameters) =>
        new() { cycle = new HilbertPhase(), silent = 63 };

    public void Step(in Candle candle, OutputRow row)
    {
        cycle.Next(CandleFields.Hl2(candle.High, candle.Low));
        bool isSilent = silent > 0;
        silent = Math.Max(silent - 1, 0);
        row[0] = isSilent ? double.NaN : cycle.Phase;
    }
}
