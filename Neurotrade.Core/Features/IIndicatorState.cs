using System.Collections.Immutable;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features;

/// <summary>
/// The one definition of an indicator: a small struct that takes a candle and writes its outputs. The batch loop and
/// the rolling form are both this step, so they give the same bits.
/// </summary>
public interface IIndicatorState<TSelf>
    where TSelf : struct, IIndicatorState<TSelf>
{
    /// <summary>
    /// What <see cref="Step"/> reads of a candle; the rest is 0 in a batch. Say it where it is little: a column that is
    /// not read costs no memory traffic.
    /// </summary>
    static virtual CandleParts Reads => CandleParts.All;

    /// <summary>Whether <see cref="Leap"/> does anything.</summary>
    static virtual bool Leaps => false;

    /// <summary>A fresh state from parameter values in the order of the definition; the only place that allocates.</summary>
    static abstract TSelf From(ImmutableArray<double> parameters);

    /// <summary>Takes the next closed candle and sets every output, NaN where it is missing.</summary>
    void Step(in Candle candle, OutputRow row);

    /// <summary>
    /// Takes as many candles as a faster form of <see cref="Step"/> can, from bar <paramref name="from"/> on, and returns
    /// the bar after them: <paramref name="from"/> where it can take none. Outputs and state are those of so many steps,
    /// to the bit. All candles before <paramref name="from"/> went through <see cref="Step"/> or here in order.
    /// </summary>
    static virtual int Leap(ref TSelf state, CandleColumns candles, int from, ColumnBlock outputs) => from;
}
