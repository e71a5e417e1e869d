using Microsoft.Extensions.Logging.Abstractions;
using Neurotrade.Core.Market;
using Neurotrade.Web.Commands;
using Neurotrade.Web.Composition;
using Neurotrade.Web.Dashboard.Candles;
using Neurotrade.Web.Dashboard.Imports;
using Neurotrade.Web.Hosting;

namespace Neurotrade.Tests.Dashboard.Imports;

public sealed class ImportQueueTests : IDisposable
{
    private const string Name = "BTCUSDT-1h-2024.csv";

    private readonly TemporaryFolder folder = new();
    private readonly CandleShelf shelf;
    private ImportQueue queue;
    private ImportWorker? worker;

    public ImportQueueTests()
    {
        shelf = new CandleShelf(CandleSources.StoreOf(StateFolder.Of(folder.Path, null, null)), TimeProvider.System);
        queue = new ImportQueue(new ImportStore(folder.Path), TimeProvider.System);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AFile_ThatArrives_IsStoredAndTellsWhatWasFoundByLine()
    {
        Start();

        FileImport done = await SendAsync(Name, CandleTexts.Hours(50, skip: 20, bad: 30, twice: 40));

        Assert.Equal(ImportState.Done, done.State);
        ImportedSeries series = Assert.Single(done.Series);
        Assert.Equal("store:binance/BTC-USDT/1h", series.Address);
        Assert.Equal((50, 48, 48, 0, 1, 1, 2, 2), (
            series.Rows, series.Candles, series.Added, series.AlreadyThere, series.RefusedRows, series.DuplicateRows, series.Gaps,
            series.MissingCandles));
        FileFault refusal = Assert.Single(series.Refusals);
        Assert.Equal((string.Empty, 31), (refusal.File, refusal.Line));
        Assert.DoesNotContain(folder.Path, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(48, shelf.Open(Assert.Single(shelf.Addresses()))!.Count);
        Assert.Empty(Uploads());
    }

    [Fact]
    public async Task AFile_BroughtAgainWithOtherPrices_TellsWhatItReplaced()
    {
        Start();
        await SendAsync(Name, CandleTexts.Hours(10));

        FileImport done = await SendAsync(Name, CandleTexts.Hours(12, close: 101));

        ImportedSeries series = Assert.Single(done.Series);
        Assert.Equal((2, 0, 10), (series.Added, series.AlreadyThere, series.Replaced));
        Assert.Equal(StoredRuns.From.UnixMillis, series.ReplacedTimes[0]);
    }

    [Theory]
    [InlineData(Name, 0L, "The file is empty.")]
    [InlineData(Name, AnnouncedFile.MostBytes + 1, "Larger than 512 MB")]
    [InlineData("BTCUSDT-1h.exe", 10L, "Not a candle file")]
    [InlineData("../../BTCUSDT-1h-x.txt", 10L, "Not a candle file")]
    [InlineData("", 10L, "Not a candle file")]
    public void Announce_WhatCannotBeCandles_FailsBeforeAnyOfItIsSent(string name, long bytes, string why)
    {
        FileImport refused = Assert.Single(queue.Announce([new AnnouncedFile(name, bytes)], "binance"));

        Assert.Equal(ImportState.Failed, refused.State);
        Assert.StartsWith(why, refused.Faults[0].Message, StringComparison.Ordinal);
        Assert.Empty(Uploads());
    }

    [Theory]
    [InlineData("prices.csv.gz", "damaged data")]
    [InlineData("BTCUSDT-1h.zip", "a damaged archive")]
    [InlineData("BTCUSDT-1h.csv.gz", "damaged data")]
    public async Task AFile_ThatIsNotWhatItsNameSays_FailsWithAReasonAndLeavesNothing(string name, string why)
    {
        Start();

        FileImport failed = await SendAsync(name, CandleTexts.Hours(10));

        Assert.Equal(ImportState.Failed, failed.State);
        Assert.Contains(why, failed.Faults[0].Message, StringComparison.Ordinal);
        Assert.DoesNotContain(folder.Path, failed.Faults[0].Message, StringComparison.Ordinal);
        Assert.Empty(shelf.Addresses());
        Assert.Empty(Uploads());
    }

    [Theory]
    [InlineData("../../../etc/BTCUSDT-1h-2024.csv")]
    [InlineData("C:\\secret\\BTCUSDT-1h-2024.csv")]
    [InlineData("\u202e\u0007BTCUSDT-1h-2024.csv")]
    [InlineData("BTCUSDT-1h-<script>alert(1)<script>.csv")]
    public async Task AFile_WithAHostileName_IsStoredUnderItsSymbolAndNowhereElse(string name)
    {
        Start();

        FileImport done = await SendAsync(name, CandleTexts.Hours(10));

        Assert.Equal(ImportState.Done, done.State);
        Assert.DoesNotContain('/', done.Name);
        Assert.DoesNotContain('\\', done.Name);
        Assert.DoesNotContain(done.Name, c => char.IsControl(c) || c == '\u202e');
        Assert.Equal("store:binance/BTC-USDT/1h", Assert.Single(shelf.Addresses()).ToString());
        Assert.Equal(["candles", "imports", "uploads"], Directory.EnumerateDirectories(folder.Path).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Receive_MoreOrLessThanWasAnnounced_StoresNothing()
    {
        long more = queue.Announce([new AnnouncedFile(Name, 10)], "binance")[0].Id;
        long less = queue.Announce([new AnnouncedFile(Name, 1000)], "binance")[0].Id;

        Assert.False(await queue.ReceiveAsync(more, new MemoryStream(new byte[11]), Cancel));
        Assert.False(await queue.ReceiveAsync(less, new MemoryStream(new byte[11]), Cancel));
        Assert.False(await queue.ReceiveAsync(less, new MemoryStream(new byte[1000]), Cancel));

        Assert.Equal(ImportState.Failed, queue.Find(more)!.State);
        Assert.Equal(ImportState.Interrupted, queue.Find(less)!.State);
        Assert.Empty(Uploads());
    }

    [Fact]
    public async Task Cancel_WhereverAFileIs_StoresNothingOfIt()
    {
        long announced = queue.Announce([new AnnouncedFile(Name, 10)], "binance")[0].Id;
        long arriving = queue.Announce([new AnnouncedFile(Name, 10)], "binance")[0].Id;
        long waiting = queue.Announce([new AnnouncedFile(Name, 10)], "binance")[0].Id;
        Task<bool> receiving = queue.ReceiveAsync(arriving, new NeverEnding(), Cancel);
        Assert.True(await queue.ReceiveAsync(waiting, new MemoryStream(new byte[10]), Cancel));

        queue.Cancel(announced);
        queue.Cancel(arriving);
        queue.Cancel(waiting);

        Assert.False(await receiving);
        Assert.All(queue.List(), one => Assert.Equal(ImportState.Cancelled, one.State));
        Assert.Empty(Uploads());
    }

    [Fact]
    public async Task AServer_ThatEnded_GoesOnWithWhatIsWholeAndMarksTheRest()
    {
        long whole = queue.Announce([new AnnouncedFile(Name, CandleTexts.Hours(10).Length)], "binance")[0].Id;
        await queue.ReceiveAsync(whole, new MemoryStream(CandleTexts.Hours(10)), Cancel);
        long announced = queue.Announce([new AnnouncedFile(Name, 10)], "binance")[0].Id;
        long arriving = queue.Announce([new AnnouncedFile(Name, 10)], "binance")[0].Id;
        _ = queue.ReceiveAsync(arriving, new NeverEnding(), Cancel);
        Directory.CreateDirectory(folder["uploads/of an older version"]);
        Assert.Equal(3, Uploads().Length);

        // As after a kill: nothing was told to anybody.
        queue = new ImportQueue(new ImportStore(folder.Path), TimeProvider.System);
        Start();

        Assert.Equal(ImportState.Done, (await EndOf(whole)).State);
        Assert.Equal(10, Assert.Single(queue.Find(whole)!.Series).Added);
        Assert.Equal(ImportState.Interrupted, queue.Find(announced)!.State);
        Assert.Equal(ImportState.Interrupted, queue.Find(arriving)!.State);
        Assert.Contains("Choose it again", queue.Find(arriving)!.Faults[0].Message, StringComparison.Ordinal);
        Assert.Empty(Uploads());
    }

    [Fact]
    public void ABrowser_ThatIsNotHeardOfAnyMore_LeavesNothingWaiting()
    {
        var clock = new HandClock();
        using var patient = new ImportQueue(new ImportStore(folder["other"]), clock);
        long first = patient.Announce([new AnnouncedFile(Name, 10)], "binance")[0].Id;
        clock.Advance(ImportQueue.Patience / 2);
        long second = patient.Announce([new AnnouncedFile(Name, 10)], "binance")[0].Id;

        clock.Advance(ImportQueue.Patience / 2);
        Assert.Equal(ImportState.Announced, patient.Find(first)!.State);
        clock.Advance(ImportQueue.Patience);

        Assert.Equal(ImportState.Interrupted, patient.Find(first)!.State);
        Assert.Equal(ImportState.Interrupted, patient.Find(second)!.State);
    }

    [Fact]
    public void Announce_TooManyOrUnderNoName_IsRefusedAltogether()
    {
        AnnouncedFile[] many = [.. Enumerable.Range(0, ImportQueue.MostFiles + 1).Select(_ => new AnnouncedFile(Name, 1))];

        Assert.Contains("at most 200", Assert.Throws<InputException>(() => queue.Announce(many, "binance")).Message, StringComparison.Ordinal);
        Assert.Throws<InputException>(() => queue.Announce(many[..1], "../binance"));
        Assert.Empty(queue.List());
    }

    [Fact]
    public async Task Clear_ForgetsWhatHasEnded_AndKeepsTheCandles()
    {
        Start();
        await SendAsync(Name, CandleTexts.Hours(10));
        queue.Announce([new AnnouncedFile(Name, 10)], "binance");

        queue.Clear();

        Assert.Equal(ImportState.Announced, Assert.Single(queue.List()).State);
        Assert.Single(shelf.Addresses());
        Assert.Single(new ImportStore(folder.Path).List());
    }

    public void Dispose()
    {
        worker?.StopAsync(CancellationToken.None).GetAwaiter().GetResult();
        worker?.Dispose();
        queue.Dispose();
        shelf.Dispose();
        folder.Dispose();
    }

    private void Start()
    {
        worker = new ImportWorker(queue, shelf, NullLogger<ImportWorker>.Instance);
        worker.StartAsync(CancellationToken.None).GetAwaiter().GetResult();
    }

    private async Task<FileImport> SendAsync(string name, byte[] content)
    {
        FileImport announced = Assert.Single(queue.Announce([new AnnouncedFile(name, content.Length)], "binance"));
        Assert.True(await queue.ReceiveAsync(announced.Id, new MemoryStream(content), Cancel));
        return await EndOf(announced.Id);
    }

    private Task<FileImport> EndOf(long id) => ImportEnds.OfAsync(queue, id, Cancel);

    private string[] Uploads() => Directory.Exists(folder["uploads"]) ? Directory.GetFileSystemEntries(folder["uploads"]) : [];

    /// <summary>A browser that is in no hurry.</summary>
    private sealed class NeverEnding : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            return 0;
        }
    }
}
