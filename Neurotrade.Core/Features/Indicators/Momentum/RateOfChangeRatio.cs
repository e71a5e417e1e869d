using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Momentum;

/// <summary>The close over an earlier one.</summary>
public struct RateOfChangeRatio : IIndicatorState<RateOfChangeRatio>
{
    private Delay closes;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "rocr",
        Title = "Rate of Change Ratio",
        Group = IndicatorGroups.Momentum,
        Outputs = ["rocr"],
        Parameters = [IndicatorParameter.Bars("period", 10, "Bars back that it compares with.")],
        Summary = "The close divided by the close of so many bars ago; 1 where it is the same.",
        Formula = "rocr = close / close[n]",
        Source = "TA-Lib ROCR; times 100 it is ROCR100.",
        Create = parameters => new Indicator<RateOfChangeRatio>(parameters),
        WarmUpBars = p => (int)p[0],
    };

    public static CandleParts Reads => CandleParts.Close;

    public static RateOfChangeRatio From(ImmutableArray<double> parameters) =>
        new() { closes = new Delay((int)parameters[0]) };

    public void Step(in Candle candle, OutputRow row) => row[0] = candle.Close / closes.Next(candle.Close);
}
