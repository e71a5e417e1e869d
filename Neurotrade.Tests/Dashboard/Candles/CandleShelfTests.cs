using System.Text;
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
    private readonly CandleImport import;

    public CandleShelfTests()
    {
        Directory.CreateDirectory(folder["state"]);
        shelf = new CandleShelf(CandleSources.StoreOf(StateFolder.Of(folder["state"], null, null)), TimeProvider.System);
        import = new CandleImport(shelf, folder["uploads"]);
    }

    [Fact]
    public async Task Take_AFile_StoresItAndTellsWhatWasFound()
    {
        ImportOutcome outcome = await TakeAsync("BTCUSDT-1h-2024.csv", File(hours: 50, skip: 20, bad: 30));

        Assert.Equal("BTC/USDT 1h: 48 new", outcome.Note);
        Assert.Contains(outcome.Lines, line => line.StartsWith("2 gaps, 2 candles missing", StringComparison.Ordinal));
        Assert.Contains(outcome.Lines, line => line.StartsWith("line 31:", StringComparison.Ordinal));
        ShelvedSeries stored = Assert.Single(shelf.List(TestContext.Current.CancellationToken));
        Assert.Equal("store:binance/BTC-USDT/1h", stored.Address.ToString());
        Assert.Equal(2, stored.Quality!.Gaps.Length);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder["uploads"]));
    }

    [Theory]
    [InlineData("prices.csv", "tells no symbol")]
    [InlineData("BTCUSDT-1h.exe", "not a candle file")]
    [InlineData("../../BTCUSDT-1h-x.txt", "not a candle file")]
    public async Task Take_WhatCannotBeStored_SaysWhyAndLeavesNothing(string name, string why)
    {
        InputException refused = await Assert.ThrowsAsync<InputException>(() => TakeAsync(name, File(10)));

        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
        Assert.Empty(shelf.Addresses());
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder["uploads"]));
    }

    [Fact]
    public async Task Take_WhenItIsCancelled_StoresNothing()
    {
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => import.TakeAsync(
            "BTCUSDT-1h-2024.csv", new MemoryStream(File(50)), 1, "binance", new Progress<double>(), cancel.Token));
        Assert.Empty(shelf.Addresses());
    }

    [Fact]
    public async Task For_AStrategy_ChoosesTheLongestTimeframeThatBuildsItsBars()
    {
        await TakeAsync("BTCUSDT-1h-2024.csv", File(50));
        StrategyCheck four = StrategyCheck.Of(StoredRuns.Strategy.Replace("timeframe: 1h", "timeframe: 4h", StringComparison.Ordinal), "a");
        StrategyCheck quarter = StrategyCheck.Of(StoredRuns.Strategy.Replace("timeframe: 1h", "timeframe: 15m", StringComparison.Ordinal), "a");

        Assert.Equal(["store:binance/BTC-USDT/1h"], shelf.For(four.Strategy!, "binance").Sources);
        Assert.Contains("that build 15m bars", Assert.Single(shelf.For(quarter.Strategy!, "binance").Problems), StringComparison.Ordinal);
        Assert.Equal(["store:sim/BTC-USDT/15m"], shelf.For(quarter.Strategy!, "sim").Sources);
    }

    [Fact]
    public async Task Open_AfterMoreWasStored_HasIt()
    {
        await TakeAsync("BTCUSDT-1h-2024.csv", File(50));
        StoreAddress address = Assert.Single(shelf.Addresses());
        Assert.Equal(50, shelf.Open(address)!.Count);

        await TakeAsync("BTCUSDT-1h-2024.csv", File(60));

        Assert.Equal(60, shelf.Open(address)!.Count);
    }

    public void Dispose()
    {
        import.Dispose();
        shelf.Dispose();
        folder.Dispose();
    }

    private Task<ImportOutcome> TakeAsync(string name, byte[] content) => import.TakeAsync(
        name, new MemoryStream(content), content.Length, "binance", new Progress<double>(), TestContext.Current.CancellationToken);

    private static byte[] File(int hours, int skip = -1, int bad = -1)
    {
        var text = new StringBuilder("time,open,high,low,close,volume\n");
        for (int hour = 0; hour < hours; hour++)
        {
            if (hour != skip)
            {
                string high = hour == bad ? "1" : "110";
                text.Append(new Instant(StoredRuns.From.UnixMillis + (hour * 3_600_000L))).Append(",100,").Append(high).Append(",90,105,5\n");
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
