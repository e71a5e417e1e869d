using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Statistics;

/// <summary>How highs and lows move together.</summary>
public struct Correlation : IIndicatorState<Correlation>
{
    private PairWindow pair;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "correl",
        Title = "Correlation Coefficient",
        Group = IndicatorGroups.Statistics,
        Outputs = ["correl"],
        Parameters = [IndicatorParameter.Period(30, min: 2)],
        Summary = "How closely highs and lows move together, from −1 to 1; missing where one of them does not move.",
        Formula = "correl = covariance(high, low) / (deviation of high × deviation of low) over n bars",
        Source = "Pearson; TA-Lib CORREL with its default inputs.",
        Create = parameters => new Indicator<Correlation>(parameters),
        WarmUpBars = p => (int)p[0] - 1,
        IsSparse = true,
    };

    public static CandleParts Reads => CandleParts.HighLow;

    public static Correlation From(ImmutableArray<double> parameters) =>
        new() { pair = new PairWindow((int)parameters[0]) };

    public void Step(in Candle candle, OutputRow row)
    {
        pair.Push(candle.High, candle.Low);
        row[0] = pair.Correlation;
    }
}
