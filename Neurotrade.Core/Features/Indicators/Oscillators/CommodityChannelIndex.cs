using System.Collections.Immutable;
using Neurotrade.Core.Features.Exact;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Oscillators;

/// <summary>How unusual the typical price is against its mean.</summary>
public struct CommodityChannelIndex : IIndicatorState<CommodityChannelIndex>
{
    private FieldWindow fields;
    private double[] typical;
    private int next;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "cci",
        Title = "Commodity Channel Index",
        Group = IndicatorGroups.Oscillators,
        Outputs = ["cci"],
        Parameters = [IndicatorParameter.Period(20, min: 2)],
        Summary = "How far the typical price stands from its mean, in units of its usual "
            + "distance; missing without deviation.",
        Formula = "tp = hlc3; cci = (tp − mean of tp over n) / (0.015 × mean of |tp − that "
            + "mean| over n)",
        Source = "Donald Lambert (1980); Stock.Indicators GetCci.",
        Differences = "TA-Lib gives 0 where there is no deviation.",
        Create = parameters => new Indicator<CommodityChannelIndex>(parameters),
        WarmUpBars = p => (int)p[0] - 1,
    };

    public static CandleParts Reads => CandleParts.HighLowClose;

    public static CommodityChannelIndex From(ImmutableArray<double> parameters)
    {
        int period = (int)parameters[0];
        return new() { fields = new FieldWindow(3 * period), typical = new double[period] };
    }

    public void Step(in Candle candle, OutputRow row)
    {
        fields.Push(candle.High);
        fields.Push(candle.Low);
        fields.Push(candle.Close);
        double price = CandleFields.Hlc3(candle.High, candle.Low, candle.Close);
        typical[next] = price;
        next = next + 1 == typical.Length ? 0 : next + 1;
        row[0] = fields.IsFull ? Index(price, fields.Mean) : double.NaN;
    }

    private readonly double Index(double price, double mean)
    {
        // From the oldest, so that the sum depends on the window alone.
        double deviation = Distances(typical.AsSpan(0, next), mean, Distances(typical.AsSpan(next), mean, 0));
        return deviation == 0 ? double.NaN : (price - mean) / (0.015 * (deviation / typical.Length));
    }

    private static double Distances(ReadOnlySpan<double> prices, double mean, double sum)
    {
        foreach (double price in prices)
        {
            sum += Math.Abs(price - mean);
        }

        return sum;
    }
}
