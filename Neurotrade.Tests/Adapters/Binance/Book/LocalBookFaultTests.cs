using System.Collections.Immutable;
using Neurotrade.Core.Adapters.Binance.Book;
using Neurotrade.Core.Adapters.Binance.Messages;
using Neurotrade.Core.Market;

namespace Neurotrade.Tests.Adapters.Binance.Book;

/// <summary>
/// A market that tells the truth over a line that does not: updates are lost, doubled and swapped, snapshots come late, the
/// connection breaks. Whatever book is shown must be the market's at that number, level by level.
/// </summary>
public sealed class LocalBookFaultTests
{
    private const int Steps = 400;
    private const int Limit = 8;

    [Fact]
    public void Book_UnderFaultsOfManySeeds_IsNeverShownWrong()
    {
        (int shown, int resyncs) = (0, 0);
        for (int seed = 1; seed <= 400; seed++)
        {
            (int Shown, int Resyncs) run = Run(seed);
            shown += run.Shown;
            resyncs += run.Resyncs;
        }

        // The faults must neither be harmless nor keep the book from ever being shown.
        Assert.True(shown > 40_000, $"shown {shown} times");
        Assert.True(resyncs > 2_000, $"given up {resyncs} times");
    }

    private static (int Shown, int Resyncs) Run(int seed)
    {
        Random random = new(seed);
        Market market = new(random);
        LocalBook local = new("BTCUSDT", mostHeld: 20);
        List<DepthUpdateEvent> line = [];
        Queue<(int Due, Depth Answer)> answers = [];
        int shown = 0;
        for (int step = 0; step < Steps; step++)
        {
            Send(market.Next(), line, random);
            while (line.Count > random.Next(3))
            {
                local.Apply(line[0]);
                line.RemoveAt(0);
                shown += Check(local, market, seed);
            }

            if (local.WantsSnapshot && answers.Count < 2 && random.Next(2) == 0)
            {
                answers.Enqueue((step + random.Next(6), market.Snapshot()));
            }

            while (answers.TryPeek(out (int Due, Depth Answer) first) && first.Due <= step)
            {
                local.Load(answers.Dequeue().Answer, Limit);
                shown += Check(local, market, seed);
            }

            if (random.Next(80) == 0)
            {
                local.Disconnect();
                line.Clear();
            }
        }

        return (shown, local.ResyncCount);
    }

    private static void Send(DepthUpdateEvent update, List<DepthUpdateEvent> line, Random random)
    {
        int fault = random.Next(100);
        if (fault < 3)
        {
            return;
        }

        line.Insert(fault is >= 3 and < 6 && line.Count > 0 ? line.Count - 1 : line.Count, update);
        if (fault is >= 6 and < 10)
        {
            line.Insert(random.Next(line.Count + 1), update);
        }
    }

    private static int Check(LocalBook local, Market market, int seed)
    {
        if (local.Book is not { } book)
        {
            return 0;
        }

        (ImmutableArray<BookLevel> bids, ImmutableArray<BookLevel> asks) = market.At(local.UpdateId);
        bool isRight = !book.IsCrossed && book.KnownBidCount > 0 && book.KnownAskCount > 0
            && Known(book.KnownBidCount, book.Bid).SequenceEqual(bids.Take(book.KnownBidCount))
            && Known(book.KnownAskCount, book.Ask).SequenceEqual(asks.Take(book.KnownAskCount));
        Assert.True(isRight, $"seed {seed}, update {local.UpdateId}");
        return 1;
    }

    private static IEnumerable<BookLevel> Known(int count, Func<int, BookLevel> level) => Enumerable.Range(0, count).Select(level);

    /// <summary>A book that moves at random and remembers what it was at each number.</summary>
    private sealed class Market
    {
        private readonly Random random;
        private readonly SortedDictionary<long, long> bids = [];
        private readonly SortedDictionary<long, long> asks = [];
        private readonly Dictionary<long, (ImmutableArray<BookLevel>, ImmutableArray<BookLevel>)> past = [];
        private long id = 1000;

        public Market(Random random)
        {
            this.random = random;
            for (long price = 1; price <= 30; price++)
            {
                bids[100 - price] = price;
                asks[100 + price] = price;
            }

            Remember();
        }

        public (ImmutableArray<BookLevel> Bids, ImmutableArray<BookLevel> Asks) At(long update) => past[update];

        public Depth Snapshot() => new(
            id,
            [.. At(id).Bids.Take(Limit).Select(level => new PriceLevel(level.Price, level.Quantity))],
            [.. At(id).Asks.Take(Limit).Select(level => new PriceLevel(level.Price, level.Quantity))]);

        // One to three changes in one update, as the exchange gathers them.
        public DepthUpdateEvent Next()
        {
            long first = id + 1;
            Dictionary<long, long> ofBids = [];
            Dictionary<long, long> ofAsks = [];
            for (int i = random.Next(1, 4); i > 0; i--)
            {
                Change(ofBids, ofAsks);
                id++;
                Remember();
            }

            return new DepthUpdateEvent(0, "BTCUSDT", first, id, Levels(ofBids), Levels(ofAsks));
        }

        private static ImmutableArray<PriceLevel> Levels(Dictionary<long, long> changes) =>
            [.. changes.Select(change => new PriceLevel(FixedPoint.ToDecimal(change.Key), FixedPoint.ToDecimal(change.Value)))];

        // A new level never reaches the other side, and neither side is ever emptied.
        private void Change(Dictionary<long, long> ofBids, Dictionary<long, long> ofAsks)
        {
            bool isBid = random.Next(2) == 0;
            SortedDictionary<long, long> side = isBid ? bids : asks;
            long best = isBid ? bids.Keys.Last() : asks.Keys.First();
            long other = isBid ? asks.Keys.First() : bids.Keys.Last();
            long price = best + ((isBid ? -1 : 1) * random.Next(-2, 12));
            bool isFree = price > 0 && (isBid ? price < other : price > other);
            long quantity = random.Next(3) == 0 && side.Count > 5 ? 0 : random.Next(1, 100);
            if (!isFree)
            {
                return;
            }

            (isBid ? ofBids : ofAsks)[price] = quantity;
            if (quantity == 0)
            {
                side.Remove(price);
            }
            else
            {
                side[price] = quantity;
            }
        }

        private void Remember() => past[id] = (
            [.. bids.Reverse().Select(level => new BookLevel(level.Key, level.Value))],
            [.. asks.Select(level => new BookLevel(level.Key, level.Value))]);
    }
}
