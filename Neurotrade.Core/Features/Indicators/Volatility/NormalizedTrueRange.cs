using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Volatility;

/// <summary>The average true range in percent of the close.</summary>
public struct NormalizedTrueRange : IIndicatorState<NormalizedTrueRange>
{
    private TrueRange range;
    private ExponentialMean mean;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "natr",
        Title = "Normalized Average True Range",
        Group = IndicatorGroups.Volatility,
        Outputs = ["natr"],
        Parameters = [IndicatorParameter.Period(14)],
        Summary = "How far price usually goes in a bar, in percent of the close, so that markets compare.",
        Formula = "natr = 100 × atr(n) / close",
        Source = "John Forman (2006); Stock.Indicators GetAtr (atrp).",
        Create = parameters => new Indicator<NormalizedTrueRange>(parameters),
        WarmUpBars = p => (int)p[0],
    };

    public static CandleParts Reads => CandleParts.HighLowClose;

    public static NormalizedTrueRange From(ImmutableArray<double> parameters) =>
        new() { range = new TrueRange(), mean = ExponentialMean.Wilder((int)parameters[0]) };

    public void Step(in Candle candle, OutputRow row) => row[0] = 100 * mean.Next(range.Next(in candle)) / candle.Close;
}
