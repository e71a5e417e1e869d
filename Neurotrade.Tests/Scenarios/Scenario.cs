using System.Globalization;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;
using Neurotrade.Tests.Properties;
using Neurotrade.Tests.Properties.Oracle;

namespace Neurotrade.Tests.Scenarios;

/// <summary>
/// A tiny market and strategy whose trades were worked out by hand from contracts section 4. Hourly bars from
/// 2024-01-01T00:00Z, fee 0, capital 1024. A bar's volume says what the rules see: 1 enter, 2 leave, 3 both.
/// </summary>
internal sealed class Scenario
{
    private const long Start = 1_704_067_200_000;
    private const long Hour = 3_600_000;

    private static readonly string[] Names = ["BTC/USDT", "ETH/USDT", "SOL/USDT"];

    private readonly List<OracleSymbol> symbols = [];
    private OracleStrategy strategy = new()
    {
        Symbols = [],
        BarMillis = Hour,
        CapitalWritten = 1024,
        Maker = new Ratio(0),
        Taker = new Ratio(0),
        Entry = Rule.Leaf(Volume(1, 3)),
        Exit = Rule.Leaf(Volume(2, 3)),
    };

    /// <summary>A symbol's bars: lines of <c>open high low close volume</c>, <c>@n</c> before one sets its hour.</summary>
    public Scenario Bars(string text, string? detail = null)
    {
        symbols.Add(new OracleSymbol(
            Names[symbols.Count], Candles(text, Hour), detail is null ? null : Candles(detail, Hour / 4)));
        return this;
    }

    public Scenario With(Func<OracleStrategy, OracleStrategy> change)
    {
        strategy = change(strategy);
        return this;
    }

    /// <summary>
    /// Rows of <c>trades.csv</c> without side, held against the product, by its file and on candles, and against the
    /// oracle, whose result, equal to the product's in all else, is returned for further questions.
    /// </summary>
    public OracleResult Gives(params string[] trades)
    {
        strategy = strategy with { Symbols = [.. symbols.Select(s => s.Name)] };
        OracleMarket market = new("scenario", Hour, strategy.DetailMillis, symbols, false);
        OracleResult oracle = OracleBacktest.Run(strategy, market, new Coverage());
        Assert.Equal(trades, oracle.Trades.Select(Row));
        foreach (bool isDense in (bool[])[false, true])
        {
            BacktestResult product = Product.Run(strategy, market, isDense);
            Assert.Equal(trades, product.Trades.Select(Row));
            Assert.Null(Agreement.Difference(oracle, product, strategy.NeedsAtr));
        }

        return oracle;
    }

    /// <summary>A ratio in percent.</summary>
    public static Ratio Percent(decimal percent) => new(percent / 100m);

    public static Distance Of(decimal percent) => new(Percent(percent), 0);

    public static Distance Atr(decimal multiple) => new(null, multiple);

    public static Length Bars(int count) => new(count, 0);

    public static Length Hours(int count) => new(null, count * Hour);

    public static long At(int hour) => Start + (hour * Hour);

    private static Node.Binary Volume(int one, int other) => new("or", Equal(one), Equal(other));

    private static Node.Binary Equal(int value) => new(
        "==", new Node.Field("volume"), new Node.Number(value.ToString(CultureInfo.InvariantCulture), value));

    private static List<OracleCandle> Candles(string text, long millis)
    {
        List<OracleCandle> candles = [];
        long time = Start;
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            string[] cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (cells[0][0] == '@')
            {
                time = Start + (int.Parse(cells[0][1..], CultureInfo.InvariantCulture) * Hour);
                cells = cells[1..];
            }

            double[] v = [.. cells.Select(c => double.Parse(c, CultureInfo.InvariantCulture))];
            candles.Add(new OracleCandle(time, v[0], v[1], v[2], v[3], v[4]));
            time += millis;
        }

        return candles;
    }

    private static string Row(OracleTrade t) => string.Create(
        CultureInfo.InvariantCulture,
        $"{t.Id},{t.Symbol},{Time(t.EntryTime)},{t.EntryPrice:R},{Time(t.ExitTime)},{t.ExitPrice:R},{t.Quantity:R},"
        + $"{t.Pnl:R},{t.PnlPct:R},{t.Fees:R},{t.BarsHeld},{t.Reason},{t.Tag}");

    private static string Row(BacktestTrade t) => string.Create(
        CultureInfo.InvariantCulture,
        $"{t.Id},{t.Symbol},{Time(t.EntryMillis)},{t.EntryPrice:R},{Time(t.ExitMillis)},{t.ExitPrice:R},{t.Quantity:R},"
        + $"{t.Pnl:R},{t.PnlPct:R},{t.Fees:R},{t.BarsHeld},{t.ExitReason.Text()},{t.Tag}");

    private static string Time(long millis) =>
        DateTimeOffset.FromUnixTimeMilliseconds(millis).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
