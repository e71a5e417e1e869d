using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;
using Neurotrade.Core.Research;
using Neurotrade.Core.Simulation;

namespace Neurotrade.Tests.Research;

// contracts 5
public sealed class ResultFilesTests
{
    private static readonly string[] FiguresInOrder =
    [
        "bars", "start", "end", "capital", "final_equity", "total_return", "cagr", "sharpe", "sortino", "calmar",
        "max_drawdown", "max_drawdown_days", "volatility", "exposure", "trades", "wins", "losses", "win_rate",
        "profit_factor", "expectancy", "avg_win", "avg_loss", "best_trade", "worst_trade", "sqn",
        "avg_holding_seconds", "fees_paid", "turnover", "buy_and_hold_return",
    ];

    [Fact]
    public void MetricsJson_BeginsWithTheContractsFigures_InTheirOrder()
    {
        using JsonDocument json = JsonDocument.Parse(Text("metrics.json"));

        Assert.Equal(
            FiguresInOrder, json.RootElement.EnumerateObject().Take(FiguresInOrder.Length).Select(field => field.Name));
        Assert.Equal("2024-01-01T00:00:00Z", json.RootElement.GetProperty("start").GetString());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("profit_factor").ValueKind);
        Assert.Equal("ETH/USDT", json.RootElement.GetProperty("open_positions")[0].GetProperty("symbol").GetString());
    }

    [Fact]
    public void TradesCsv_HasTheContractsHeaderAndShortestNumbers()
    {
        string[] lines = Text("trades.csv").Split('\n');

        Assert.Equal(
            "id,symbol,side,entry_time,entry_price,exit_time,exit_price,quantity,pnl,pnl_pct,fees,bars_held,"
            + "exit_reason,tag",
            lines[0]);
        Assert.Equal(
            "1,BTC/USDT,long,2024-01-01T00:00:00Z,100,2024-01-02T00:00:00Z,100.1,0.1,1E-07,0,0.3,1,signal,dip",
            lines[1]);
        Assert.Equal(string.Empty, lines[^1]);
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@sum", "'@sum")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"x\"", "\"say \"\"x\"\"\"")]
    [InlineData("\tx", "'\tx")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("Überraschung", "Überraschung")]
    [InlineData("", "")]
    public void Tag_OfAnyContent_IsQuotedAndNeverAFormula(string tag, string expected)
    {
        BacktestTrade trade = Runs.Trade(1, 1, tag);

        string csv = Encoding.UTF8.GetString(ResultTables.Trades([trade]).ToArray());

        Assert.EndsWith($",signal,{expected}\n", csv, StringComparison.Ordinal);
    }

    [Fact]
    public void FillsCsv_HasTheContractsHeader()
    {
        string[] lines = Text("fills.csv").Split('\n');

        Assert.Equal("id,trade_id,order_id,time,symbol,side,price,quantity,fee,liquidity,reason", lines[0]);
        Assert.Equal("1,1,1,2024-01-01T00:00:00Z,BTC/USDT,buy,100,0.1,0.01,taker,entry", lines[1]);
    }

    [Fact]
    public void EquityCsv_HasARowForEachBar_AndDrawdownsFromTheCapital() => Assert.Equal(
        """
        time,equity,cash,position_value,drawdown
        2024-01-01T00:00:00Z,900,900,0,0.1
        2024-01-02T00:00:00Z,1100,1100,0,0
        2024-01-03T00:00:00Z,1045,1045,0,0.05

        """,
        Text("equity.csv"));

    [Fact]
    public void EquityCsv_OverSeveralParts_EqualsRowsWrittenOneByOne()
    {
        const int bars = 100_000;
        Random random = new(7);
        double[] equity = new double[bars];
        long[] times = new long[bars];
        for (int i = 0; i < bars; i++)
        {
            equity[i] = Math.Max(1, (i == 0 ? 1000 : equity[i - 1]) + (random.NextDouble() - 0.5));
            times[i] = Runs.Start + (i * 60_000L) + (i % 1000 == 7 ? 250 : 0);
        }

        BacktestResult run = Runs.At(Timeframe.Minute, 1000, times, equity);
        StringBuilder expected = new("time,equity,cash,position_value,drawdown\n");
        double peak = 1000;
        for (int i = 0; i < bars; i++)
        {
            peak = Math.Max(peak, equity[i]);
            string value = Numbers.Text(equity[i]);
            string drawdown = Numbers.Text((peak - equity[i]) / peak);
            expected.Append(CultureInfo.InvariantCulture, $"{new Instant(times[i])},{value},{value},0,{drawdown}\n");
        }

        Assert.Equal(expected.ToString(), Encoding.UTF8.GetString(ResultTables.Equity(run).ToArray()));
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("fa-IR")]
    public void Files_UnderAnyCulture_AreTheSameBytes(string culture)
    {
        ImmutableArray<ResultFile> expected = Make();
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Assert.All(Make().Zip(expected), pair => Assert.Equal(pair.Second.ToArray(), pair.First.ToArray()));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void RunJson_HoldsWhatRepeatsTheRun()
    {
        using JsonDocument json = JsonDocument.Parse(Text("run.json"));
        JsonElement root = json.RootElement;

        Assert.Equal(new string('a', 64), root.GetProperty("strategy_hash").GetString());
        Assert.Equal(64, root.GetProperty("data_fingerprint").GetString()!.Length);
        Assert.Equal("proved", root.GetProperty("certificate").GetProperty("result").GetString());
        JsonElement data = root.GetProperty("data")[0];
        Assert.Equal(3, data.GetProperty("refused_rows").GetInt32());
        Assert.Equal(2, data.GetProperty("missing_candles").GetInt32());
    }

    [Fact]
    public void RunData_OfLoadedCandles_TellsTheirQuality()
    {
        CandleSeries candles = Runs.Flat(Runs.Btc, Timeframe.Day, 1, 2, 3);
        QualityReport quality = new() { RefusedRows = 7, Gaps = [new CandleGap(0, 3, 2)], ZeroVolumeBars = 1 };

        RunData data = RunData.Of(new LoadedCandles(candles, quality), "file");

        Assert.Equal((3L, 7L, 2L, 1L), (data.Candles, data.RefusedRows, data.MissingCandles, data.ZeroVolumeCandles));
        Assert.Equal(CandleFingerprint.Of([candles]), data.Fingerprint);
    }

    [Fact]
    public void Files_AreAllKnownByName_WithTheRunLast()
    {
        ImmutableArray<ResultFile> files = Make();

        Assert.All(files, file => Assert.Contains(file.Name, ResultFiles.KnownNames));
        Assert.Equal("run.json", files[^1].Name);
    }

    internal static ImmutableArray<ResultFile> Make()
    {
        BacktestResult run = Runs.Of(Timeframe.Day, 1000, 900, 1100, 1045) with
        {
            Trades =
            [
                Runs.Trade(1, 1, "dip") with
                {
                    ExitPrice = 100.1,
                    Quantity = 0.1,
                    Pnl = 1e-7,
                    PnlPct = -0.0,
                    Fees = 0.1 + 0.2 - 4e-17,
                },
            ],
            Fills =
            [
                new(1, 1, 1, Runs.Start, Runs.Btc, TradeSide.Buy, 100, 0.1, 0.01, Liquidity.Taker, FillReason.Entry),
            ],
            OpenPositions = [new(2, Runs.Eth, Runs.Start, 10, 1, 0.01, 11, 0.99, "dip")],
        };
        return ResultFiles.Make(run, [Runs.Flat(Runs.Btc, Timeframe.Day, 100, 101, 102)], Record(run));
    }

    private static RunRecord Record(BacktestResult run) => new()
    {
        Version = "0.1.0",
        Strategy = run.Strategy,
        DataFingerprint = new string('d', 64),
        Seed = 1,
        Certificate = new LookAheadCertificate.Proved(3, 16, new string('b', 64)),
        Data =
        [
            new RunData
            {
                Source = "file",
                Symbol = Runs.Btc,
                Timeframe = Timeframe.Day,
                Fingerprint = new string('c', 64),
                RefusedRows = 3,
                MissingCandles = 2,
            },
        ],
    };

    private static string Text(string name) =>
        Encoding.UTF8.GetString(Make().Single(file => file.Name == name).ToArray());
}
