using System.Collections.Immutable;
using Neurotrade.Core.Adapters.Binance.Download;
using Neurotrade.Core.Adapters.Binance.Rest;
using Neurotrade.Core.Adapters.Files;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;

namespace Neurotrade.Tests.Adapters.Binance.Download;

/// <summary>Candles over real sockets into a real store.</summary>
public sealed class CandleDownloadTests : IDisposable
{
    private static readonly Instant First = Instant.FromDate(2024, 1, 1);
    private static readonly RestOptions Quick = new() { FirstPauseMillis = 1, MostAttempts = 2 };

    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_OfSeveralPairs_StoresEachCandleOnceAndNothingTwice()
    {
        KlineServer klines = new(First, candleCount: 3_500);
        await using LoopbackVenue venue = await LoopbackVenue.StartAsync(klines.AnswerAsync);

        ImmutableArray<DownloadedSymbol> first = await RunAsync(venue, ["BTC/USDT", "ETH/USDT"]);
        int requests = venue.Requests.Count;
        ImmutableArray<DownloadedSymbol> second = await RunAsync(venue, ["BTC/USDT", "ETH/USDT"]);

        Assert.All(first, one => Assert.Equal((3_500, 0, null), (one.Added, one.Refused, one.Why)));
        Assert.All(second, one => Assert.Equal((0, 0, null), (one.Added, one.AlreadyThere, one.Why)));

        // Four pages a pair and a look at the clock; the second time only the end of each is asked for.
        Assert.Equal((9, 12), (requests, venue.Requests.Count));
        Assert.All(["BTC/USDT", "ETH/USDT"], name => Assert.Equal(klines.Candles(), Stored(name)));
    }

    [Fact]
    public async Task Run_AfterItWasCutOff_FetchesOnlyWhatIsMissing()
    {
        using CancellationTokenSource cut = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        KlineServer klines = new(First, candleCount: 45_000) { OnPage = page => Stop(cut, when: page == 31) };
        await using LoopbackVenue venue = await LoopbackVenue.StartAsync(klines.AnswerAsync);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => RunAsync(venue, ["BTC/USDT"], cancel: cut.Token));
        int kept = Stored("BTC/USDT").Count;
        ImmutableArray<DownloadedSymbol> rest = await RunAsync(venue, ["BTC/USDT"]);

