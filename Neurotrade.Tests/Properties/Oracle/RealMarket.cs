using System.Globalization;
using System.IO.Compression;

namespace Neurotrade.Tests.Properties.Oracle;

/// <summary>Slices of real candles from the shared folder, read by a reader of the oracle's own.</summary>
internal static class RealMarket
{
    private const long Minute = 60_000;
    private const long Hour = 60 * Minute;

    private static readonly Dictionary<string, List<OracleCandle>> Files = new(StringComparer.Ordinal);

    public static OracleMarket Make(Random random, int barCount) => random.Next(5) switch
    {
        0 => Minutes(random, "BTCUSDT-1m-2020", barCount, Minute, false),
        1 => Minutes(random, "BTCUSDT-1m-2017", barCount, Minute, false),
        2 => Minutes(random, "BTCUSDT-1m-2020", barCount, 15 * Minute, random.Next(3) > 0),
        3 => Minutes(random, "BTCUSDT-1m-2017", barCount, 15 * Minute, true),
        _ => Hours(random, barCount),
    };

    private static OracleMarket Minutes(Random random, string file, int barCount, long bar, bool hasDetail)
    {
        List<OracleCandle> all = Read($"data/binance_spot_1m/{file}.csv.gz", 150_000);
        int count = (int)(barCount * (bar / Minute));

        // Around the gaps of these files half of the time: 60 and 354 minutes in 2020, 419 and more in 2017.
        int at = random.Next(0, all.Count - count);
        if (random.Next(2) == 0)
        {
            List<int> gaps = [.. Enumerable.Range(1, all.Count - 1).Where(i => all[i].Time - all[i - 1].Time > Minute)];
            at = Math.Clamp(gaps[random.Next(gaps.Count)] - random.Next(count), 0, all.Count - count);
        }

        List<OracleCandle> slice = all.GetRange(at, count);
        List<OracleCandle> bars = bar == Minute ? slice : [.. OracleMarket.Longer(slice, Minute, bar).Select(l => l.Candle)];
        string description = string.Create(
            CultureInfo.InvariantCulture,
            $"real {file} rows {at}..{at + count} {OracleMarket.TimeframeName(bar)} detail={hasDetail}");
        OracleSymbol symbol = new("BTC/USDT", bars, hasDetail ? slice : null);
        return new OracleMarket(description, bar, hasDetail ? Minute : null, [symbol], false);
    }

    private static OracleMarket Hours(Random random, int barCount)
    {
        string[] names = ["BTC", "ETH", "SOL"];
        random.Shuffle(names);
        int count = Math.Min(barCount, 500);
        int at = random.Next(0, 43_000 - count);
        List<OracleSymbol> symbols = [];
        foreach (string name in names[..random.Next(1, 4)])
        {
            List<OracleCandle> all = Read($"data/binance_spot_klines/{name}USDT-1h.csv.gz", 50_000);
            symbols.Add(new OracleSymbol(name + "/USDT", all.GetRange(at, count), null));
        }

        string description = string.Create(
            CultureInfo.InvariantCulture, $"real 1h rows {at}..{at + count} of {symbols.Count} symbols");
        return new OracleMarket(description, Hour, null, symbols, false);
    }

    private static List<OracleCandle> Read(string path, int limit)
    {
        lock (Files)
        {
            if (!Files.TryGetValue(path, out List<OracleCandle>? candles))
            {
                Files[path] = candles = [];
                using FileStream file = File.OpenRead(SharedData.Require(path));
                using StreamReader reader = new(new GZipStream(file, CompressionMode.Decompress));
                while (candles.Count < limit && reader.ReadLine() is string line)
                {
                    string[] cells = line.Split(',');
                    double[] v = [.. cells[1..6].Select(c => double.Parse(c, CultureInfo.InvariantCulture))];
                    long time = long.Parse(cells[0], CultureInfo.InvariantCulture);
                    candles.Add(new OracleCandle(time, v[0], v[1], v[2], v[3], v[4]));
                }
            }

            return candles;
        }
    }
}
