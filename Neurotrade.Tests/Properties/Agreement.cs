using System.Globalization;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;
using Neurotrade.Tests.Properties.Oracle;

namespace Neurotrade.Tests.Properties;

/// <summary>Holds a result of the product against the oracle's: the first row that differs, with its neighbours.</summary>
internal static class Agreement
{
    /// <summary>
    /// Null where they agree. Numbers agree to the last bit (contracts 4.19); <paramref name="isLoose"/>: to 1e-9, where an
    /// average true range, whose last bits are free, sets levels or sizes.
    /// </summary>
    public static string? Difference(OracleResult oracle, BacktestResult product, bool isLoose)
    {
        return Rows("trades", oracle.Trades.ConvertAll(Row), [.. product.Trades.Select(Row)], isLoose)
            ?? Rows("fills", oracle.Fills.ConvertAll(Row), [.. product.Fills.Select(Row)], isLoose)
            ?? Rows("equity", oracle.Equity.ConvertAll(Row), EquityRows(product), isLoose)
            ?? Rows("open positions", oracle.Open.ConvertAll(Row), [.. product.OpenPositions.Select(Row)], isLoose)
            ?? Rows("counts", Counts(oracle), Counts(product.Counts), isLoose)
            ?? Orders(product);
    }

    /// <summary>What was decided, without numbers: for the run on decimals.</summary>
    public static List<string> Decisions(BacktestResult result) =>
        [.. result.Fills.Select(f => Join(f.TradeId, f.Millis, f.Symbol, f.Side, f.Liquidity, f.Reason))];

    private static string? Rows(string table, List<object[]> expected, List<object[]> actual, bool isLoose)
    {
        int count = Math.Max(expected.Count, actual.Count);
        for (int i = 0; i < count; i++)
        {
            if (i >= expected.Count || i >= actual.Count || !Same(expected[i], actual[i], isLoose))
            {
                string rows = string.Join('\n', Enumerable.Range(Math.Max(0, i - 2), 5).Select(k =>
                    $"  [{k}] oracle  {(k < expected.Count ? Join(expected[k]) : "-")}\n"
                    + $"  [{k}] product {(k < actual.Count ? Join(actual[k]) : "-")}"));
                return $"{table}, row {i} of {expected.Count} and {actual.Count}:\n{rows}";
            }
        }

        return null;
    }

    private static bool Same(object[] a, object[] b, bool isLoose)
    {
        // What is left of a sum is as free as the sum: the tolerance goes by the largest number of the row.
        double scale = isLoose ? a.OfType<double>().Select(Math.Abs).Append(1).Max() : 0;
        for (int i = 0; i < a.Length; i++)
        {
            bool same = a[i] is double x && b[i] is double y
                ? x == y || Math.Abs(x - y) <= 1e-9 * scale
                : a[i].Equals(b[i]);
            if (!same)
            {
                return false;
            }
        }

        return true;
    }

    private static object[] Row(OracleTrade t) =>
    [
        t.Id, t.Symbol, t.EntryTime, t.EntryPrice, t.ExitTime, t.ExitPrice, t.Quantity, t.Pnl, t.PnlPct, t.Fees, t.BarsHeld,
        t.Reason, t.Tag,
    ];

    private static object[] Row(BacktestTrade t) =>
    [
        t.Id, t.Symbol.ToString(), t.EntryMillis, t.EntryPrice, t.ExitMillis, t.ExitPrice, t.Quantity, t.Pnl, t.PnlPct, t.Fees,
        t.BarsHeld, t.ExitReason.Text(), t.Tag,
    ];

    private static object[] Row(OracleFill f) =>
        [f.TradeId, f.Time, f.Symbol, f.IsBuy, f.Price, f.Quantity, f.Fee, f.IsMaker, f.Reason];

    private static object[] Row(BacktestFill f) =>
    [
        f.TradeId, f.Millis, f.Symbol.ToString(), f.Side == TradeSide.Buy, f.Price, f.Quantity, f.Fee,
        f.Liquidity == Liquidity.Maker, f.Reason.Text(),
    ];

    private static object[] Row(OracleEquity e) => [e.Time, e.Equity, e.Cash, e.PositionValue, e.InPosition];

    private static List<object[]> EquityRows(BacktestResult r) =>
        [.. r.Times.Select((t, i) => (object[])[t, r.Equity[i], r.Cash[i], r.PositionValue[i], r.InPosition[i]])];

    private static object[] Row(OracleOpen o) => [o.TradeId, o.Symbol, o.EntryTime, o.EntryPrice, o.Quantity];

    private static object[] Row(OpenPosition o) =>
        [o.TradeId, o.Symbol.ToString(), o.EntryMillis, o.EntryPrice, o.Quantity];

    private static List<object[]> Counts(OracleResult r) =>
        Counts(r.OrdersBelowMinimum, r.OrdersWithoutAtr, r.EntriesNotFilled, r.BarsWithoutDetail, r.RefusedByRisk);

    private static List<object[]> Counts(BacktestCounts r) => Counts(
        r.OrdersBelowMinimum, r.OrdersWithoutAtr, r.EntriesNotFilled, r.BarsWithoutDetail, r.EntriesRefusedByRisk);

    private static List<object[]> Counts(
        int minimum, int atr, int notFilled, int detail, IEnumerable<KeyValuePair<string, int>> refused) =>
        [.. refused.Select(r => (object[])[r.Key, r.Value]), ["minimum", minimum], ["atr", atr], ["not filled", notFilled],
            ["detail", detail]];

    // contracts 5.2: ids count; the fills of one order are of one trade, side and reason.
    private static string? Orders(BacktestResult product)
    {
        Dictionary<int, string> orders = [];
        for (int i = 0; i < product.Fills.Length; i++)
        {
            BacktestFill fill = product.Fills[i];
            string order = Join(fill.TradeId, fill.Side, fill.Liquidity);
            if (fill.Id != i + 1 || (!orders.TryAdd(fill.OrderId, order) && orders[fill.OrderId] != order))
            {
                return $"fills, row {i}: id {fill.Id}, order {fill.OrderId} of {orders[fill.OrderId]} is also of {order}";
            }
        }

        return null;
    }

    private static string Join(params object[] cells) => string.Join(
        ' ',
        cells.Select((c, i) => c is long millis and > 1_000_000_000_000
            ? DateTimeOffset.FromUnixTimeMilliseconds(millis).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture)
            : Convert.ToString(c, CultureInfo.InvariantCulture)));
}
