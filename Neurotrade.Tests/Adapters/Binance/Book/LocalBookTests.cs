using Neurotrade.Core.Adapters.Binance.Book;
using Neurotrade.Core.Adapters.Binance.Messages;
using Neurotrade.Core.Market;

namespace Neurotrade.Tests.Adapters.Binance.Book;

/// <summary>The exchange's rules for a local copy of the book, one by one.</summary>
public sealed class LocalBookTests
{
    private readonly LocalBook local = new("BTCUSDT");

    [Fact]
    public void Book_BeforeUpdatesAndASnapshot_IsNotShown()
    {
        Assert.Equal(BookStep.Ignored, local.Load(Snapshot(100), 5));
        Assert.False(local.WantsSnapshot);

        Assert.Equal(BookStep.Held, local.Apply(Update(101, 102)));

        Assert.True(local.WantsSnapshot);
        Assert.Null(local.Book);
    }

    [Fact]
    public void Snapshot_OlderThanTheFirstUpdate_IsAskedForAgain()
    {
        local.Apply(Update(101, 102));

        Assert.Equal(BookStep.TooOld, local.Load(Snapshot(100), 5));
        Assert.True(local.WantsSnapshot);
        Assert.Equal(BookStep.Applied, local.Load(Snapshot(101), 5));
        Assert.Equal(102, local.UpdateId);
    }

    [Fact]
    public void Snapshot_AmongUpdates_TakesOnlyThoseAfterIt()
    {
        local.Apply(Update(90, 95, bid: (9.0m, 7m)));
        local.Apply(Update(96, 105, bid: (9.1m, 8m)));
        local.Apply(Update(106, 107, bid: (9.2m, 9m)));

        Assert.Equal(BookStep.Applied, local.Load(Snapshot(100), 5));

        Assert.Equal([9.2m, 9.1m, 8m], BidPrices());
        Assert.Equal(107, local.UpdateId);
    }

    [Fact]
    public void Snapshot_NewerThanAllUpdates_IsTheBookAsItIs()
    {
        local.Apply(Update(90, 95, bid: (9.0m, 7m)));

        Assert.Equal(BookStep.Applied, local.Load(Snapshot(100), 5));

        Assert.Equal([8m], BidPrices());
        Assert.Equal(BookStep.Applied, local.Apply(Update(101, 103)));
    }

    [Fact]
    public void Update_ThatCameBefore_ChangesNothing()
    {
        Begin();

        Assert.Equal(BookStep.Ignored, local.Apply(Update(99, 100, bid: (9m, 1m))));
        Assert.Equal([8m], BidPrices());
    }

    [Fact]
    public void Update_ThatOverlaps_IsApplied()
    {
        Begin();

        Assert.Equal(BookStep.Applied, local.Apply(Update(98, 105, bid: (9m, 1m))));
        Assert.Equal((105, 2), (local.UpdateId, local.Book!.BidCount));
    }

    [Fact]
    public void Update_AfterAGap_BeginsAnewWithIt()
    {
        Begin();

        Assert.Equal(BookStep.Gap, local.Apply(Update(105, 106, bid: (9m, 1m))));

        Assert.Null(local.Book);
        Assert.Equal((true, 1, 0), (local.WantsSnapshot, local.ResyncCount, local.UpdateId));
        Assert.Equal(BookStep.TooOld, local.Load(Snapshot(100), 5));
        Assert.Equal(BookStep.Applied, local.Load(Snapshot(105), 5));
        Assert.Equal([9m, 8m], BidPrices());
    }

    [Fact]
    public void Update_ThatWouldCrossTheBook_GivesItUp()
    {
        Begin();

        Assert.Equal(BookStep.Unusable, local.Apply(Update(101, 102, bid: (10m, 1m))));
        Assert.Null(local.Book);
    }

    [Fact]
    public void Update_ThatTakesTheLastKnownLevel_HidesTheBookUntilASnapshotTellsMore()
    {
        local.Apply(Update(101, 102));
        Assert.Equal(BookStep.Applied, local.Load(Snapshot(101), limit: 1));
        Assert.False(local.WantsSnapshot);

        // Nothing is missing in the sequence, but what stands below 8 was never told.
        Assert.Equal(BookStep.Applied, local.Apply(Update(103, 103, bid: (8m, 0m))));
        Assert.Equal(BookStep.Applied, local.Apply(Update(104, 105, bid: (7m, 2m))));
        Assert.Null(local.Book);
        Assert.Equal((true, 0, 105), (local.WantsSnapshot, local.ResyncCount, local.UpdateId));

        Assert.Equal(BookStep.TooOld, local.Load(Snapshot(102), limit: 1));
        Assert.Equal(BookStep.Applied, local.Load(new Depth(104, [new PriceLevel(7.5m, 3m)], [new PriceLevel(10m, 1m)]), limit: 1));

        Assert.Equal([7.5m, 7m], BidPrices());
        Assert.Equal((105, false), (local.UpdateId, local.WantsSnapshot));
    }

    [Fact]
    public void Update_FinerThanAUnit_GivesTheBookUp()
    {
        Begin();

        Assert.Equal(BookStep.Unusable, local.Apply(Update(101, 102, bid: (1.000000001m, 1m))));
        Assert.Null(local.Book);
    }

    [Fact]
    public void Updates_HeldWithAGapBetweenThem_DropTheEarlier()
    {
        local.Apply(Update(90, 95, bid: (9m, 1m)));
        local.Apply(Update(97, 99));

        Assert.Equal(BookStep.TooOld, local.Load(Snapshot(93), 5));
        Assert.Equal(BookStep.Ignored, local.Apply(Update(97, 99)));
    }

    [Fact]
    public void Updates_HeldWithoutEnd_AreLimited()
    {
        LocalBook small = new("BTCUSDT", mostHeld: 3);
        for (int id = 1; id <= 4; id++)
        {
            small.Apply(Update(id, id));
        }

        Assert.Equal(BookStep.TooOld, small.Load(Snapshot(3), 5));
        Assert.Equal(BookStep.Applied, small.Load(Snapshot(4), 5));
    }

    [Fact]
    public void Disconnect_OfABookThatIsShown_HidesIt()
    {
        Begin();

        local.Disconnect();

        Assert.Null(local.Book);
        Assert.False(local.WantsSnapshot);
        Assert.Equal(BookStep.Ignored, local.Load(Snapshot(200), 5));
    }

    [Fact]
    public void Update_OfAnotherPair_IsOurOwnMistake() =>
        Assert.Throws<BrokenPromiseException>(() => new LocalBook("ETHUSDT").Apply(Update(1, 2)));

    private void Begin()
    {
        local.Apply(Update(99, 100));
        Assert.Equal(BookStep.Applied, local.Load(Snapshot(100), 5));
    }

    private IEnumerable<decimal> BidPrices() =>
        Enumerable.Range(0, local.Book!.BidCount).Select(depth => local.Book!.Bid(depth).Price);

    private static Depth Snapshot(long id) => new(id, [new PriceLevel(8m, 1m)], [new PriceLevel(10m, 1m)]);

    private static DepthUpdateEvent Update(long first, long last, (decimal Price, decimal Quantity)? bid = null) => new(
        0, "BTCUSDT", first, last, bid is { } level ? [new PriceLevel(level.Price, level.Quantity)] : [], []);
}
