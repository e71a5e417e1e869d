using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features;

/// <summary>Runs one state both ways: candle by candle, and over columns in a loop compiled for that state.</summary>
public sealed class Indicator<TState>(ImmutableArray<double> parameters) : IIndicator
    where TState : struct, IIndicatorState<TState>
{
    private TState state = TState.From(parameters);

    public void Update(in Candle candle, Span<double> outputs) => state.Step(in candle, new OutputRow(outputs));

    public void Compute(CandleColumns candles, ColumnBlock outputs)
    {
        Guard.That(outputs.Rows == candles.Count);
        if (candles.Count == 0)
        {
            return;
        }

        TState fresh = TState.From(parameters);
        Run(ref fresh, candles, ref outputs[0][0]);
    }

    private static void Run(ref TState running, CandleColumns candles, ref double first)
    {
        // A local copy lets the compiler keep the state's fields in registers.
        TState local = running;
        int count = candles.Count;
        ReadOnlySpan<long> times = candles.Times;
        ReadOnlySpan<double> opens = candles.Opens[..count];
        ReadOnlySpan<double> highs = candles.Highs[..count];
        ReadOnlySpan<double> lows = candles.Lows[..count];
        ReadOnlySpan<double> closes = candles.Closes[..count];
        ReadOnlySpan<double> volumes = candles.Volumes[..count];
        for (int i = 0; i < count; i++)
        {
            Candle candle = new(times[i], opens[i], highs[i], lows[i], closes[i], volumes[i]);
            local.Step(in candle, new OutputRow(ref Unsafe.Add(ref first, i), count));
        }
    }
}
