using Neurotrade.Core.Market;

namespace Neurotrade.Tests.Features;

/// <summary>Seeded candles of every unpleasant kind: flat, gaps, no volume, tiny and huge, on and off the grid.</summary>
internal static class RandomCandles
{
    public static readonly string[] Kinds =
        ["ordinary", "flat", "steps", "tiny", "huge", "off-grid", "mixed-grid", "rising", "falling"];

    public static CandleSeries Make(string kind, int count, int seed)
    {
        Random random = new(seed);
        Candle[] candles = new Candle[count];
        long time = Instant.FromDate(2024, 2, 27).UnixMillis;
        double price = kind switch { "tiny" => 0.00000321, "huge" => 1_234_567_890, _ => 30_000 };
        for (int i = 0; i < count; i++)
        {
            candles[i] = Next(kind, random, time, ref price);
            time += 60_000L * (random.Next(40) == 0 ? random.Next(2, 3_000) : 1);
        }

        Assert.True(Symbol.TryParse("BTC/USDT", out Symbol symbol));
        return CandleSeries.From(symbol, Timeframe.Minute, candles);
    }

    private static Candle Next(string kind, Random random, long time, ref double price)
    {
        double open = Quote(kind, price, random);
        double close = Quote(kind, price * Move(kind, random), random);
        double spread = kind is "flat" or "steps" || random.Next(8) == 0 ? 0 : 0.0004;
        double high = Quote(kind, Math.Max(open, close) * (1 + (spread * random.NextDouble())), random);
        double low = Quote(kind, Math.Min(open, close) * (1 - (spread * random.NextDouble())), random);
        price = close;
        double volume = random.Next(6) == 0 ? 0 : Math.Round(random.NextDouble() * 1_000, 5);
        return new Candle(
            time, open, Math.Max(high, Math.Max(open, close)), Math.Min(low, Math.Min(open, close)), close, volume);
    }

    private static double Move(string kind, Random random) => kind switch
    {
        "flat" => 1,
        "steps" => random.Next(10) == 0 ? 1 + ((random.NextDouble() - 0.5) * 0.01) : 1,
        "rising" => 1 + (random.NextDouble() * 0.001),
        "falling" => 1 - (random.NextDouble() * 0.001),
        "tiny" => 1 + ((random.NextDouble() - 0.5) * 0.1),
        _ => 1 + ((random.NextDouble() - 0.5) * 0.004),
    };

    private static double Quote(string kind, double price, Random random) => kind switch
    {
        "off-grid" => price,
        "mixed-grid" => random.Next(3) == 0 ? price : Math.Round(price, 2),
        "tiny" => Math.Max(0.00000001, Math.Round(price, 8)),
        _ => Math.Round(price, 2),
    };
}
