using System.Globalization;

namespace Neurotrade.Tests.Properties.Oracle;

/// <summary>
/// Seeded candles made to hurt: prices on a grid so that equalities happen, gaps in time and price, zero volume,
/// flat stretches, jumps through levels, missing finer candles.
/// </summary>
internal static class HostileMarket
{
    private const long Minute = 60_000;

    // 2024-02-26, a Monday.
    private const long Start = 1_708_905_600_000;

    private static readonly string[] Names = ["BTC/USDT", "ETH/USDT", "SOL/USDT", "XRP/USDT"];

    public static OracleMarket Make(Random random, int barCount)
    {
        long bar = Pick(random, 1, 5, 15, 60, 240) * Minute;
        bool isCoarse = random.NextDouble() < 0.35;
        bool hasDetail = bar >= 5 * Minute && random.NextDouble() < 0.3;
        int symbolCount = random.NextDouble() < 0.35 ? random.Next(2, 5) : 1;
        long detail = hasDetail ? (bar >= 60 * Minute ? 15 : bar == 15 * Minute ? 3 : 1) * Minute : bar;
        List<OracleSymbol> symbols = [];
        int pieces = (int)(bar / detail);
        int count = Math.Max(60, barCount / Math.Max(1, symbolCount / 2));
        double missing = random.NextDouble() < 0.6 ? 0 : random.NextDouble() * 0.05;
        for (int i = 0; i < symbolCount; i++)
        {
            long from = Start + (random.Next(0, 40) * bar);
            List<OracleCandle> candles = Walk(random, from, detail, count * pieces, missing / pieces, isCoarse);
            symbols.Add(hasDetail
                ? new OracleSymbol(Names[i], [.. OracleMarket.Longer(candles, detail, bar).Select(l => l.Candle)], candles)
                : new OracleSymbol(Names[i], candles, null));
        }

        string description = string.Create(
            CultureInfo.InvariantCulture,
            $"hostile {symbolCount}x{count} {OracleMarket.TimeframeName(bar)} coarse={isCoarse} detail={hasDetail}");
        return new OracleMarket(description, bar, hasDetail ? detail : null, symbols, isCoarse);
    }

    private static List<OracleCandle> Walk(
        Random random, long start, long millis, int count, double missing, bool isCoarse)
    {
        decimal tick = isCoarse ? Pick(random, 1m, 4m) : Pick(random, 0.01m, 0.01m, 0.05m, 0.001m);
        int price = isCoarse ? random.Next(4, 17) : random.Next(200, 30_000);
        int swing = isCoarse ? random.Next(1, 3) : Math.Max(1, (int)(price * (0.001 + (random.NextDouble() * 0.02))));
        double jumps = random.NextDouble() * 0.15;
        double idle = random.NextDouble() < 0.5 ? 0 : random.NextDouble() * 0.2;
        double scale = Math.Pow(10, random.Next(0, 5));
        List<OracleCandle> candles = [];
        long time = start;
        int home = price;
        for (int i = 0; i < count; i++, time += millis)
        {
            if (random.NextDouble() < missing)
            {
                time += millis * (random.NextDouble() < 0.1 ? random.Next(1, 400) : random.Next(1, 6));
            }

            bool isIdle = random.NextDouble() < idle;
            int open = random.NextDouble() < jumps ? Step(random, price, swing * 4, home) : price;
            int close = isIdle ? open : Step(random, open, swing, home);
            int high = isIdle ? open : Math.Max(open, close) + (random.Next(3) == 0 ? 0 : random.Next(0, swing + 1));
            int low = isIdle ? open : Math.Max(1, Math.Min(open, close) - (random.Next(3) == 0 ? 0 : random.Next(0, swing + 1)));
            bool hasNoVolume = isIdle ? random.Next(4) > 0 : random.Next(40) == 0;
            decimal volume = hasNoVolume ? 0 : decimal.Round((decimal)(random.NextDouble() * scale), 5);
            candles.Add(new OracleCandle(
                time, Price(open, tick), Price(high, tick), Price(low, tick), Price(close, tick), Exact.Double(volume)));
            price = close;
        }

        return candles;
    }

    // A random step that is drawn home, so that prices neither die nor explode.
    private static int Step(Random random, int price, int swing, int home)
    {
        int step = random.Next(-swing, swing + 1);
        int pull = Math.Abs(price - home) > home / 2 ? Math.Sign(home - price) * Math.Max(1, swing / 2) : 0;
        return Math.Max(2, price + step + pull);
    }

    private static double Price(int ticks, decimal tick) => Exact.Double(ticks * tick);

    private static T Pick<T>(Random random, params T[] values) => values[random.Next(values.Length)];
}
