namespace Neurotrade.Benchmarks.Suite;

/// <summary>One published figure (contracts 7).</summary>
/// <param name="Name"><c>indicator.ema.batch</c>, <c>candles.klines</c>, <c>backtest.sma-cross</c> ….</param>
/// <param name="Unit"><c>ns a bar</c>, <c>rows/s</c>, <c>bars/s</c>.</param>
/// <param name="Median">Of all runs.</param>
/// <param name="Min">The lowest.</param>
/// <param name="Max">The highest.</param>
/// <param name="Runs">Repetitions, warm-up left out.</param>
/// <param name="Processor">
/// The median by the processor time of all threads instead of the clock, which other work on the machine disturbs; null
/// where no time is measured.
/// </param>
public sealed record Measurement(
    string Name, string Unit, double Median, double Min, double Max, int Runs, double? Processor);
