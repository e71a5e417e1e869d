using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Levels;

/// <summary>Pivot points of the last so many bars, some bars back: one of <see cref="PivotDefinitions"/>.</summary>
public struct RollingPivots : IIndicatorState<RollingPivots>
{
    private PivotKind kind;
    private SlidingRange range;
    private Delay opens;
    private Delay highs;
    private Delay lows;
    private Delay closes;

    public static CandleParts Reads => CandleParts.Open | CandleParts.HighLowClose;

    // The kind comes as the last of the values, behind those of the definition.
    public static RollingPivots From(ImmutableArray<double> parameters)
    {
        int period = (int)parameters[0];
        int offset = (int)parameters[1];
        return new()
        {
            kind = (PivotKind)(int)parameters[^1],
            range = new SlidingRange(period),
            opens = new Delay(period + offset),
            highs = new Delay(offset + 1),
            lows = new Delay(offset + 1),
            closes = new Delay(offset + 1),
        };
    }

    public void Step(in Candle candle, OutputRow row)
    {
        double high = highs.Next(candle.High);
        double low = lows.Next(candle.Low);
        double close = closes.Next(candle.Close);
        double open = opens.Next(candle.Open);
        if (!double.IsNaN(high))
        {
            range.Push(high, low);
        }

        PivotSpan before = range.IsFull
            ? new PivotSpan(open, range.Highest, range.Lowest, close)
            : new PivotSpan(double.NaN, double.NaN, double.NaN, double.NaN);
        PivotLevels.Write(kind, in before, candle.Open, row);
    }
}
