using Neurotrade.Core.Market;

namespace Neurotrade.Benchmarks;

/// <summary>A seeded random walk of quoted prices, one bar a minute.</summary>
internal static class Bars
{
    public static CandleSeries Make(int count, int seed = 42)
    {
        Random random = new(seed);
        Candle[] candles = new Candle[count];
        long start = Instant.FromDate(2021, 1, 1).UnixMillis;
        double price = 30_000;
        for (int i = 0; i < count; i++)
        {
            double open = Math.Round(price, 2);
            price *= 1 + ((random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 0.0012);
            double close = Math.Round(price, 2);
            double high = Math.Round(Math.Max(open, close) * (1 + (random.NextDouble() * 0.0006)), 2);
            double low = Math.Round(Math.Min(open, close) * (1 - (random.NextDouble() * 0.0006)), 2);
            candles[i] = new Candle(
                start + (i * 60_000L), open, high, low, close, Math.Round(random.NextDouble() * 20, 5));
        }

        Guard.That(Symbol.TryParse("BTC/USDT", out Symbol symbol));
        return CandleSeries.From(symbol, Timeframe.Minute, candles);
    }
}
