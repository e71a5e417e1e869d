using Neurotrade.Core.Adapters.Files;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard.Candles;
using Neurotrade.Web.Dashboard.Columns;
using Neurotrade.Web.Dashboard.Strategies;

namespace Neurotrade.Web.Endpoints;

/// <summary><c>/api/candles/EXCHANGE/SYMBOL/TIMEFRAME</c>: stored candles as columns and as CSV; and strategy files as they are.</summary>
internal static class CandleEndpoint
{
    public static void MapCandles(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/candles/{exchange}/{symbol}/{timeframe}", Candles);
        app.MapGet("/api/candles/{exchange}/{symbol}/{timeframe}/file.csv", File);
        app.MapGet("/api/strategies/{name}", Strategy);
    }

    private static IResult Candles(
        string exchange, string symbol, string timeframe, int? from, int? to, int? points, CandleShelf shelf, HttpResponse response)
    {
        if (Open(exchange, symbol, timeframe, shelf) is not { } series)
        {
            return Results.NotFound();
        }

        RowWindow window = RowWindow.Of(series.Count, from, to, points);
        CandleSeries candles = Buckets.Candles(series, window);
        response.Headers.CacheControl = "no-store";
        byte[] file = new ColumnFile(series.Count, window.From, window.Stride)
            .Add("time", candles.Times).Add("open", candles.Opens).Add("high", candles.Highs).Add("low", candles.Lows)
            .Add("close", candles.Closes).Add("volume", candles.Volumes).ToBytes();
        return Results.Bytes(file, "application/octet-stream");
    }

    private static IResult File(
        string exchange, string symbol, string timeframe, string? from, string? to, CandleShelf shelf, CancellationToken cancel)
    {
        if (Open(exchange, symbol, timeframe, shelf) is not { } series)
        {
            return Results.NotFound();
        }

        (Instant? first, Instant? end) = (null, null);
        if (!IsTime(from, ref first) || !IsTime(to, ref end))
        {
            return Results.Text("not a time, expected such as 2024-01-31", statusCode: StatusCodes.Status400BadRequest);
        }

        int start = first is { } earliest ? series.IndexAtOrAfter(earliest.UnixMillis) : 0;
        int stop = end is { } latest ? series.IndexAtOrAfter(latest.UnixMillis) : series.Count;
        if (start >= stop)
        {
            return Results.Text("no candle lies between from and to", statusCode: StatusCodes.Status400BadRequest);
        }

        // Named as Binance names its files, so that it can be imported as it is.
        CandleSeries part = series.Slice(start, stop - start);
        string name = $"{part.Symbol.Joined}-{part.Timeframe}-{Figures.Day(part.Times[0])}-{Figures.Day(part.Times[^1])}.csv";
        return Results.Stream(stream => CandleCsvWriter.WriteAsync(stream, part, cancel), "text/csv; charset=utf-8", name);
    }

    private static CandleSeries? Open(string exchange, string symbol, string timeframe, CandleShelf shelf) =>
        StoreAddress.TryParse($"{StoreAddress.Prefix}{exchange}/{symbol}/{timeframe}", out StoreAddress address)
            ? shelf.Open(address)
            : null;

    private static bool IsTime(string? text, ref Instant? time)
    {
        bool isTime = string.IsNullOrEmpty(text) || Instant.TryParseIso(text, out Instant found) && (time = found) is not null;
        return isTime;
    }

    private static IResult Strategy(string name, StrategyShelf shelf) => shelf.Read(name) is { } text
        ? Results.Text(text, "text/plain; charset=utf-8")
        : Results.NotFound();
}
