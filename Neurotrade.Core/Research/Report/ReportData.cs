using System.Text;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;

namespace Neurotrade.Core.Research.Report;

/// <summary>
/// The numbers that the report's script draws, as JSON: no more of them than a screen shows, so that a year of minutes
/// makes a page of about a megabyte.
/// </summary>
internal static class ReportData
{
    private const int CurvePoints = 1600;
    private const int MostTrades = 20_000;
    private const string Short = "G7";

    public static string Of(ReportInput input)
    {
        using JsonText json = new(isIndented: false);
        json.Fields(() =>
        {
            Run(json, input);
            Curve(json.Name("curve"), input);
            json.Name("prices").Items(input.Candles, series => ReportCandles.Write(json, input, series));
            json.Name("days").Fields(() =>
            {
                DailyEquity daily = input.Analysis.Daily;
                Column(json.Name("d"), daily.Days.Select(day => (double?)day));
                Column(json.Name("r"), daily.Returns.Select(r => (double?)r));
                Column(json.Name("s"), input.Analysis.Rolling.Values);
            });
            Trades(json, input);
            MetricsFile.Conventions(json, input.Analysis.Conventions);
        });
        return Encoding.UTF8.GetString(json.Finish().Span);
    }

    /// <summary>How many of the trades the page holds: the last ones, where there are very many.</summary>
    public static int TradesShown(BacktestResult result) => Math.Min(result.Trades.Length, MostTrades);

    private static void Run(JsonText json, ReportInput input)
    {
        long bar = input.Result.Strategy.Market.Timeframe.Millis;
        long[] times = input.Result.Times;
        json.Name("run").Fields(() => json
            .Field("start", times.Length == 0 ? 0 : times[0]).Field("end", times.Length == 0 ? bar : times[^1] + bar)
            .Field("bar", bar).Field("capital", input.Result.Capital).Field("quote", input.Quote));
    }

    // Each point is the end of a stretch of bars: its last equity, its lowest, its deepest drawdown, the benchmark, and
    // the share of bars in a position.
    private static void Curve(JsonText json, ReportInput input)
    {
        BacktestResult result = input.Result;
        int bars = result.Times.Length;
        int points = Math.Min(bars, CurvePoints);
        long bar = result.Strategy.Market.Timeframe.Millis;
        double?[][] columns = [.. Enumerable.Range(0, 6).Select(_ => new double?[points + 1])];
        double start = bars == 0 ? 0 : result.Times[0];
        (columns[0][0], columns[1][0], columns[2][0]) = (start, result.Capital, result.Capital);
        (columns[3][0], columns[4][0], columns[5][0]) = (0, result.Capital, 0);
        double peak = result.Capital;
        for (int point = 1, at = 0; point <= points; point++)
        {
            int end = (int)((long)point * bars / points);
            (double lowest, double depth, int held, int from) = (double.MaxValue, 0, 0, at);
            for (; at < end; at++)
            {
                double equity = result.Equity[at];
                peak = Math.Max(peak, equity);
                lowest = Math.Min(lowest, equity);
                depth = Math.Max(depth, (peak - equity) / peak);
                held += result.InPosition[at] ? 1 : 0;
            }

            double[] benchmark = input.Benchmark.Equity;
            (columns[0][point], columns[1][point]) = (result.Times[end - 1] + bar, result.Equity[end - 1]);
            (columns[2][point], columns[3][point]) = (lowest, depth);
            columns[4][point] = benchmark.Length == 0 ? null : benchmark[end - 1];
            columns[5][point] = held / (double)(end - from);
        }

        string[] names = ["t", "e", "lo", "dd", "bh", "x"];
        json.Fields(() =>
        {
            for (int i = 0; i < names.Length; i++)
            {
                Column(json.Name(names[i]), columns[i], isTime: i == 0);
            }
        });
    }

    private static void Trades(JsonText json, ReportInput input)
    {
        BacktestResult result = input.Result;
        List<string> symbols = [.. result.Strategy.Market.Symbols.Select(symbol => symbol.ToString())];
        List<string> reasons = [.. input.Analysis.ByExit.Select(group => group.Name)];
        List<string> tags = [.. input.Analysis.ByTag.Select(group => group.Name)];
        int first = result.Trades.Length - TradesShown(result);
        json.Name("trades").Fields(() =>
        {
            json.Name("symbols").Items(symbols, name => json.Value(name));
            json.Name("reasons").Items(reasons, name => json.Value(name));
            json.Name("tags").Items(tags, name => json.Value(name));
            json.Name("rows").Items(Enumerable.Range(first, result.Trades.Length - first), i =>
            {
                BacktestTrade trade = result.Trades[i];
                Excursion excursion = input.Analysis.Excursions[i];
                json.Row(() => json
                    .Value(trade.Id).Value(symbols.IndexOf(trade.Symbol.ToString()))
                    .Value(trade.EntryMillis).Rounded(trade.EntryPrice, Short)
                    .Value(trade.ExitMillis).Rounded(trade.ExitPrice, Short)
                    .Rounded(trade.Quantity, Short).Rounded(trade.Pnl, Short).Rounded(trade.PnlPct, Short)
                    .Value(trade.BarsHeld).Value(reasons.IndexOf(trade.ExitReason.Text()))
                    .Value(tags.IndexOf(trade.Tag))
                    .Rounded(excursion.Adverse, Short).Rounded(excursion.Favourable, Short));
            });
        });
    }

    /// <summary>
    /// An array of numbers: seven digits draw the same picture as seventeen; times keep all of theirs.
    /// </summary>
    public static void Column(JsonText json, IEnumerable<double?> values, bool isTime = false) =>
        json.Items(values, value =>
        {
            if (value is not { } known || isTime)
            {
                json.Value(value);
            }
            else
            {
                json.Rounded(known, Short);
            }
        });
}
