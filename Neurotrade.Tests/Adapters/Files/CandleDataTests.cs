using System.Globalization;
using System.Text;
using Neurotrade.Core.Adapters.Files;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;
using Neurotrade.Tests.Ingestion;

namespace Neurotrade.Tests.Adapters.Files;

// contracts 1: what --data names.
public sealed class CandleDataTests : IDisposable
{
    private static readonly long Start = Instant.FromDate(2024, 1, 1).UnixMillis;
    private static readonly Symbol Btc = Symbols.BtcUsdt;
    private static readonly Symbol Eth = Symbols.Parse("ETH/USDT");
    private static readonly Timeframe Quarter = Of("15m");
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private static Timeframe Of(string text) => Timeframe.TryParse(text, out Timeframe timeframe)
        ? timeframe : throw new ArgumentException(text, nameof(text));

    private static string Klines(int count, string timeframe = "1m", int skip = 0, double price = 100)
    {
        long step = Of(timeframe).Millis;
        StringBuilder text = new();
        for (int i = skip; i < skip + count; i++)
        {
            long open = Start + (i * step);
            text.Append(CultureInfo.InvariantCulture,
                $"{open},{price + i},{price + i + 2},{price + i - 1},{price + i + 1},{i % 7}.5,{open + step - 1},0,0,0,0,0\n");
        }

        return text.ToString();
    }

    private static DataRequest Request(params string[] sources) => new() { Sources = [.. sources] };

    private static CandleData Open(params string[] sources) => Open(Request(sources));

    private static CandleData Open(DataRequest request, params ICandleSource[] stored) =>
        CandleData.Open(request, stored, TestContext.Current.CancellationToken);

    private static string[] ProblemsOf(Action action) =>
        [.. Assert.Throws<InputException>(action).Problems.Select(problem => problem.Message)];

    [Fact]
    public void For_TheStrategysTimeframe_IsTakenAsItIs()
    {
        DataSet data = Open(folder.Write("BTCUSDT-1m-x.csv", Klines(30))).For([Btc], Timeframe.Minute, null);

        SymbolData only = Assert.Single(data.Symbols);
        Assert.Equal((Btc, 30), (only.Bars.Symbol, only.Bars.Count));
        Assert.Null(only.Detail);
    }

    [Fact]
    public void For_FinerData_IsResampledAndServesAsDetail()
    {
        DataSet data = Open(folder.Write("BTCUSDT-1m-x.csv", Klines(40))).For([Btc], Quarter, Timeframe.Minute);

        Assert.Equal(("15m", 2), (data.Symbols[0].Bars.Timeframe.ToString(), data.Symbols[0].Bars.Count));
        Assert.Equal(40, data.Symbols[0].Detail!.Count);
    }

    [Fact]
    public void For_TwoTimeframes_TakesEachForItsPart()
    {
        string minutes = folder.Write("BTCUSDT-1m-x.csv", Klines(60));
        string quarters = folder.Write("BTCUSDT-15m-x.csv", Klines(4, "15m", price: 500));

        DataSet data = Open(minutes, quarters).For([Btc], Quarter, Timeframe.Minute);

        Assert.Equal(500, data.Symbols[0].Bars.Opens[0]);
        Assert.Equal(100, data.Symbols[0].Detail!.Opens[0]);
    }

    [Fact]
    public void For_CoarserData_IsAnError() => Assert.Equal(
        ["candles of BTC/USDT are 15m, coarser than the strategy's 1m, expected 1m or finer"],
        ProblemsOf(() => Open(folder.Write("BTCUSDT-15m-x.csv", Klines(4, "15m"))).For([Btc], Timeframe.Minute, null)));

    [Fact]
    public void For_DataThatDoesNotDivide_IsAnError() => Assert.Equal(
        ["candles of BTC/USDT are 2m, which does not divide 15m, expected a timeframe that does"],
        ProblemsOf(() => Open(folder.Write("BTCUSDT-2m-x.csv", Klines(40, "2m"))).For([Btc], Quarter, null)));

    [Fact]
    public void For_DetailFinerThanTheData_IsAnError() => Assert.Contains("as fine as the strategy's detail 1m", Assert.Single(
        ProblemsOf(() => Open(folder.Write("BTCUSDT-15m-x.csv", Klines(4, "15m"))).For([Btc], Quarter, Timeframe.Minute))));

    [Fact]
    public void For_ListedSymbolWithoutDataAndDataWithoutListedSymbol_AreBothNamed()
    {
        string[] problems = ProblemsOf(() => Open(folder.Write("ETHUSDT-1m-x.csv", Klines(4))).For([Btc], Timeframe.Minute, null));

        Assert.Equal(
            [
                "candles of ETH/USDT, expected only symbols that the strategy lists",
                "no candles of BTC/USDT, expected data for every symbol that the strategy lists",
            ],
            problems);
    }

