using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Levels;

/// <summary>Pivot points of the day, week or month before: one of <see cref="PivotDefinitions"/>.</summary>
public struct CalendarPivots : IIndicatorState<CalendarPivots>
{
    private PivotKind kind;
    private CalendarSpan span;
    private PivotSpan before;
    private PivotSpan current;
    private double open;

    public static CandleParts Reads => CandleParts.Time | CandleParts.Open | CandleParts.HighLowClose;

    // The kind comes as the last of the values, behind those of the definition.
    public static CalendarPivots From(ImmutableArray<double> parameters) => new()
    {
        span = new CalendarSpan((int)parameters[0]),
        kind = (PivotKind)(int)parameters[^1],
        before = new PivotSpan(double.NaN, double.NaN, double.NaN, double.NaN),
        current = new PivotSpan(double.NaN, double.NaN, double.NaN, double.NaN),
    };

    public void Step(in Candle candle, OutputRow row)
    {
        if (span.Begins(candle.OpenMillis))
        {
            (before, open) = (current, candle.Open);
            current = new PivotSpan(candle.Open, candle.High, candle.Low, candle.Close);
        }
        else
        {
            current = new PivotSpan(
                current.Open, Math.Max(current.High, candle.High), Math.Min(current.Low, candle.Low), candle.Close);
        }

        PivotLevels.Write(kind, in before, open, row);
    }
}
