using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features;

/// <summary>Runs one state both ways: candle by candle, and over columns in a loop compiled for that state.</summary>
public sealed class Indicator<TState>(ImmutableArray<double> parameters) : IIndicator
    where TState : struct, IIndicatorState<TState>
{
    // Bars between two leaps that could take none: trying costs little beside them.
    private const int StepsBetweenLeaps = 64;

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
        Run(ref fresh, candles, outputs);
    }

    public void Advance(CandleColumns candles, ColumnBlock outputs)
    {
        Guard.That(outputs.Rows == candles.Count);
        if (candles.Count > 0)
        {
            Run(ref state, candles, outputs);
        }
    }

    private static void Run(ref TState running, CandleColumns candles, ColumnBlock outputs)
    {
        if (!TState.Leaps)
        {
            RunSteps(ref running, candles, 0, candles.Count, ref outputs[0][0]);
            return;
        }

        int at = 0;
        while (at < candles.Count)
        {
            at = TState.Leap(ref running, candles, at, outputs);
            int end = Math.Min(at + StepsBetweenLeaps, candles.Count);
            RunSteps(ref running, candles, at, end, ref outputs[0][0]);
            at = end;
        }
    }

    // Compiled at once to the end: it is called once for a long column, and would else run in an unfinished form.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void RunSteps(ref TState running, CandleColumns candles, int from, int end, ref double first)
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
        for (int i = from; i < end; i++)
        {
            Candle candle = new(
                Reads(CandleParts.Time) ? times[i] : 0,
                Reads(CandleParts.Open) ? opens[i] : 0,
                Reads(CandleParts.High) ? highs[i] : 0,
                Reads(CandleParts.Low) ? lows[i] : 0,
                Reads(CandleParts.Close) ? closes[i] : 0,
                Reads(CandleParts.Volume) ? volumes[i] : 0);
            local.Step(in candle, new OutputRow(ref Unsafe.Add(ref first, i), count));
        }

        running = local;
    }

    // Known when the loop is compiled for its state, so that nothing is asked in it.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Reads(CandleParts part) => (TState.Reads & part) != 0;
}