    [Fact]
    public void For_SeveralSymbols_StandInTheOrderOfTheList()
    {
        string btc = folder.Write("BTCUSDT-1m-x.csv", Klines(4));
        string eth = folder.Write("ETHUSDT-1m-x.csv", Klines(5));

        DataSet data = Open(btc, eth).For([Eth, Btc], Timeframe.Minute, null);

        Assert.Equal([Eth, Btc], data.Symbols.Select(one => one.Bars.Symbol));
        Assert.Equal(5, data.Symbols[0].Bars.Count);
    }

    [Fact]
    public void For_NameThatTellsNothing_IsTheOptionsSymbolElseTheFirst()
    {
        string file = folder.Write("prices.csv", Klines(4));

        Assert.Equal(Eth, Open(file).For([Eth, Eth], Timeframe.Minute, null).Symbols[0].Bars.Symbol);
        CandleData asked = Open(Request(file) with { Symbol = Btc });
        Assert.Equal([Btc], asked.Symbols);
        Assert.Equal(Btc, asked.For([Btc], Timeframe.Minute, null).Symbols[0].Bars.Symbol);
    }

    [Fact]
    public void For_TwoFilesThatTellNoSymbol_AreNotMixedInSilence() => Assert.Contains("its name tells no symbol", Assert.Single(
        ProblemsOf(() => Open(folder.Write("a.csv", Klines(4)), folder.Write("b.csv", Klines(4))).For([Btc], Timeframe.Minute, null))));

    [Fact]
    public void Open_Folder_JoinsPiecesOfASeriesInOrderOfNames()
    {
        folder.Write("BTCUSDT-1m-2024-01.csv", Klines(10));
        folder.Write("BTCUSDT-1m-2024-02.csv", Klines(10, skip: 9, price: 7));
        folder.Write("readme.txt", "not candles");
        folder.Write("._BTCUSDT-1m-2024-01.csv", "\0\u0005\u0016");

        DataSet data = Open(folder.Path).For([Btc], Timeframe.Minute, null);

        Assert.Equal(19, data.Symbols[0].Bars.Count);
        Assert.Equal(16, data.Symbols[0].Bars.Opens[9]);
        Assert.Equal((1, 1), (data.Read[0].Quality.DuplicateRows, data.Read[0].Quality.RevisedRows));
    }

    [Fact]
    public void Open_SameCandlesHoweverPacked_HaveOneFingerprint()
    {
        string text = Klines(50);
        string[] packed =
        [
            folder.Write("BTCUSDT-1m-a.csv", text),
            folder.Write("b.csv", "Volume,CLOSE,low,High,open,Timestamp\r\n" + string.Join("\r\n", text.Trim().Split('\n').Select(Reordered))),
            folder.Gzip("BTCUSDT-1m-c.csv.gz", text),
            folder.Zip("BTCUSDT-1m-d.zip", ("BTCUSDT-1m-d.csv", text)),
            folder.Zip("e.zip", ("z.csv", Klines(20, skip: 30)), ("a.csv", Klines(30))),
        ];

        string[] prints = [.. packed.Select(file => Open(file).For([Btc], Timeframe.Minute, null).Fingerprint).Distinct()];

        Assert.Equal(64, Assert.Single(prints).Length);
        Assert.NotEqual(prints[0], Open(packed[0]).For([Btc], Quarter, null).Fingerprint);

        static string Reordered(string line)
        {
            string[] f = line.Split(',');
            return $"{f[5]},{f[4]},{f[3]},\"{f[2]}\", {f[1]} ,{new Instant(long.Parse(f[0], CultureInfo.InvariantCulture))}";
        }
    }

    [Fact]
    public void For_To_CutsBarsByTheirOpenTimeAndKeepsWhatComesBeforeFrom()
    {
        DataRequest request = Request(folder.Write("BTCUSDT-1m-x.csv", Klines(60))) with
        {
            From = new Instant(Start + 900_000),
            To = new Instant(Start + 1_860_000),
        };

        SymbolData data = Open(request).For([Btc], Quarter, Timeframe.Minute).Symbols[0];

        Assert.Equal([Start, Start + 900_000, Start + 1_800_000], data.Bars.Times.ToArray());
        Assert.Equal(45, data.Detail!.Count);
    }

