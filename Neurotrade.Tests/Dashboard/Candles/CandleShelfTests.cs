using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;
using Neurotrade.Web.Commands;
using Neurotrade.Web.Composition;
using Neurotrade.Web.Dashboard.Candles;
using Neurotrade.Web.Dashboard.Strategies;

namespace Neurotrade.Tests.Dashboard.Candles;

public sealed class CandleShelfTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly CandleShelf shelf;

    public CandleShelfTests()
    {
        Directory.CreateDirectory(folder["state"]);
        shelf = new CandleShelf(CandleSources.StoreOf(StateFolder.Of(folder["state"], null, null)), TimeProvider.System);
    }

    [Fact]
    public void List_OfWhatIsStored_TellsItsGaps()
    {
        Store(50, skip: 20);

        ShelvedSeries stored = Assert.Single(shelf.List(TestContext.Current.CancellationToken));
        Assert.Equal("store:binance/BTC-USDT/1h", stored.Address.ToString());
        Assert.Equal(1, stored.Quality!.MissingCandles);
    }

    [Fact]
    public void For_AStrategy_ChoosesTheLongestTimeframeThatBuildsItsBars()
    {
        Store(50);
        StrategyCheck four = StrategyCheck.Of(StoredRuns.Strategy.Replace("timeframe: 1h", "timeframe: 4h", StringComparison.Ordinal), "a");
        StrategyCheck quarter = StrategyCheck.Of(StoredRuns.Strategy.Replace("timeframe: 1h", "timeframe: 15m", StringComparison.Ordinal), "a");

        Assert.Equal(["store:binance/BTC-USDT/1h"], shelf.For(four.Strategy!, "binance").Sources);
        Assert.Contains("that build 15m bars", Assert.Single(shelf.For(quarter.Strategy!, "binance").Problems), StringComparison.Ordinal);
        Assert.Equal(["store:sim/BTC-USDT/15m"], shelf.For(quarter.Strategy!, "sim").Sources);
    }

    [Fact]
    public void Open_AfterMoreWasStored_HasIt()
    {
        Store(50);
        StoreAddress address = Assert.Single(shelf.Addresses());
        Assert.Equal(50, shelf.Open(address)!.Count);

        Store(60);

        Assert.Equal(60, shelf.Open(address)!.Count);
    }

    [Fact]
    public void Delete_ASeries_TakesItOffTheShelfAndLeavesWhoHasItOpenAlone()
    {
        Store(50);
        StoreAddress address = Assert.Single(shelf.Addresses());
        CandleSeries open = shelf.Open(address)!;
        shelf.List(TestContext.Current.CancellationToken);

        shelf.Delete(address);

        Assert.Empty(shelf.Addresses());
        Assert.Empty(shelf.List(TestContext.Current.CancellationToken));
        Assert.Null(shelf.Open(address));
        Assert.Equal((50, 105.0), (open.Count, open.Closes[49]));
    }

    public void Dispose()
    {
        shelf.Dispose();
        folder.Dispose();
    }

    private void Store(int hours, int skip = -1)
    {
        Candle[] candles =
        [
            .. Enumerable.Range(0, hours).Where(hour => hour != skip)
                .Select(hour => new Candle(StoredRuns.From.UnixMillis + (hour * 3_600_000L), 100, 110, 90, 105, 5)),
        ];
        bool isSymbol = Symbol.TryParse("BTC/USDT", out Symbol symbol);
        Assert.True(isSymbol);
        shelf.Merge(new StoreAddress("binance", symbol, Timeframe.Hour), CandleSeries.From(symbol, Timeframe.Hour, candles));
    }
}
