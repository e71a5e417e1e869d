using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Volume;

/// <summary>RSI of the traded money.</summary>
public struct MoneyFlowIndex : IIndicatorState<MoneyFlowIndex>
{
    private SeriesWindow gains;
    private SeriesWindow losses;
    private double previousPrice;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "mfi",
        Title = "Money Flow Index",
        Group = IndicatorGroups.Volume,
        Outputs = ["mfi"],
        Parameters = [IndicatorParameter.Period(14)],
        Summary = "How much of the traded money went in on rises, from 0 to 100; 100 where "
            + "none went out.",
        Formula = "flow = hlc3 × volume; mfi = 100 − 100 / (1 + Σ flow on rises of hlc3 / Σ "
            + "flow on falls) over n bars; 100 where there was no fall",
        Source = "Gene Quong and Avrum Soudack (1989); Stock.Indicators GetMfi.",
        Differences = "TA-Lib gives 0 where less than 1 was traded.",
        Create = parameters => new Indicator<MoneyFlowIndex>(parameters),
        WarmUpBars = p => (int)p[0],
    };

    public static CandleParts Reads => CandleParts.HighLowCloseVolume;

    public static MoneyFlowIndex From(ImmutableArray<double> parameters) => new()
    {
        gains = new SeriesWindow((int)parameters[0]),
        losses = new SeriesWindow((int)parameters[0]),
        previousPrice = double.NaN,
    };

    public void Step(in Candle candle, OutputRow row)
    {
        double price = CandleFields.Hlc3(candle.High, candle.Low, candle.Close);
        double flow = double.IsNaN(previousPrice) ? double.NaN : price * candle.Volume;
        gains.Push(price < previousPrice || price == previousPrice ? 0 : flow);
        losses.Push(price > previousPrice || price == previousPrice ? 0 : flow);
        previousPrice = price;
        double loss = losses.Sum;
        row[0] = loss == 0 ? 100 : 100 - (100 / (1 + (gains.Sum / loss)));
    }
}
