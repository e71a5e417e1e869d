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

    /// <summary>A fresh state from parameter values in the order of the definition; the only place that allocates.</summary>
    static abstract TSelf From(ImmutableArray<double> parameters);

    /// <summary>Takes the next closed candle and sets every output, NaN where it is missing.</summary>
    void Step(in Candle candle, OutputRow row);
}