    [Fact]
    public void For_NothingBetweenFromAndTo_IsAnError()
    {
        DataRequest request = Request(folder.Write("BTCUSDT-1m-x.csv", Klines(60)));

        Assert.Contains("no candle lies between", Assert.Single(ProblemsOf(() => Open(request with
        {
            From = Instant.FromDate(2025, 1, 1),
        }).For([Btc], Quarter, null))));
        Assert.Contains("is not before --to", Assert.Single(ProblemsOf(() => Open(
            request with { From = Instant.FromDate(2025, 1, 1), To = Instant.FromDate(2025, 1, 1) }))));
    }

    [Fact]
    public void Open_Strict_RefusesAFileWithABadRow()
    {
        DataRequest request = Request(folder.Write("BTCUSDT-1m-x.csv", Klines(3) + "x\n"));

        Assert.Equal(1, Open(request).For([Btc], Timeframe.Minute, null).RefusedRows);
        Assert.Equal(["1 columns ('x'), expected 12"], ProblemsOf(() => Open(request with { IsStrict = true })));
    }

    // contracts 1: the first 20 are named, of all files together.
    [Fact]
    public void Refusals_OfSeveralFiles_AreTwentyInAll()
    {
        string bad = string.Concat(Enumerable.Repeat("x\n", 15));
        DataSet data = Open(folder.Write("BTCUSDT-1m-x.csv", Klines(3) + bad), folder.Write("ETHUSDT-1m-x.csv", Klines(3) + bad))
            .For([Btc, Eth], Timeframe.Minute, null);

        Assert.Equal((30L, QualityReport.MostNamed), (data.RefusedRows, data.Refusals.Count()));
    }

    [Fact]
    public void Open_Strict_RefusesAMisalignedRowToo()
    {
        string text = Klines(3) + Klines(1, skip: 5).Replace("1704067500000,", "1704067500001,", StringComparison.Ordinal);
        DataRequest request = Request(folder.Write("BTCUSDT-1m-x.csv", text)) with { IsStrict = true };

        Assert.Contains("is not aligned", Assert.Single(
            ProblemsOf(() => Open(request).For([Btc], Timeframe.Minute, null))));
    }

    [Fact]
    public void Open_SeveralBadSources_NamesThemAll() => Assert.Equal(
        [
            "no such file or folder", "no such file or folder",
            "not an address, expected store:EXCHANGE/SYMBOL/TIMEFRAME (store:binance/BTC-USDT/1m)",
        ],
        ProblemsOf(() => Open("/nowhere/a.csv", "/nowhere", "store:what")));

    [Fact]
    public void Open_Store_AsksEachSourceInTurn()
    {
        FakeSource none = new(_ => null);
        FakeSource some = new(request => new LoadedCandles(
            CandleSeries.From(request.Symbol, request.Timeframe, [new Candle(Start, 1, 1, 1, 1, request.Seed)]), new QualityReport()));
        DataRequest request = Request("store:sim/ETH/USDT/1m") with { Seed = 9 };

        DataSet data = Open(request, none, some).For([Eth], Timeframe.Minute, null);

        Assert.Equal(9, data.Symbols[0].Bars.Volumes[0]);
        Assert.Equal(Assert.Single(none.Asked), Assert.Single(some.Asked));
        Assert.Contains("no such candles are stored", Assert.Single(ProblemsOf(() => Open(request, none))));
    }

    [Fact]
    public void OnlySeries_OfAFileThatTellsNoSymbol_IsNamedByTheFile()
    {
        DataSet data = Open(folder.Write("my prices.csv", Klines(3))).OnlySeries();

        Assert.Equal("MYPRICES", data.Symbols[0].Bars.Symbol.Base);
    }

    [Fact]
    public void OnlySeries_OfTwo_IsAnError() => Assert.Contains("a second series", Assert.Single(ProblemsOf(() =>
        Open(folder.Write("BTCUSDT-1m-x.csv", Klines(3)), folder.Write("ETHUSDT-1m-x.csv", Klines(3))).OnlySeries())));

    [Fact]
    public void Open_TimeframeCoarserThanTheRows_IsAnErrorRatherThanMostRowsRefused()
    {
        DataRequest request = Request(folder.Write("BTCUSDT-1m-x.csv", Klines(30))) with { Timeframe = Quarter };

        Assert.Contains("leave it out to resample", Assert.Single(ProblemsOf(() => Open(request))));
    }

    private sealed class FakeSource(Func<CandleRequest, LoadedCandles?> load) : ICandleSource
    {
        public List<CandleRequest> Asked { get; } = [];

        public LoadedCandles? Load(CandleRequest request, CancellationToken cancellation)
        {
            Asked.Add(request);
            return load(request);
        }
    }
}
