using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Statistics;

/// <summary>Whether movements go on or turn back.</summary>
public struct HurstExponent : IIndicatorState<HurstExponent>
{
    private double[] returns;
    private double previousClose;
    private int next;
    private int count;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "hurst",
        Title = "Hurst Exponent",
        Group = IndicatorGroups.Statistics,
        Outputs = ["hurst"],
        Parameters = [IndicatorParameter.Period(100, min: 20)],
        Summary = "Whether movements tend to go on (above 0.5) or to turn back (below it), by rescaled ranges; "
            + "missing where a span does not move.",
        Formula = "logarithmic returns of n bars, cut from the newest back into 1, 2, 4 … spans of at least 8; in "
            + "each span R / S, the range of the sums of offsets from the mean over the population deviation; "
            + "hurst = slope of log of the mean R / S against log of the length",
        Source = "Harold Edwin Hurst (1951); Stock.Indicators GetHurst.",
        Differences = "Summed up anew at each bar: ranges of sums cannot be carried on.",
        Create = parameters => new Indicator<HurstExponent>(parameters),
        WarmUpBars = p => (int)p[0],
        IsSparse = true,
    };

    public static CandleParts Reads => CandleParts.Close;

    public static HurstExponent From(ImmutableArray<double> parameters) =>
        new() { returns = new double[(int)parameters[0]], previousClose = double.NaN };

    public void Step(in Candle candle, OutputRow row)
    {
        double change = Math.Log(candle.Close / previousClose);
        previousClose = candle.Close;
        if (!double.IsNaN(change))
        {
            returns[next] = change;
            next = next + 1 == returns.Length ? 0 : next + 1;
            count = Math.Min(count + 1, returns.Length);
        }

        row[0] = count < returns.Length ? double.NaN : RescaledRange.Exponent(returns.AsSpan(next), returns.AsSpan(0, next));
    }
}
