using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Oscillators;

/// <summary>How much of their ranges bars gained from open to close.</summary>
public struct BalanceOfPower : IIndicatorState<BalanceOfPower>
{
    private SeriesWindow shares;
    private int missing;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "bop",
        Title = "Balance of Power",
        Group = IndicatorGroups.Oscillators,
        Outputs = ["bop"],
        Parameters = [IndicatorParameter.Period(14)],
        Summary = "How much of their ranges the last bars gained from open to close, from −1 to 1; missing while a "
            + "bar without range is among them.",
        Formula = "bop = mean of (close − open) / (high − low) over n bars",
        Source = "Igor Livshin (2001); Stock.Indicators GetBop.",
        Differences = "TA-Lib and Tulip do not smooth, which is period 1, and give 0 for a bar without range.",
        Create = parameters => new Indicator<BalanceOfPower>(parameters),
        WarmUpBars = p => (int)p[0] - 1,
        IsSparse = true,
    };

    public static CandleParts Reads => CandleParts.Open | CandleParts.HighLowClose;

    public static BalanceOfPower From(ImmutableArray<double> parameters) =>
        new() { shares = new SeriesWindow((int)parameters[0]) };

    public void Step(in Candle candle, OutputRow row)
    {
        double range = candle.High - candle.Low;
        shares.Push(range == 0 ? 0 : (candle.Close - candle.Open) / range);
        missing = range == 0 ? shares.Length : Math.Max(missing - 1, 0);
        row[0] = missing > 0 ? double.NaN : shares.Mean;
    }
}
