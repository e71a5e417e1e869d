using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.MovingAverages;

/// <summary>The price without its dominant cycle.</summary>
public struct HilbertTrendline : IIndicatorState<HilbertTrendline>
{
    private HilbertCycle cycle;
    private CycleMean mean;
    private int bars;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "ht_trendline",
        Title = "Hilbert Transform Trendline",
        Group = IndicatorGroups.MovingAverages,
        Outputs = ["trendline", "dc_periods", "smooth_price"],
        Parameters = [],
        Summary = "The middle price averaged over its dominant cycle, so that the cycle is gone; with the length "
            + "of that cycle in bars and the price as it went in.",
        Formula = "hl2 through the Hilbert transform gives a period; trendline = (4 t + 3 t[1] + 2 t[2] + t[3]) / "
            + "10 with t the mean of hl2 over dc_periods bars; smooth_price = the same weights on hl2",
        Source = "John Ehlers, Rocket Science for Traders (2001); Stock.Indicators GetHtTrendline.",
        Differences = "TA-Lib begins 63 bars in.",
        Create = parameters => new Indicator<HilbertTrendline>(parameters),
        WarmUpBars = _ => 7,
    };

    public static CandleParts Reads => CandleParts.HighLow;

    public static HilbertTrendline From(ImmutableArray<double> parameters) =>
        new() { cycle = new HilbertCycle(), mean = new CycleMean() };

    public void Step(in Candle candle, OutputRow row)
    {
        double price = CandleFields.Hl2(candle.High, candle.Low);
        cycle.Next(price);
        int periods = cycle.WholePeriod;
        double trend = mean.Next(price, periods);
        row[0] = bars < 11 ? price : trend;
        row[1] = periods == 0 ? double.NaN : Math.Min(periods, bars + 1);
        row[2] = bars < HilbertCycle.WarmUpBars ? double.NaN : cycle.Smooth;
        bars = Math.Min(bars + 1, 1_000);
    }
}
