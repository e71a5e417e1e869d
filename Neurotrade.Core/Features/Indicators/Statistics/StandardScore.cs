using System.Collections.Immutable;
using Neurotrade.Core.Features.Exact;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Statistics;

/// <summary>How many deviations the close stands from its mean.</summary>
public struct StandardScore : IIndicatorState<StandardScore>
{
    private DeviationWindow closes;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "zscore",
        Title = "Z-Score",
        Group = IndicatorGroups.Statistics,
        Outputs = ["zscore"],
        Parameters = [IndicatorParameter.Period(20, min: 2)],
        Summary = "How many standard deviations the close stands from its mean; missing without scatter.",
        Formula = "zscore = (close − sma(close, n)) / population deviation of close over n bars",
        Source = "Standard score; Stock.Indicators GetBollingerBands (z_score).",
        Create = parameters => new Indicator<StandardScore>(parameters),
        WarmUpBars = p => (int)p[0] - 1,
        IsSparse = true,
    };

    public static CandleParts Reads => CandleParts.Close;

    public static StandardScore From(ImmutableArray<double> parameters) =>
        new() { closes = new DeviationWindow((int)parameters[0]) };

    public void Step(in Candle candle, OutputRow row)
    {
        closes.Push(candle.Close);
        double deviation = closes.Deviation;
        row[0] = deviation == 0 ? double.NaN : (candle.Close - closes.Mean) / deviation;
    }
}
