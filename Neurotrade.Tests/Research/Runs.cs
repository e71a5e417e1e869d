using System.Collections.Immutable;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Tests.Research;

/// <summary>Hand-made results, as if a strategy had run.</summary>
internal static class Runs
{
    public static readonly Symbol Btc = Pair("BTC/USDT");
    public static readonly Symbol Eth = Pair("ETH/USDT");

    /// <summary>2024-01-01 00:00 UTC, a Monday.</summary>
    public static readonly long Start = Instant.FromDate(2024, 1, 1).UnixMillis;

    public static Symbol Pair(string text)
    {
        Guard.That(Symbol.TryParse(text, out Symbol symbol));
        return symbol;
    }

    /// <summary>A run of that equity, one bar after another, never in a position.</summary>
    public static BacktestResult Of(Timeframe timeframe, double capital, params double[] equity) =>
        At(timeframe, capital, [.. equity.Select((_, i) => Start + (i * timeframe.Millis))], equity);

    /// <summary>The same with bars at the times given.</summary>
    public static BacktestResult At(Timeframe timeframe, double capital, long[] times, double[] equity) => new()
    {
        Strategy = Strategy(timeframe, Btc),
        Capital = capital,
        Closes = CloseColumns.Of(times, equity, equity, new double[equity.Length]),
        InPosition = new BitColumn(equity.Length),
        Trades = [],
        Fills = [],
        OpenPositions = [],
        Counts = new BacktestCounts(),
    };

    public static Strategy Strategy(Timeframe timeframe, params Symbol[] symbols) => new()
    {
        Name = "hand-made",
        Market = new StrategyMarket("sim", [.. symbols], timeframe, null, "buy_and_hold"),
        Entry = new RuleNode.Leaf(null, "close > 0", new Expression.Field(CandleField.Close)),
        Hash = new string('a', 64),
        CanonicalText = "schema: 1\nname: hand-made\n",
    };

    /// <summary>Trades of that pnl, one a day, each costing 1,000 to enter.</summary>
    public static ImmutableArray<BacktestTrade> Trades(params double[] pnl) =>
        [.. pnl.Select((value, i) => Trade(i + 1, value))];

    public static BacktestTrade Trade(int id, double pnl, string tag = "") => new(
        id, Btc, Start + ((id - 1) * Instant.MillisPerDay), 100, Start + (id * Instant.MillisPerDay), 100 + (pnl / 10),
        10, pnl, pnl / 1000, 0, 1, FillReason.Signal, tag);

    /// <summary>Candles whose four prices are one.</summary>
    public static CandleSeries Flat(Symbol symbol, Timeframe timeframe, params double[] prices) => CandleSeries.From(
        symbol, timeframe, [.. prices.Select((price, i) =>
            new Candle(Start + (i * timeframe.Millis), price, price, price, price, 1))]);
}
