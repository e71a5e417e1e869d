using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Trend;

/// <summary>Whether the market trends or goes in cycles.</summary>
public struct HilbertTrendMode : IIndicatorState<HilbertTrendMode>
{
    private HilbertPhase cycle;
    private int silent;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "ht_trendmode",
        Title = "Hilbert Transform Trend or Cycle",
        Group = IndicatorGroups.Trend,
        Outputs = ["ht_trendmode"],
        Parameters = [],
        Summary = "1 where the market trends, 0 where it goes in cycles.",
        Formula = "0 for half a period after sine and lead crossed, and while the phase advances by about 360 / "
            + "period a bar; 1 otherwise, or where the smoothed price is 1.5% away from the trendline",
        Source = "John Ehlers, Rocket Science for Traders (2001); TA-Lib HT_TRENDMODE.",
        Differences = "TA-Lib takes any series; seeded with zeros, so values differ from those of TA-Lib until "
            + "that has faded, some hundred bars.",
        Create = parameters => new Indicator<HilbertTrendMode>(parameters),
        WarmUpBars = _ => 63,
    };

    public static CandleParts Reads => CandleParts.HighLow;

    public static HilbertTrendMode From(ImmutableArray<double> parameters) =>
        new() { cycle = new HilbertPhase(), silent = 63 };

    public void Step(in Candle candle, OutputRow row)
    {
        cycle.Next(CandleFields.Hl2(candle.High, candle.Low));
        bool isSilent = silent > 0;
        silent = Math.Max(silent - 1, 0);
        row[0] = isSilent ? double.NaN : cycle.IsTrend ? 1 : 0;
    }
}
