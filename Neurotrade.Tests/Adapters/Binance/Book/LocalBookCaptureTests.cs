using System.IO.Compression;
using System.Text;
using Neurotrade.Core.Adapters.Binance.Book;
using Neurotrade.Core.Adapters.Binance.Messages;
using Neurotrade.Core.Market;

namespace Neurotrade.Tests.Adapters.Binance.Book;

/// <summary>Six minutes of BTC/USDT as they came over the wire, 41,249 messages.</summary>
public sealed class LocalBookCaptureTests
{
    private const int SnapshotLimit = 1000;

    private readonly LocalBook local = new("BTCUSDT");
    private readonly SortedDictionary<decimal, decimal> bids = [];
    private readonly SortedDictionary<decimal, decimal> asks = [];
    private readonly List<DepthUpdateEvent> early = [];
    private readonly Queue<BookTickerEvent> bestPrices = [];
    private BookTickerEvent? best;
    private int bestCount;

    [Fact]
    public void Capture_AppliedInOrder_HasNoBreakAndEqualsTheBestPrices()
    {
        StreamEvent[] events = [.. Lines().Select(Read)];
        foreach (BookTickerEvent ticker in events.OfType<BookTickerEvent>())
        {
            bestPrices.Enqueue(ticker);
        }

        int updates = 0;
        foreach (StreamEvent one in events)
        {
            switch (one)
            {
                case Depth snapshot:
                    Assert.Equal(BookStep.Applied, local.Load(snapshot, SnapshotLimit));
                    Begin(snapshot);
                    break;
                case DepthUpdateEvent update:
                    updates++;
                    Take(update);
                    break;
            }
        }

        Assert.Equal((41_249, 3_451), (events.Length, updates));
        Assert.Equal(0, local.ResyncCount);
        Assert.Equal(events.OfType<DepthUpdateEvent>().Last().LastUpdateId, local.UpdateId);
        Assert.True(bestCount > 3_400, $"held against the best prices {bestCount} times");
    }

    private void Take(DepthUpdateEvent update)
    {
        BookStep step = local.Apply(update);
        if (local.UpdateId == 0)
        {
            Assert.Equal(BookStep.Held, step);
            early.Add(update);
            return;
        }

        Assert.Equal(BookStep.Applied, step);
        Change(update);

        // Near the end the price comes to where the only snapshot of the capture ended.
        if (local.Book is null)
        {
            Assert.True(local.WantsSnapshot);
            return;
        }

        AssertBest();
        if (update.LastUpdateId % 97 == 0)
        {
            AssertWhole();
        }
    }

    // The plain model: by the same rules, with the base library's sorted dictionaries.
    private void Begin(Depth snapshot)
    {
        Set(bids, snapshot.Bids);
        Set(asks, snapshot.Asks);
        foreach (DepthUpdateEvent update in early.Where(update => update.LastUpdateId > snapshot.LastUpdateId))
        {
            Change(update);
        }

        AssertWhole();
    }

    private void Change(DepthUpdateEvent update)
    {
        Set(bids, update.Bids);
        Set(asks, update.Asks);
    }

    private static void Set(SortedDictionary<decimal, decimal> side, IEnumerable<PriceLevel> levels)
    {
        foreach (PriceLevel level in levels)
        {
            if (level.Quantity == 0)
            {
                side.Remove(level.Price);
            }
            else
            {
                side[level.Price] = level.Quantity;
            }
        }
    }

    // The last best prices told up to the book's number are the book's: they are told at each change.
    private void AssertBest()
    {
        while (bestPrices.TryPeek(out BookTickerEvent? next) && next.UpdateId <= local.UpdateId)
        {
            best = bestPrices.Dequeue();
        }

        if (best is { } told)
        {
            OrderBook book = local.Book!;
            Assert.Equal(
                (told.BidPrice, told.BidQuantity, told.AskPrice, told.AskQuantity),
                (book.Bid(0).Price, book.Bid(0).Quantity, book.Ask(0).Price, book.Ask(0).Quantity));
            bestCount++;
        }
    }

    private void AssertWhole()
    {
        OrderBook book = local.Book!;
        Assert.Equal(
            bids.Reverse().Select(level => (level.Key, level.Value)),
            Enumerable.Range(0, book.BidCount).Select(book.Bid).Select(level => (level.Price, level.Quantity)));
        Assert.Equal(
            asks.Select(level => (level.Key, level.Value)),
            Enumerable.Range(0, book.AskCount).Select(book.Ask).Select(level => (level.Price, level.Quantity)));
        Assert.True(book.KnownBidCount > 0 && book.KnownAskCount > 0);
    }

    private static StreamEvent Read(byte[] json)
    {
        Assert.True(WireFrame.TryOpen(json, out WireFrame frame, out WireProblem? problem), problem?.ToString());
        Assert.True(StreamEvents.TryRead(frame.Event, out StreamEvent? found, out problem), problem?.ToString());
        return found;
    }

    // A line is the time of receipt, a blank, and the message.
    private static IEnumerable<byte[]> Lines()
    {
        string path = SharedData.Require("reference/binance/captures/btcusdt_spot_streams_20240808.jsonl.gz");
        using StreamReader reader = new(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            yield return Encoding.UTF8.GetBytes(line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        }
    }
}
