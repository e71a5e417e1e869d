using System.Collections.Immutable;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Ingestion;

/// <summary>What a merge into a store changed.</summary>
/// <param name="Added">Candles that are new.</param>
/// <param name="AlreadyThere">Candles that were stored before, bit for bit.</param>
/// <param name="Revised">Candles that replaced a stored one of the same open time.</param>
/// <param name="RevisedTimes">Open times of the first <see cref="QualityReport.MostNamed"/> of these.</param>
public sealed record StoreMerge(long Added, long AlreadyThere, long Revised, ImmutableArray<Instant> RevisedTimes);

/// <summary>
/// Candles kept between runs: many readers beside one writer. A write happens wholly or not at all, whenever it is cut
/// off. Damage is an <see cref="InputException"/> that names the file.
/// </summary>
public interface ICandleStore : ICandleSource
{
    /// <summary>What is stored, sorted by address.</summary>
    IReadOnlyList<StoreAddress> List();

    /// <summary>The stored candles, checksums verified; null where none are.</summary>
    CandleSeries? Open(StoreAddress address);

    /// <summary>Adds candles of that symbol and timeframe; those with a stored open time replace what is stored.</summary>
    StoreMerge Merge(StoreAddress address, CandleSeries candles);

    /// <summary>
    /// Removes a series, wholly or not at all; who has it open keeps it. Nothing happens where none is stored.
    /// </summary>
    void Delete(StoreAddress address);

    /// <summary>Checks every stored byte and every candle; gives what is wrong, nothing where all is well.</summary>
    IReadOnlyList<Problem> Verify(StoreAddress address);
}
