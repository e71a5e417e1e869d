using System.Collections.Concurrent;

namespace Neurotrade.Core.Strategies.Evaluation;

/// <summary>Bit columns of one length that are used again and again, by many threads.</summary>
internal sealed class BitRoom(int bars)
{
    private readonly ConcurrentBag<BitColumn> free = [];

    /// <summary>A column whose bits are whatever they were.</summary>
    public BitColumn Take() => free.TryTake(out BitColumn? column) ? column : new BitColumn(bars);

    /// <summary>Takes back a column that nobody reads any more.</summary>
    public void Return(BitColumn column) => free.Add(column);
}
