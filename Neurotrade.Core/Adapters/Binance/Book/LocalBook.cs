using Neurotrade.Core.Adapters.Binance.Messages;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Adapters.Binance.Book;

/// <summary>
/// A pair's book, kept by the exchange's rules for a local copy: updates are held back until a snapshot fits between them, and
/// from then on each must follow the one before. Whatever does not fit begins anew. A book is shown only while it is right,
/// and a new snapshot is wanted before the price leaves what the last one told.
/// One thread owns it; nothing here waits or asks: <see cref="WantsSnapshot"/> says what is needed.
/// </summary>
/// <param name="symbol">The pair, as the exchange writes it; updates of others are our own mistake.</param>
/// <param name="mostLevels">The most levels of a side.</param>
/// <param name="mostHeld">The most updates held back; at ten a second this is more than a snapshot ever takes.</param>
public sealed class LocalBook(string symbol, int mostLevels = OrderBook.UsualLevels, int mostHeld = LocalBook.UsualHeld)
{
    /// <summary>Updates held back where nothing else is said.</summary>
    public const int UsualHeld = 1_000;

    // With fewer known levels than this a new snapshot is wanted, while the book is still shown.
    private const int FewestKnown = 100;

    private readonly OrderBook book = new(mostLevels);
    private readonly List<DepthUpdateEvent> held = [];
    private long updateId;
    private int fewestKnown;
    private bool isFollowed;
    private bool isRefreshing;

    /// <summary>The book as of <see cref="UpdateId"/>; null while none is known to be right.</summary>
    public OrderBook? Book => isFollowed && !book.IsBestUnknown ? book : null;

    /// <summary>The exchange's number of the last change taken in; 0 while updates are only held back.</summary>
    public long UpdateId => isFollowed ? updateId : 0;

    /// <summary>
    /// Whether a snapshot is needed: updates are coming and what they change is not known, or the price has wandered to where
    /// the last snapshot ended.
    /// </summary>
    public bool WantsSnapshot => held.Count > 0 && (!isFollowed || isRefreshing);

    /// <summary>How often a book that was followed had to be given up.</summary>
    public int ResyncCount { get; private set; }

    /// <summary>Takes an update, in the order in which they come.</summary>
    public BookStep Apply(DepthUpdateEvent update)
    {
        Guard.That(update.Symbol == symbol);
        if (!isFollowed)
        {
            return Hold(update);
        }

        if (update.LastUpdateId <= updateId)
        {
            return BookStep.Ignored;
        }

        if (update.FirstUpdateId > updateId + 1)
        {
            GiveUp();
            held.Add(update);
            return BookStep.Gap;
        }

        if (isRefreshing)
        {
            Hold(update);
        }

        return Change(update);
    }

    /// <summary>
    /// Takes a snapshot. One that ends before the updates held back begin is too old: another is wanted. One that comes when
    /// none is wanted is passed over.
    /// </summary>
    /// <param name="snapshot">The answer, best levels first.</param>
    /// <param name="limit">How many levels of a side were asked for: a side that is as long is not known to its end.</param>
    public BookStep Load(Depth snapshot, int limit)
    {
        if (!WantsSnapshot)
        {
            return BookStep.Ignored;
        }

        if (snapshot.LastUpdateId < held[0].FirstUpdateId)
        {
            return BookStep.TooOld;
        }

        book.Clear();
        if (!TrySet(snapshot))
        {
            return GiveUp();
        }

        if (snapshot.Bids.Length >= limit && FixedPoint.TryFrom(snapshot.Bids[^1].Price, out long lowest))
        {
            book.EndBidsAt(lowest);
        }

        if (snapshot.Asks.Length >= limit && FixedPoint.TryFrom(snapshot.Asks[^1].Price, out long highest))
        {
            book.EndAsksAt(highest);
        }

        fewestKnown = Math.Min(FewestKnown, limit / 4);
        return Follow(snapshot.LastUpdateId);
    }

    /// <summary>The connection is gone: what changed meanwhile will never be told.</summary>
    public void Disconnect() => GiveUp();

    // Held updates follow each other without a gap, or the earlier ones are of no use.
    private BookStep Hold(DepthUpdateEvent update)
    {
        if (held.Count > 0 && update.LastUpdateId <= held[^1].LastUpdateId)
        {
            return BookStep.Ignored;
        }

        bool follows = held.Count > 0 && update.FirstUpdateId <= held[^1].LastUpdateId + 1 && held.Count < mostHeld;
        if (!follows)
        {
            held.Clear();
        }

        held.Add(update);
        return BookStep.Held;
    }

    private BookStep Follow(long snapshotId)
    {
        DepthUpdateEvent[] waiting = [.. held];
        held.Clear();
        (updateId, isFollowed, isRefreshing) = (snapshotId, true, false);
        foreach (DepthUpdateEvent update in waiting.Where(update => update.LastUpdateId > snapshotId))
        {
            if (Change(update) is var step and not BookStep.Applied)
            {
                return step;
            }
        }

        return book.IsCrossed ? GiveUp() : BookStep.Applied;
    }

    private BookStep Change(DepthUpdateEvent update)
    {
        bool isSet = TrySet(update);
        updateId = update.LastUpdateId;
        if (!isSet || book.IsCrossed)
        {
            return GiveUp();
        }

        isRefreshing |= book.IsKnownShort(fewestKnown);
        return BookStep.Applied;
    }

    private BookStep GiveUp()
    {
        ResyncCount += isFollowed ? 1 : 0;
        (isFollowed, isRefreshing) = (false, false);
        held.Clear();
        return BookStep.Unusable;
    }

    private bool TrySet(DepthUpdateEvent update) => TrySet(update.Bids.AsSpan(), update.Asks.AsSpan());

    private bool TrySet(Depth snapshot) => TrySet(snapshot.Bids.AsSpan(), snapshot.Asks.AsSpan());

    // A price or quantity that is finer than a unit, or larger than Binance itself can hold, makes the book unusable.
    private bool TrySet(ReadOnlySpan<PriceLevel> bids, ReadOnlySpan<PriceLevel> asks)
    {
        foreach (PriceLevel level in bids)
        {
            if (!FixedPoint.TryFrom(level.Price, out long price) || !FixedPoint.TryFrom(level.Quantity, out long quantity))
            {
                return false;
            }

            book.SetBid(price, quantity);
        }

        foreach (PriceLevel level in asks)
        {
            if (!FixedPoint.TryFrom(level.Price, out long price) || !FixedPoint.TryFrom(level.Quantity, out long quantity))
            {
                return false;
            }

            book.SetAsk(price, quantity);
        }

        return true;
    }
}
