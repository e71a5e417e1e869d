namespace Neurotrade.Core.Market;

/// <summary>
/// A pair's resting orders by price. Changes cost no allocation. A book that was loaded from a limited list knows nothing of
/// prices beyond it: unknown is not empty, and is told apart.
/// </summary>
/// <param name="mostLevels">The most levels of a side; when there are more, the worst are let go and count as unknown.</param>
public sealed class OrderBook(int mostLevels = OrderBook.UsualLevels)
{
    /// <summary>Levels of a side where nothing else is said.</summary>
    public const int UsualLevels = 10_000;

    private readonly BookSide bids = new(isBid: true, mostLevels);
    private readonly BookSide asks = new(isBid: false, mostLevels);

    /// <summary>Levels on the buying side, those beyond what is known whole among them.</summary>
    public int BidCount => bids.Count;

    /// <summary>Levels on the selling side, those beyond what is known whole among them.</summary>
    public int AskCount => asks.Count;

    /// <summary>Best levels of the buying side without an unknown one between them.</summary>
    public int KnownBidCount => bids.CountKnown();

    /// <summary>Best levels of the selling side without an unknown one between them.</summary>
    public int KnownAskCount => asks.CountKnown();

    /// <summary>Whether somebody would pay what somebody asks: no market shows that, so the book is wrong.</summary>
    public bool IsCrossed => bids.Count > 0 && asks.Count > 0 && bids.BestKey >= -asks.BestKey;

    /// <summary>Whether the best price of a side lies where nothing is known.</summary>
    public bool IsBestUnknown => bids.IsBestUnknown || asks.IsBestUnknown;

    /// <summary>Whether a side ends in the unknown, after so few levels or fewer.</summary>
    public bool IsKnownShort(int levelCount) => bids.IsKnownShort(levelCount) || asks.IsKnownShort(levelCount);

    /// <summary>A level of the buying side; 0 is the best. It must be there.</summary>
    public BookLevel Bid(int depth) => bids[depth];

    /// <summary>A level of the selling side; 0 is the best. It must be there.</summary>
    public BookLevel Ask(int depth) => asks[depth];

    /// <summary>Sets what stands at a price; 0 takes the level away.</summary>
    /// <param name="priceUnits">Above 0.</param>
    /// <param name="quantityUnits">Not below 0.</param>
    public void SetBid(long priceUnits, long quantityUnits)
    {
        Guard.That(priceUnits > 0 && quantityUnits >= 0);
        bids.Set(priceUnits, quantityUnits);
    }

    /// <inheritdoc cref="SetBid"/>
    public void SetAsk(long priceUnits, long quantityUnits)
    {
        Guard.That(priceUnits > 0 && quantityUnits >= 0);
        asks.Set(priceUnits, quantityUnits);
    }

    /// <summary>Says that the buying side is known only down to this price.</summary>
    public void EndBidsAt(long priceUnits) => bids.EndAt(priceUnits);

    /// <summary>Says that the selling side is known only up to this price.</summary>
    public void EndAsksAt(long priceUnits) => asks.EndAt(priceUnits);

    /// <summary>Forgets everything; an empty book that is known whole.</summary>
    public void Clear()
    {
        bids.Clear();
        asks.Clear();
    }
}
