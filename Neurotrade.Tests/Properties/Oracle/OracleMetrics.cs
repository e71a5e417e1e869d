using System.Globalization;

namespace Neurotrade.Tests.Properties.Oracle;

/// <summary>
/// The figures of contracts 5.1 recomputed from the text of <c>trades.csv</c>, <c>fills.csv</c> and <c>equity.csv</c> alone,
/// and from candles what only they tell. Null is undefined.
/// </summary>
internal static class OracleMetrics
{
    private const double YearMillis = 365 * 86_400_000.0;

    public static Dictionary<string, double?> Of(
        string tradesCsv, string fillsCsv, string equityCsv, OracleStrategy strategy, OracleMarket market)
    {
        List<Dictionary<string, string>> trades = Rows(tradesCsv);
        List<Dictionary<string, string>> fills = Rows(fillsCsv);
        List<(long Time, double Equity, double Value)> equity =
            Rows(equityCsv).ConvertAll(r => (Millis(r["time"]), Number(r["equity"]), Number(r["position_value"])));
        Dictionary<string, double?> figures = new(StringComparer.Ordinal)
        {
            ["bars"] = equity.Count,
            ["capital"] = strategy.Capital,
            ["fees_paid"] = fills.Sum(f => Number(f["fee"])),
            ["turnover"] = fills.Sum(f => Number(f["price"]) * Number(f["quantity"])) / strategy.Capital,
        };
        OfTrades(figures, trades);
        OfEquity(figures, equity, strategy);
        figures["buy_and_hold_return"] = Mean(HoldReturns(equity, market));
        return figures;
    }

    private static void OfTrades(Dictionary<string, double?> figures, List<Dictionary<string, string>> trades)
    {
        List<double> pnl = trades.ConvertAll(t => Number(t["pnl"]));
        List<double> wins = pnl.FindAll(p => p > 0);
        List<double> losses = pnl.FindAll(p => p <= 0);
        figures["trades"] = pnl.Count;
        figures["wins"] = wins.Count;
        figures["losses"] = losses.Count;
        figures["win_rate"] = Divide(wins.Count, pnl.Count);
        figures["profit_factor"] = Divide(wins.Sum(), Math.Abs(losses.Sum()));
        figures["expectancy"] = Mean(pnl);
        figures["avg_win"] = Mean(wins);
        figures["avg_loss"] = Mean(losses);
        figures["best_trade"] = pnl.Count == 0 ? null : pnl.Max();
        figures["worst_trade"] = pnl.Count == 0 ? null : pnl.Min();
        figures["sqn"] = Divide(Math.Sqrt(pnl.Count) * Mean(pnl), Deviation(pnl));
        figures["avg_holding_seconds"] =
            Mean(trades.ConvertAll(t => (Millis(t["exit_time"]) - Millis(t["entry_time"])) / 1000.0));
    }

    private static void OfEquity(
        Dictionary<string, double?> figures, List<(long Time, double Equity, double Value)> equity, OracleStrategy strategy)
    {
        double final = equity.Count == 0 ? strategy.Capital : equity[^1].Equity;
        figures["final_equity"] = final;
        figures["total_return"] = (final / strategy.Capital) - 1;

        // The last bar of each UTC day, by open time; the first day's return is against the capital.
        List<double> daily = [strategy.Capital];
        daily.AddRange(equity.GroupBy(e => e.Time / 86_400_000).Select(day => day.Last().Equity));
        List<double> returns = [.. daily.Skip(1).Select((e, i) => (e / daily[i]) - 1)];
        double? mean = Mean(returns);
        double? deviation = Deviation(returns);
        double? downside = returns.Count == 0 ? null
            : Math.Sqrt(returns.Sum(r => Math.Min(r, 0) * Math.Min(r, 0)) / returns.Count);
        figures["sharpe"] = Divide(mean, deviation) * Math.Sqrt(365);
        figures["sortino"] = Divide(mean, downside) * Math.Sqrt(365);
        figures["volatility"] = deviation * Math.Sqrt(365);

        double peak = strategy.Capital;
        double drawdown = 0;
        long peakAt = equity.Count == 0 ? 0 : equity[0].Time;
        double longest = 0;
        bool isUnder = false;
        foreach ((long time, double value, _) in equity)
        {
            long close = time + strategy.BarMillis;
            isUnder = isUnder || value < peak;
            longest = isUnder ? Math.Max(longest, (close - peakAt) / 86_400_000.0) : longest;
            if (value >= peak)
            {
                (peak, peakAt, isUnder) = (value, close, false);
            }

            drawdown = Math.Max(drawdown, (peak - value) / peak);
        }

        figures["max_drawdown"] = drawdown;
        figures["max_drawdown_days"] = longest;
        double span = equity.Count == 0 ? 0 : equity[^1].Time + strategy.BarMillis - equity[0].Time;
        double? cagr = span > 0 ? Math.Pow(final / strategy.Capital, YearMillis / span) - 1 : null;
        figures["cagr"] = cagr is double c && double.IsFinite(c) ? c : null;
        figures["calmar"] = Divide(figures["cagr"], drawdown);
        figures["exposure"] = Divide(equity.Count(e => e.Value != 0), equity.Count);
    }

    private static List<double> HoldReturns(List<(long Time, double Equity, double Value)> equity, OracleMarket market)
    {
        List<double> returns = [];
        foreach (OracleSymbol symbol in market.Symbols)
        {
            List<OracleCandle> held = equity.Count == 0 ? []
                : symbol.Bars.FindAll(b => b.Time >= equity[0].Time && b.Time <= equity[^1].Time);
            if (held.Count > 0)
            {
                returns.Add((held[^1].Close / held[0].Open) - 1);
            }
        }

        return returns;
    }

    private static double? Divide(double? a, double? b) => a is null || b is null or 0 ? null : a / b;

    private static double? Mean(List<double> values) => values.Count == 0 ? null : values.Sum() / values.Count;

    private static double? Deviation(List<double> values)
    {
        double? mean = Mean(values);
        return values.Count < 2 ? null : Math.Sqrt(values.Sum(v => (v - mean!.Value) * (v - mean.Value)) / (values.Count - 1));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static long Millis(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();

    private static List<Dictionary<string, string>> Rows(string csv)
    {
        string[] lines = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] head = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => line.Split(','))
            .Select(cells => head.Zip(cells).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal))];
    }
}
