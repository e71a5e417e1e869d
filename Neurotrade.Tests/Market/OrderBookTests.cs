using Neurotrade.Core.Market;

namespace Neurotrade.Tests.Market;

public sealed class OrderBookTests
{
    [Theory]
    [InlineData(1, 50)]
    [InlineData(2, 400)]
    [InlineData(3, 5000)]
    public void Book_AfterManyChanges_IsThePlainModel(int seed, int prices)
    {
        Random random = new(seed);
        OrderBook book = new();
        SortedDictionary<long, long> bids = [];
        SortedDictionary<long, long> asks = [];
        for (int i = 0; i < 40_000; i++)
        {
            long price = 1 + random.Next(prices);
            long quantity = random.Next(3) == 0 ? 0 : 1 + random.Next(1000);
            bool isBid = random.Next(2) == 0;
            Set(isBid ? bids : asks, price, quantity);
            Action<long, long> set = isBid ? book.SetBid : book.SetAsk;
            set(price, quantity);
            if (i % 997 == 0)
            {
                Assert.Equal(bids.Reverse().Select(level => new BookLevel(level.Key, level.Value)), BidsOf(book));
                Assert.Equal(asks.Select(level => new BookLevel(level.Key, level.Value)), AsksOf(book));
                Assert.Equal(bids.Count > 0 && asks.Count > 0 && bids.Keys.Max() >= asks.Keys.Min(), book.IsCrossed);
            }
        }

        Assert.True(bids.Count > prices / 3, $"seed {seed}");
    }

    [Fact]
    public void Book_OnceItHasGrown_AllocatesNothing()
    {
        OrderBook book = new();
        Fill(book, 2000);
        Fill(book, 2000);
        long before = GC.GetAllocatedBytesForCurrentThread();

        Fill(book, 2000);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(2000, book.BidCount);
    }

    [Fact]
    public void Book_WithMoreLevelsThanItHolds_LetsTheWorstGoAndSaysSo()
    {
        OrderBook book = new(mostLevels: 3);
        foreach (long price in new long[] { 10, 8, 6, 9, 7 })
        {
            book.SetBid(price, 1);
        }

        Assert.Equal([10, 9, 8], BidsOf(book).Select(level => level.PriceUnits));
        Assert.Equal(3, book.KnownBidCount);

        // Room again, but what stands at 7 or below is not known.
        book.SetBid(9, 0);
        book.SetBid(5, 1);

        Assert.Equal([10, 8, 5], BidsOf(book).Select(level => level.PriceUnits));
        Assert.Equal(2, book.KnownBidCount);
    }

    [Fact]
    public void Book_BeyondWhatItWasLoadedWith_KnowsThatItDoesNotKnow()
    {
        OrderBook book = new();
        book.SetBid(10, 1);
        book.SetAsk(11, 1);
        book.SetAsk(12, 1);
        book.EndBidsAt(10);
        book.EndAsksAt(12);
        book.SetAsk(15, 1);

        Assert.Equal((3, 2, false), (book.AskCount, book.KnownAskCount, book.IsBestUnknown));

        book.SetAsk(11, 0);
        book.SetAsk(12, 0);

        Assert.Equal((1, 0, true), (book.AskCount, book.KnownAskCount, book.IsBestUnknown));
        Assert.Equal(new BookLevel(15, 1), book.Ask(0));

        book.Clear();
        Assert.Equal((0, false, false), (book.AskCount, book.IsBestUnknown, book.IsCrossed));
    }

    [Fact]
    public void Level_InUnits_IsTheExactNumber()
    {
        Assert.True(FixedPoint.TryFrom(61737.63m, out long price));
        Assert.True(FixedPoint.TryFrom(0.00000001m, out long quantity));

        Assert.Equal((61737.63m, 0.00000001m), (new BookLevel(price, quantity).Price, new BookLevel(price, quantity).Quantity));
        Assert.False(FixedPoint.TryFrom(0.000000001m, out _));
        Assert.False(FixedPoint.TryFrom(92_233_720_369m, out _));
        Assert.True(FixedPoint.TryFrom(92_233_720_368m, out _));
        Assert.Throws<BrokenPromiseException>(() => new OrderBook().SetBid(0, 1));
    }

    private static void Set(SortedDictionary<long, long> side, long price, long quantity)
    {
        if (quantity == 0)
        {
            side.Remove(price);
        }
        else
        {
            side[price] = quantity;
        }
    }

    private static void Fill(OrderBook book, int levels)
    {
        for (int i = 1; i <= levels; i++)
        {
            book.SetBid(i, 0);
            book.SetBid(i, i);
        }
    }

    private static IEnumerable<BookLevel> BidsOf(OrderBook book) => Enumerable.Range(0, book.BidCount).Select(book.Bid);

    private static IEnumerable<BookLevel> AsksOf(OrderBook book) => Enumerable.Range(0, book.AskCount).Select(book.Ask);
}
