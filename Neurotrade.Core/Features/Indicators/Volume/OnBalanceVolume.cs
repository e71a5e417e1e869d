using System.Collections.Immutable;
using Neurotrade.Core.Features.Exact;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Volume;

/// <summary>Volume added on rises and taken away on falls.</summary>
public struct OnBalanceVolume : IIndicatorState<OnBalanceVolume>
{
    private RunningTotal total;
    private double previousClose;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "obv",
        Title = "On-Balance Volume",
        Group = IndicatorGroups.Volume,
        Outputs = ["obv"],
        Parameters = [],
        Summary = "Volume added when the close rises and taken away when it falls, from 0 "
            + "at the first bar.",
        Formula = "obv = obv[1] + volume where close > close[1], − volume where close < "
            + "close[1], else unchanged; 0 on the first bar",
        Source = "Joseph Granville (1963); Stock.Indicators GetObv.",
        Differences = "TA-Lib starts with the volume of the first bar.",
        Create = parameters => new Indicator<OnBalanceVolume>(parameters),
        WarmUpBars = _ => 0,
    };

    public static CandleParts Reads => CandleParts.Close | CandleParts.Volume;

    public static OnBalanceVolume From(ImmutableArray<double> parameters) => new() { previousClose = double.NaN };

    public void Step(in Candle candle, OutputRow row)
    {
        if (candle.Close > previousClose)
        {
            total.Add(candle.Volume, 1);
        }
        else if (candle.Close < previousClose)
        {
            total.Add(candle.Volume, -1);
        }

        previousClose = candle.Close;
        row[0] = total.Value;
    }
}
