namespace Neurotrade.Core.Market;

/// <summary>
/// One side of a book, sorted with the best level last: nearly all changes happen near it, so that a search from there ends
/// soon and little has to move. Keys are prices, for asks below 0, so that the best is always the highest key.
/// </summary>
internal sealed class BookSide(bool isBid, int mostLevels)
{
    private const int FirstCapacity = 256;

    private (long Key, long Quantity)[] levels = new (long, long)[Math.Min(FirstCapacity, mostLevels)];
    private long horizon = long.MinValue;

    public int Count { get; private set; }

    /// <summary>Whether nothing is known of the best price: it lies where the book was never complete.</summary>
    public bool IsBestUnknown => horizon != long.MinValue && (Count == 0 || levels[Count - 1].Key < horizon);

    /// <summary>Whether the side ends in the unknown, after so few levels or fewer.</summary>
    public bool IsKnownShort(int levelCount) => horizon != long.MinValue && CountKnown() <= levelCount;

    /// <summary>The highest key; the lowest there is when the side is empty.</summary>
    public long BestKey => Count == 0 ? long.MinValue : levels[Count - 1].Key;

    /// <summary>A level; 0 is the best.</summary>
    public BookLevel this[int depth]
    {
        get
        {
            (long key, long quantity) = levels.AsSpan(0, Count)[Count - 1 - depth];
            return new BookLevel(isBid ? key : -key, quantity);
        }
    }

    public void Clear() => (Count, horizon) = (0, long.MinValue);

    /// <summary>Nothing is known of prices worse than this.</summary>
    public void EndAt(long priceUnits) => horizon = Math.Max(horizon, isBid ? priceUnits : -priceUnits);

    /// <summary>How many levels there are down to the price from which nothing is known.</summary>
    public int CountKnown() => horizon == long.MinValue ? Count : Count - Find(horizon);

    public void Set(long priceUnits, long quantityUnits)
    {
        long key = isBid ? priceUnits : -priceUnits;
        int at = Find(key);
        bool isThere = at < Count && levels[at].Key == key;
        if (quantityUnits == 0)
        {
            if (isThere)
            {
                levels.AsSpan(at + 1, Count - at - 1).CopyTo(levels.AsSpan(at));
                Count--;
            }
        }
        else if (isThere)
        {
            levels[at].Quantity = quantityUnits;
        }
        else
        {
            Insert(at, key, quantityUnits);
        }
    }

    private void Insert(int at, long key, long quantity)
    {
        if (Count == mostLevels)
        {
            // The worst level makes room; what lies beyond the one that is left is not known any more.
            horizon = Math.Max(horizon, at == 0 ? key + 1 : levels[0].Key + 1);
            if (at == 0)
            {
                return;
            }

            levels.AsSpan(1, at - 1).CopyTo(levels);
            levels[at - 1] = (key, quantity);
            return;
        }

        if (Count == levels.Length)
        {
            Array.Resize(ref levels, (int)Math.Min(mostLevels, 2L * levels.Length));
        }

        levels.AsSpan(at, Count - at).CopyTo(levels.AsSpan(at + 1));
        levels[at] = (key, quantity);
        Count++;
    }

    // The first level whose key is not below the one sought: in strides that double from the best, then by halves.
    private int Find(long key)
    {
        ReadOnlySpan<(long Key, long Quantity)> all = levels.AsSpan(0, Count);
        int high = all.Length;
        int low = 0;
        for (int stride = 1; high >= stride; stride <<= 1)
        {
            int probe = high - stride;
            if (all[probe].Key < key)
            {
                low = probe + 1;
                break;
            }

            high = probe;
        }

        while (low < high)
        {
            int middle = (int)((uint)(low + high) >> 1);
            if (all[middle].Key < key)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