        Assert.Equal(20_000, kept);
        Assert.Equal(25_000, rest[0].Added);
        Assert.Equal(klines.Candles(), Stored("BTC/USDT"));
    }

    [Fact]
    public async Task Run_OverAHoleInTheStore_FillsIt()
    {
        KlineServer klines = new(First, candleCount: 3_000);
        await using LoopbackVenue venue = await LoopbackVenue.StartAsync(klines.AnswerAsync);
        IReadOnlyList<Candle> all = klines.Candles();
        Candle[] holed = [.. all.Take(100), .. all.Skip(1_400)];
        Store().Merge(Address("BTC/USDT"), CandleSeries.From(Pair("BTC/USDT"), Timeframe.Minute, holed));

        ImmutableArray<DownloadedSymbol> done = await RunAsync(venue, ["BTC/USDT"]);

        Assert.Equal(1_300, done[0].Added);
        Assert.Equal(all, Stored("BTC/USDT"));
    }

    [Fact]
    public async Task Run_WithAPairThatIsRefused_FinishesTheOthersAndSaysWhy()
    {
        KlineServer klines = new(First, candleCount: 10) { Unknown = "NOPEUSDT" };
        await using LoopbackVenue venue = await LoopbackVenue.StartAsync(klines.AnswerAsync);

        ImmutableArray<DownloadedSymbol> done = await RunAsync(venue, ["NOPE/USDT", "BTC/USDT"]);

        Assert.Equal((0, -1121), (done[0].Added, done[0].Why!.Code));
        Assert.Equal((10, null), (done[1].Added, done[1].Why));
    }

    [Fact]
    public async Task Run_OverCandlesThatCannotBe_LeavesThemOutAndCounts()
    {
        KlineServer klines = new(First, candleCount: 10) { Broken = 3 };
        await using LoopbackVenue venue = await LoopbackVenue.StartAsync(klines.AnswerAsync);

        ImmutableArray<DownloadedSymbol> done = await RunAsync(venue, ["BTC/USDT"]);

        Assert.Equal((9, 1), (done[0].Added, done[0].Refused));
        Assert.DoesNotContain(Stored("BTC/USDT"), candle => candle.OpenMillis == First.UnixMillis + (3 * 60_000));
    }

    [Fact]
    public async Task Run_UpToNow_LeavesTheCandleThatIsStillGrowing()
    {
        long now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        long thisMinute = Timeframe.Minute.Floor(now);
        KlineServer klines = new(new Instant(thisMinute - (5 * 60_000)), candleCount: 6);
        await using LoopbackVenue venue = await LoopbackVenue.StartAsync(klines.AnswerAsync);

        await RunAsync(venue, ["BTC/USDT"], from: new Instant(thisMinute - (60 * 60_000)));

        // The minute before this one may still be settling.
        long later = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        Assert.True(Stored("BTC/USDT").Count >= 4);
        Assert.All(Stored("BTC/USDT"), candle => Assert.True(candle.OpenMillis + 62_000 <= later));
    }

    [Fact]
    public async Task Progress_OfADownload_RisesToAll()
    {
        KlineServer klines = new(First, candleCount: 3_000);
        await using LoopbackVenue venue = await LoopbackVenue.StartAsync(klines.AnswerAsync);
        List<double> told = [];

        await RunAsync(venue, ["BTC/USDT"], to: new Instant(First.UnixMillis + (3_000 * 60_000)), progress: new Told(told));

        Assert.Equal(told.Order(), told);
        Assert.Equal(1, told[^1]);
        Assert.InRange(told[0], 0.3, 0.4);
    }

    [Theory]
    [InlineData(new long[] { }, "0-600")]
    [InlineData(new long[] { 0, 60, 120, 180, 240, 300, 360, 420, 480, 540 }, "")]
    [InlineData(new long[] { 60, 120, 300, 540 }, "0-60 180-300 360-540")]
    [InlineData(new long[] { -60, 0, 600, 660 }, "60-600")]
    public void Missing_OfASpan_IsWhatIsNotStored(long[] stored, string expected)
    {
        long[] millis = [.. stored.Select(second => second * 1000)];

        IEnumerable<string> found = MissingSpans.Of(millis, Timeframe.Minute, 0, 600_000)
            .Select(span => $"{span.From / 1000}-{span.To / 1000}");

        Assert.Equal(expected, string.Join(' ', found));
    }

    public void Dispose() => folder.Dispose();

    private static void Stop(CancellationTokenSource cut, bool when)
    {
        if (when)
        {
            cut.Cancel();
        }
    }

    private async Task<ImmutableArray<DownloadedSymbol>> RunAsync(
        LoopbackVenue venue,
        string[] names,
        Instant? from = null,
        Instant? to = null,
        IProgress<double>? progress = null,
        CancellationToken? cancel = null)
    {
        using HttpClient http = BinanceRest.NewHttp();
        BinanceRest rest = new(http, venue.Environment, TimeProvider.System, Quick);
        Assert.IsType<RestAnswer<Neurotrade.Core.Adapters.Binance.Messages.ServerClock>.Done>(await rest.LookAtClockAsync(Cancel));
        DownloadRequest request = new("binance", [.. names.Select(Pair)], Timeframe.Minute, from ?? First, to);
        return await new CandleDownload(rest, Store()).RunAsync(request, progress, cancel ?? Cancel);
    }

    private ColumnStore Store() => new(new RealDisk(), folder.Path);

    private List<Candle> Stored(string name)
    {
        CandleSeries series = Store().Open(Address(name))!;
        return [.. Enumerable.Range(0, series.Count).Select(i => series[i])];
    }

    private static Symbol Pair(string name) => Symbol.TryParse(name, out Symbol symbol) ? symbol : throw new ArgumentException(name);

    private static StoreAddress Address(string name) => new("binance", Pair(name), Timeframe.Minute);

    private sealed class Told(List<double> told) : IProgress<double>
    {
        public void Report(double value) => told.Add(value);
    }
}
