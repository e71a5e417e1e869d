using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Neurotrade.Core.Features.Exact;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.MovingAverages;

/// <summary>The mean of the last closes, as exact decimals correctly rounded (contracts 4.20).</summary>
public struct SimpleMovingAverage : IIndicatorState<SimpleMovingAverage>
{
    private FieldWindow closes;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "sma",
        Title = "Simple Moving Average",
        Group = IndicatorGroups.MovingAverages,
        Outputs = ["sma"],
        Parameters = [IndicatorParameter.Period(20)],
        Summary = "The plain mean of the last closes.",
        Formula = "sma = Σ close over the last n bars / n",
        Source = "Arithmetic mean; Stock.Indicators GetSma.",
        Create = parameters => new Indicator<SimpleMovingAverage>(parameters),
        WarmUpBars = p => (int)p[0] - 1,
    };

    public static CandleParts Reads => CandleParts.Close;

    public static bool Leaps => true;

    public static SimpleMovingAverage From(ImmutableArray<double> parameters) =>
        new() { closes = new FieldWindow((int)parameters[0]) };

    public static int Leap(ref SimpleMovingAverage state, CandleColumns candles, int from, ColumnBlock outputs) =>
        state.closes.Leap(candles.Closes, from, outputs[0]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step(in Candle candle, OutputRow row)
    {
        closes.Push(candle.Close);
        row[0] = closes.Mean;
    }
}
