using System.Globalization;
using Microsoft.AspNetCore.Http;
using Neurotrade.Core.Market;

namespace Neurotrade.Tests.Adapters.Binance.Download;

/// <summary>Answers for the clock and for minutes of any pair, as the exchange pages them.</summary>
internal sealed class KlineServer(Instant first, int candleCount)
{
    private int pages;

    /// <summary>A pair that does not exist.</summary>
    public string? Unknown { get; init; }

    /// <summary>The number of a candle whose high is below its low.</summary>
    public int Broken { get; init; } = -1;

    /// <summary>Called with the number of each page before it is sent.</summary>
    public Action<int>? OnPage { get; init; }

    /// <summary>All candles.</summary>
    public List<Candle> Candles() => [.. Enumerable.Range(0, candleCount).Select(CandleAt)];

    public Task AnswerAsync(HttpContext context)
    {
        IQueryCollection query = context.Request.Query;
        if (context.Request.Path == "/api/v3/time")
        {
            long now = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
            return context.Response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{{\"serverTime\":{now}}}"));
        }

        if (query["symbol"] == Unknown)
        {
            context.Response.StatusCode = 400;
            return context.Response.WriteAsync("""{"code":-1121,"msg":"Invalid symbol."}""");
        }

        OnPage?.Invoke(Interlocked.Increment(ref pages));
        long from = long.Parse(query["startTime"]!, CultureInfo.InvariantCulture);
        long to = long.Parse(query["endTime"]!, CultureInfo.InvariantCulture);
        int limit = int.Parse(query["limit"]!, CultureInfo.InvariantCulture);
        IEnumerable<string> rows = Enumerable.Range(0, candleCount)
            .Where(i => OpenOf(i) >= from && OpenOf(i) <= to).Take(limit).Select(Row);
        return context.Response.WriteAsync($"[{string.Join(',', rows)}]");
    }

    private long OpenOf(int i) => first.UnixMillis + (i * 60_000L);

    private Candle CandleAt(int i) => new(OpenOf(i), 100 + (i % 7), 110, 99.5, 101.25, 0.1 * (i % 3));

    private string Row(int i)
    {
        Candle candle = CandleAt(i);
        double high = i == Broken ? 1 : candle.High;
        FormattableString prices = $"\"{candle.Open:F8}\",\"{high:F8}\",\"{candle.Low:F8}\",\"{candle.Close:F8}\",\"{candle.Volume:F8}\"";
        string numbers = prices.ToString(CultureInfo.InvariantCulture);
        return string.Create(
            CultureInfo.InvariantCulture, $"""[{candle.OpenMillis},{numbers},{candle.OpenMillis + 59_999},"0",0,"0","0","0"]""");
    }
}
