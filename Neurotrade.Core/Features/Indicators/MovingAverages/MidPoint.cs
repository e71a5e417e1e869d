using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.MovingAverages;

/// <summary>The middle between the highest and the lowest close.</summary>
public struct MidPoint : IIndicatorState<MidPoint>
{
    private SlidingRange closes;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "midpoint",
        Title = "Midpoint",
        Group = IndicatorGroups.MovingAverages,
        Outputs = ["midpoint"],
        Parameters = [IndicatorParameter.Period(14)],
        Summary = "The middle between the highest and the lowest of the last closes.",
        Formula = "midpoint = (highest close + lowest close) / 2 over n bars",
        Source = "TA-Lib MIDPOINT.",
        Differences = "For the middle of highs and lows (TA-Lib MIDPRICE) take the middle of `donchian`.",
        Create = parameters => new Indicator<MidPoint>(parameters),
        WarmUpBars = p => (int)p[0] - 1,
    };

    public static CandleParts Reads => CandleParts.Close;

    public static MidPoint From(ImmutableArray<double> parameters) =>
        new() { closes = new SlidingRange((int)parameters[0]) };

    public void Step(in Candle candle, OutputRow row)
    {
        closes.Push(candle.Close, candle.Close);
        row[0] = closes.IsFull ? CandleFields.Hl2(closes.Highest, closes.Lowest) : double.NaN;
    }
}
