using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Neurotrade.Core.Market;
using Neurotrade.Tests.Ingestion;
using Neurotrade.Web.Commands;
using Neurotrade.Web.Composition;
using Neurotrade.Web.Dashboard.Candles;
using Neurotrade.Web.Dashboard.Imports;
using Neurotrade.Web.Hosting;

namespace Neurotrade.Tests.Dashboard.Imports;

/// <summary>Files of which only a person can tell what they are.</summary>
public sealed class ImportQuestionsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly CandleShelf shelf;
    private ImportQueue queue;
    private ImportWorker worker;

    public ImportQuestionsTests()
    {
        shelf = new CandleShelf(CandleSources.StoreOf(StateFolder.Of(folder.Path, null, null)), TimeProvider.System);
        (queue, worker) = Serve();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("prices.csv")]
    [InlineData("..%2F..%2Fprices.csv")]
    [InlineData("<img src=x>BTCUSDT-1h.csv")]
    public async Task AFile_WhoseNameTellsNoSymbol_IsStoredOnceOneIsTold(string name)
    {
        FileImport asking = await SendAsync(name, CandleTexts.Hours(10));

        Assert.Equal(ImportState.Asking, asking.State);
        Assert.Equal((true, false, 10L), (asking.Question!.AsksSymbol, asking.Question.AsksTimeframe, asking.Question.Rows));
        Assert.Equal(StoredRuns.From.UnixMillis, asking.Question.FirstMillis);
        Assert.Equal(StoredRuns.From.UnixMillis + (9 * 3_600_000L), asking.Question.LastMillis);
        Assert.Empty(shelf.Addresses());

        queue.Answer(asking.Id, Symbols.Parse("ETH/USDT"), null);

        Assert.Equal(ImportState.Done, (await EndOf(asking.Id)).State);
        Assert.Equal("store:binance/ETH-USDT/1h", Assert.Single(shelf.Addresses()).ToString());
        Assert.Empty(Uploads());
    }

    [Theory]
    [InlineData("BTCUSDT.csv", true)]
    [InlineData("BTCUSDT-1h.csv", false)]
    public async Task ASingleRow_AsksTheTimeframeThatItsNameDoesNotTell(string name, bool asks)
    {
        FileImport one = await SendAsync(name, CandleTexts.Hours(1));

        // A name without a timeframe is not one of Binance's, and so tells no symbol either.
        Assert.Equal(asks, one.State == ImportState.Asking);
        Assert.Equal(asks ? (true, true) : ((bool, bool)?)null, one.Question?.Kind);
        Assert.Equal(asks ? 0L : (long?)null, one.Question?.SpacingMillis);
    }

    [Fact]
    public async Task Rows_AtASpacingThatIsNoTimeframe_AreStoredUnderTheOneThatIsTold()
    {
        byte[] sevens = Encoding.UTF8.GetBytes("time,open,high,low,close,volume\n" + string.Concat(
            Enumerable.Range(0, 5).Select(i => $"{new Instant(StoredRuns.From.UnixMillis + (i * 420_000L))},1,1,1,1,1\n")));

        FileImport asking = await SendAsync("BTCUSDT-1m.csv", sevens);
        Assert.Equal((false, true), asking.Question!.Kind);
        Assert.Equal(420_000, asking.Question.SpacingMillis);
        queue.Answer(asking.Id, null, Timeframe.Minute);

        ImportedSeries series = Assert.Single((await EndOf(asking.Id)).Series);
        Assert.Equal(("store:binance/BTC-USDT/1m", 5, 4), (series.Address, series.Candles, series.Gaps));
    }

    [Fact]
    public async Task AnArchive_WhoseEntriesTellNothing_AsksOnceForAll()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (string name in (string[])["a.csv", "b.csv"])
            {
                using Stream entry = archive.CreateEntry(name).Open();
                entry.Write(CandleTexts.Hours(name == "a.csv" ? 5 : 9));
            }
        }

        FileImport asking = await SendAsync("mine.zip", bytes.ToArray());
        Assert.Equal(14, asking.Question!.Rows);
        queue.Answer(asking.Id, Symbols.BtcUsdt, null);

        Assert.Equal(9, Assert.Single((await EndOf(asking.Id)).Series).Added);
    }

    [Fact]
    public async Task ANewServer_StillAsksAndHasTheFile()
    {
        FileImport asking = await SendAsync("prices.csv", CandleTexts.Hours(10));
        await worker.StopAsync(Cancel);
        worker.Dispose();
        queue.Dispose();

        (queue, worker) = Serve();

        Assert.Equal((ImportState.Asking, (true, false)), (queue.Find(asking.Id)!.State, queue.Find(asking.Id)!.Question!.Kind));
        queue.Answer(asking.Id, Symbols.BtcUsdt, null);
        Assert.Equal(10, Assert.Single((await EndOf(asking.Id)).Series).Added);
    }

    [Fact]
    public async Task Cancel_WhileItAsks_LeavesNothingAndTakesNoAnswer()
    {
        FileImport asking = await SendAsync("prices.csv", CandleTexts.Hours(10));
        Assert.Single(Uploads());

        queue.Cancel(asking.Id);
        queue.Answer(asking.Id, Symbols.BtcUsdt, null);

        Assert.Equal(ImportState.Cancelled, queue.Find(asking.Id)!.State);
        Assert.Empty(Uploads());
        Assert.Empty(shelf.Addresses());
    }

    [Fact]
    public async Task AFile_ThatIsNoCandles_IsRefusedAndNotAskedOf()
    {
        FileImport failed = await SendAsync("prices.csv", "a,b\n1,2\n"u8.ToArray());

        Assert.Equal(ImportState.Failed, failed.State);
        Assert.Null(failed.Question);
    }

    public void Dispose()
    {
        worker.StopAsync(CancellationToken.None).GetAwaiter().GetResult();
        worker.Dispose();
        queue.Dispose();
        shelf.Dispose();
        folder.Dispose();
    }

    private (ImportQueue Queue, ImportWorker Worker) Serve()
    {
        var imports = new ImportQueue(new ImportStore(folder.Path), TimeProvider.System);
        var stores = new ImportWorker(imports, shelf, NullLogger<ImportWorker>.Instance);
        stores.StartAsync(CancellationToken.None).GetAwaiter().GetResult();
        return (imports, stores);
    }

    private async Task<FileImport> SendAsync(string name, byte[] content)
    {
        FileImport announced = Assert.Single(queue.Announce([new AnnouncedFile(name, content.Length)], "binance"));
        Assert.True(await queue.ReceiveAsync(announced.Id, new MemoryStream(content), Cancel));
        return await EndOf(announced.Id);
    }

    private Task<FileImport> EndOf(long id) => ImportEnds.OfAsync(queue, id, Cancel);

    private string[] Uploads() => Directory.Exists(folder["uploads"]) ? Directory.GetFileSystemEntries(folder["uploads"]) : [];
}
