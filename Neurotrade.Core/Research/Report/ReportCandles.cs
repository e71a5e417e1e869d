using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;

namespace Neurotrade.Core.Research.Report;

/// <summary>
/// The candles that the report draws of a symbol: the whole run, joined to a longer timeframe where it has many bars,
/// and the bars themselves around the trades that weighed most and at the end.
/// </summary>
internal static class ReportCandles
{
    private const int MostCandles = 9000;
    private const int LeastCandlesOfSymbol = 1500;
    private const int MostBars = 6000;
    private const int BarsAtTheEnd = 1000;
    private const int BarsAroundATrade = 50;

    private static readonly string[] LongerTimeframes =
        ["1m", "5m", "15m", "30m", "1h", "2h", "4h", "8h", "12h", "1d", "2d", "1w"];

    /// <summary>
    /// One object: <c>symbol</c>, <c>bar</c> and columns; <c>near</c> are the bars themselves, or null.
    /// </summary>
    public static void Write(JsonText json, ReportInput input, CandleSeries all)
    {
        CandleSeries series = Metrics.Within(all, input.Result.Times);
        int symbols = Math.Max(1, input.Candles.Length);
        Timeframe timeframe = Fitting(series, Math.Max(LeastCandlesOfSymbol, MostCandles / symbols));
        json.Fields(() =>
        {
            json.Field("symbol", all.Symbol.ToString());
            Columns(json, timeframe, Joined(series, timeframe));
            json.Name("near");
            if (timeframe == series.Timeframe)
            {
                json.Value((string?)null);
            }
            else
            {
                List<Candle> near = Near(series, input.Result, MostBars / symbols);
                json.Fields(() => Columns(json, series.Timeframe, near));
            }
        });
    }

    private static void Columns(JsonText json, Timeframe timeframe, List<Candle> candles)
    {
        json.Field("bar", timeframe.Millis);
        ReportData.Column(json.Name("t"), candles.Select(candle => (double?)candle.OpenMillis), isTime: true);
        ReportData.Column(json.Name("o"), candles.Select(candle => (double?)candle.Open));
        ReportData.Column(json.Name("h"), candles.Select(candle => (double?)candle.High));
        ReportData.Column(json.Name("l"), candles.Select(candle => (double?)candle.Low));
        ReportData.Column(json.Name("c"), candles.Select(candle => (double?)candle.Close));
        ReportData.Column(json.Name("v"), candles.Select(candle => (double?)candle.Volume));
    }

    private static List<Candle> Joined(CandleSeries series, Timeframe timeframe)
    {
        List<Candle> joined = [];
        for (int i = 0; i < series.Count;)
        {
            long ends = timeframe.Floor(series.Times[i]) + timeframe.Millis;
            int from = i;
            (double high, double low, double volume) = (0, double.MaxValue, 0);
            for (; i < series.Count && series.Times[i] < ends; i++)
            {
                (high, low) = (Math.Max(high, series.Highs[i]), Math.Min(low, series.Lows[i]));
                volume += series.Volumes[i];
            }

            joined.Add(new Candle(series.Times[from], series.Opens[from], high, low, series.Closes[i - 1], volume));
        }

        return joined;
    }

    private static List<Candle> Near(CandleSeries series, BacktestResult result, int most)
    {
        bool[] isNear = new bool[series.Count];
        int left = most - Mark(isNear, series.Count - BarsAtTheEnd, series.Count);
        IEnumerable<BacktestTrade> heaviest = result.Trades.Where(trade => trade.Symbol == series.Symbol)
            .OrderByDescending(trade => Math.Abs(trade.Pnl)).ThenBy(trade => trade.Id);
        foreach (BacktestTrade trade in heaviest)
        {
            int around = BarsAroundATrade + trade.BarsHeld;
            int from = series.IndexAtOrAfter(trade.EntryMillis) - around;
            int to = series.IndexAtOrAfter(trade.ExitMillis) + around;
            if (left <= 0)
            {
                break;
            }

            left -= to - from <= left ? Mark(isNear, from, to) : 0;
        }

        List<Candle> near = [];
        for (int i = 0; i < isNear.Length; i++)
        {
            if (isNear[i])
            {
                near.Add(series[i]);
            }
        }

        return near;
    }

    // How many were not yet marked.
    private static int Mark(bool[] isNear, int from, int to)
    {
        int marked = 0;
        for (int i = Math.Max(0, from); i < Math.Min(isNear.Length, to); i++)
        {
            marked += isNear[i] ? 0 : 1;
            isNear[i] = true;
        }

        return marked;
    }

    // The shortest usual timeframe at which the series has no more candles than asked for.
    private static Timeframe Fitting(CandleSeries series, int most)
    {
        Timeframe best = series.Timeframe;
        foreach (string name in LongerTimeframes)
        {
            if (series.Count == 0 || Spanned(series, best) <= most)
            {
                break;
            }

            Guard.That(Timeframe.TryParse(name, out Timeframe longer));
            best = longer > best && series.Timeframe.Divides(longer) ? longer : best;
        }

        return best;
    }

    private static long Spanned(CandleSeries series, Timeframe timeframe) =>
        Math.Min(series.Count, ((series.Times[^1] - series.Times[0]) / timeframe.Millis) + 1);
}
