using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Oscillators;

/// <summary>The share of upward movement in all movement, by Wilder's averages.</summary>
public struct RelativeStrengthIndex : IIndicatorState<RelativeStrengthIndex>
{
    private RelativeStrength strength;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "rsi",
        Title = "Relative Strength Index",
        Group = IndicatorGroups.Oscillators,
        Outputs = ["rsi"],
        Parameters = [IndicatorParameter.Period(14)],
        Summary = "How much of the recent movement went up, from 0 to 100.",
        Formula = "rsi = 100 × gain / (gain + loss), with gain and loss Wilder averages of the rises and falls of the "
            + "close; 100 where loss is 0, as before where the close did not change; the first averages are plain means of n changes",
        Source = "J. Welles Wilder, New Concepts in Technical Trading Systems (1978); Stock.Indicators GetRsi.",
        Differences = "TA-Lib gives 0 where price never moved; here it is 100 whenever nothing fell.",
        Create = parameters => new Indicator<RelativeStrengthIndex>(parameters),
        WarmUpBars = p => (int)p[0],
    };

    public static CandleParts Reads => CandleParts.Close;

    public static bool Leaps => true;

    public static RelativeStrengthIndex From(ImmutableArray<double> parameters) =>
        new() { strength = new RelativeStrength((int)parameters[0]) };

    public static int Leap(ref RelativeStrengthIndex state, CandleColumns candles, int from, ColumnBlock outputs) =>
        state.strength.Leap(candles.Closes, from, outputs[0]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step(in Candle candle, OutputRow row) => row[0] = strength.Next(candle.Close);
}
