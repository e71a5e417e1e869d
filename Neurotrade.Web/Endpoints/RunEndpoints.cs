using System.Collections.Immutable;
using System.Globalization;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;
using Neurotrade.Web.Dashboard;
using Neurotrade.Web.Dashboard.Columns;

namespace Neurotrade.Web.Endpoints;

/// <summary>What the charts of a result page fetch: columns of a run, as finely as the screen shows them.</summary>
internal static class RunEndpoints
{
    // A run never changes under its id, so what was fetched once need not be asked for again.
    private const string ForGood = "private, max-age=31536000, immutable";

    public static void MapRuns(this IEndpointRouteBuilder app)
    {
        RouteGroupBuilder runs = app.MapGroup("/api/runs/{id}");
        runs.MapGet("/candles", CandlesAsync);
        runs.MapGet("/trades", TradesAsync);
        runs.MapGet("/levels", LevelsAsync);
        runs.MapGet("/curves", CurvesAsync);
    }

    private static async Task<IResult> CandlesAsync(
        string id,
        string symbol,
        int? from,
        int? to,
        int? points,
        string? hide,
        OpenRuns runs,
        HttpResponse response,
        CancellationToken cancel)
    {
        if (await runs.FindAsync(id, cancel) is not { } run || PlaceOf(run, symbol) is not (>= 0 and int place))
        {
            return Results.NotFound();
        }

        CandleSeries series = run.Bars[place];
        RowWindow window = RowWindow.Of(series.Count, from, to, points);
        CandleSeries candles = Buckets.Candles(series, window);
        ColumnFile file = new ColumnFile(series.Count, window.From, window.Stride)
            .Add("time", candles.Times).Add("open", candles.Opens).Add("high", candles.Highs).Add("low", candles.Lows)
            .Add("close", candles.Closes).Add("volume", candles.Volumes);
        foreach (ChartLine line in ChartPlan.Of(run.Strategy, (hide ?? string.Empty).Split(',')).Lines)
        {
            file.Add(line.Column, Buckets.Lasts(run.Frames[place].Column(line.Instance, line.Output), window));
        }

        return Columns(file, response);
    }

    private static async Task<IResult> TradesAsync(
        string id, string symbol, OpenRuns runs, HttpResponse response, CancellationToken cancel)
    {
        if (await runs.FindAsync(id, cancel) is not { } run || PlaceOf(run, symbol) is not (>= 0 and int place))
        {
            return Results.NotFound();
        }

        CandleSeries bars = run.Bars[place];
        BacktestTrade[] closed = [.. run.Result.Trades.Where(trade => trade.Symbol == bars.Symbol)];
        OpenPosition[] open = [.. run.Result.OpenPositions.Where(position => position.Symbol == bars.Symbol)];
        ColumnFile file = new ColumnFile(closed.Length + open.Length, 0, 1)
            .Add("id", (long[])[.. closed.Select(t => (long)t.Id), .. open.Select(p => (long)p.TradeId)])
            .Add("entry_row", (long[])[.. closed.Select(t => Row(bars, t.EntryMillis)), .. open.Select(p => Row(bars, p.EntryMillis))])
            .Add("exit_row", (double[])[.. closed.Select(t => (double)Row(bars, t.ExitMillis)), .. open.Select(_ => double.NaN)])
            .Add("entry_price", (double[])[.. closed.Select(t => t.EntryPrice), .. open.Select(p => p.EntryPrice)])
            .Add("exit_price", (double[])[.. closed.Select(t => t.ExitPrice), .. open.Select(_ => double.NaN)])
            .Add("pnl_pct", (double[])[.. closed.Select(t => t.PnlPct), .. open.Select(_ => double.NaN)]);
        return Columns(file, response);
    }

    // Each row holds to the next: the levels that its bars were held against.
    private static async Task<IResult> LevelsAsync(
        string id, string symbol, int from, int to, OpenRuns runs, HttpResponse response, CancellationToken cancel)
    {
        if (await runs.FindAsync(id, cancel) is not { } run || PlaceOf(run, symbol) is not (>= 0 and int place))
        {
            return Results.NotFound();
        }

        int first = Math.Clamp(from, 0, run.Bars[place].Count);
        int last = Math.Clamp(to, first, run.Bars[place].Count);
        ImmutableArray<LevelStep> steps = first == last
            ? []
            : await Task.Run(() => run.Levels(place, first, last, cancel), cancel);
        steps = [.. steps.Take(RowWindow.MostPoints)];
        ColumnFile file = new ColumnFile(run.Bars[place].Count, first, 1)
            .Add("row", (long[])[.. steps.Select(step => (long)step.Bar)])
            .Add("stop", (double[])[.. steps.Select(step => step.StopLoss)])
            .Add("trail", (double[])[.. steps.Select(step => step.Trail)])
            .Add("limit", (double[])[.. steps.Select(step => step.Limit)]);
        for (int i = 0; i < run.Strategy.Orders.TakeProfits.Length; i++)
        {
            file.Add(string.Create(CultureInfo.InvariantCulture, $"target{i + 1}"), (double[])[.. steps.Select(step => step.Targets[i])]);
        }

        return Columns(file, response);
    }

    private static async Task<IResult> CurvesAsync(
        string id, string names, long? from, long? to, int? points, OpenRuns runs, HttpResponse response, CancellationToken cancel)
    {
        if (await runs.FindAsync(id, cancel) is not { } run)
        {
            return Results.NotFound();
        }

        int buckets = Math.Clamp(points ?? 1000, 1, RowWindow.MostPoints / 2);
        var file = new ColumnFile(run.Result.Times.Length, 0, 1);
        foreach (string name in names.Split(',').Distinct())
        {
            if (!run.Curves.TryGetValue(name, out RunCurve? curve))
            {
                return Results.BadRequest($"No curve {name}; there are {string.Join(", ", run.Curves.Keys)}");
            }

            int first = from is { } start ? Math.Max(0, AtOrAfter(curve.Times, start) - 1) : 0;
            int last = to is { } end ? Math.Min(curve.Times.Length, AtOrAfter(curve.Times, end) + 1) : curve.Times.Length;
            int[] rows = first < last ? Buckets.Extremes(curve.Values, first, last, buckets) : [];
            file.Add($"{name}_time", (long[])[.. rows.Select(row => curve.Times[row])])
                .Add(name, (double[])[.. rows.Select(row => curve.Values[row])]);
        }

        return Columns(file, response);
    }

    private static IResult Columns(ColumnFile file, HttpResponse response)
    {
        response.Headers.CacheControl = ForGood;
        return Results.Bytes(file.ToBytes(), "application/octet-stream");
    }

    private static int PlaceOf(OpenRun run, string text) =>
        Symbol.TryParse(text.Replace('-', '/'), out Symbol symbol) ? run.IndexOf(symbol) : -1;

    private static long Row(CandleSeries bars, long millis) => bars.IndexAtOrAfter(millis);

    private static int AtOrAfter(long[] times, long millis)
    {
        int found = Array.BinarySearch(times, millis);
        return found >= 0 ? found : ~found;
    }
}
