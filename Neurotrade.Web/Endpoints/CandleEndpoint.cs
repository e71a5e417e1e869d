using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;
using Neurotrade.Web.Dashboard.Candles;
using Neurotrade.Web.Dashboard.Columns;
using Neurotrade.Web.Dashboard.Strategies;

namespace Neurotrade.Web.Endpoints;

/// <summary><c>/api/candles/EXCHANGE/SYMBOL/TIMEFRAME</c>: stored candles as columns; and strategy files as they are.</summary>
internal static class CandleEndpoint
{
    public static void MapCandles(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/candles/{exchange}/{symbol}/{timeframe}", Candles);
        app.MapGet("/api/strategies/{name}", Strategy);
    }

    private static IResult Candles(
        string exchange, string symbol, string timeframe, int? from, int? to, int? points, CandleShelf shelf, HttpResponse response)
    {
        if (!StoreAddress.TryParse($"{StoreAddress.Prefix}{exchange}/{symbol}/{timeframe}", out StoreAddress address)
            || shelf.Open(address) is not { } series)
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

    private static IResult Strategy(string name, StrategyShelf shelf) => shelf.Read(name) is { } text
        ? Results.Text(text, "text/plain; charset=utf-8")
        : Results.NotFound();
}
