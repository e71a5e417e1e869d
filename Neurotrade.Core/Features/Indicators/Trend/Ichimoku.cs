using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Trend;

/// <summary>Middles of the recent ranges, two of them known in advance.</summary>
public struct Ichimoku : IIndicatorState<Ichimoku>
{
    private SlidingRange conversion;
    private SlidingRange baseline;
    private SlidingRange span;
    private Delay spanA;
    private Delay spanB;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "ichimoku",
        Title = "Ichimoku Cloud",
        Group = IndicatorGroups.Trend,
        Outputs = ["conversion", "base", "span_a", "span_b"],
        Parameters =
        [
            IndicatorParameter.Bars("conversion", 9, "Bars of the conversion line."),
            IndicatorParameter.Bars("base", 26, "Bars of the base line, and how far the spans are drawn ahead."),
            IndicatorParameter.Bars("span", 52, "Bars of the second span."),
        ],
        Summary = "Middles of three recent ranges; the two spans at a bar were computed "
            + "base bars before, so they are known in time.",
        Formula = "conversion, base = (highest high + lowest low) / 2 over their bars; "
            + "span_a = (conversion + base) / 2 of base bars ago; span_b = (highest "
            + "high + lowest low) / 2 over span bars, of base bars ago; chikou is the "
            + "close drawn base bars back and has no value in time",
        Source = "Goichi Hosoda (1969); Stock.Indicators GetIchimoku.",
        Differences = "Libraries that draw the spans ahead write them at later bars; the value at a bar is the "
            + "same. Chikou looks ahead and is left to charts.",
        Create = parameters => new Indicator<Ichimoku>(parameters),
        WarmUpBars = p => (int)p[1] + Math.Max(Math.Max((int)p[0], (int)p[1]), (int)p[2]) - 1,
        ChartOnlyOutputs = ["chikou"],
    };

    public static CandleParts Reads => CandleParts.HighLow;

    public static Ichimoku From(ImmutableArray<double> parameters) => new()
    {
        conversion = new SlidingRange((int)parameters[0]),
        baseline = new SlidingRange((int)parameters[1]),
        span = new SlidingRange((int)parameters[2]),
        spanA = new Delay((int)parameters[1]),
        spanB = new Delay((int)parameters[1]),
    };

    public void Step(in Candle candle, OutputRow row)
    {
        conversion.Push(candle.High, candle.Low);
        baseline.Push(candle.High, candle.Low);
        span.Push(candle.High, candle.Low);
        row[0] = Middle(in conversion);
        row[1] = Middle(in baseline);

        // The mean of the two lines is that of their four prices, which are candle fields.
        double between = conversion.IsFull && baseline.IsFull
            ? CandleFields.Ohlc4(conversion.Highest, conversion.Lowest, baseline.Highest, baseline.Lowest)
            : double.NaN;
        row[2] = spanA.Next(between);
        row[3] = spanB.Next(Middle(in span));
    }

    private static double Middle(in SlidingRange range) =>
        range.IsFull ? CandleFields.Hl2(range.Highest, range.Lowest) : double.NaN;
}
