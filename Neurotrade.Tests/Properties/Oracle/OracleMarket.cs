using System.Globalization;

namespace Neurotrade.Tests.Properties.Oracle;

/// <summary>One candle as the oracle sees it; time is the open time in Unix milliseconds.</summary>
internal sealed record OracleCandle(long Time, double Open, double High, double Low, double Close, double Volume);

/// <summary>One symbol's bars and, where there are any, its finer candles.</summary>
internal sealed record OracleSymbol(string Name, List<OracleCandle> Bars, List<OracleCandle>? Detail);

/// <summary>The data of a case: symbols in the strategy's list order.</summary>
internal sealed record OracleMarket(
    string Description, long BarMillis, long? DetailMillis, List<OracleSymbol> Symbols, bool IsCoarse)
{
    /// <summary>So many millis as a timeframe's name.</summary>
    public static string TimeframeName(long millis) => millis switch
    {
        _ when millis % 604_800_000 == 0 => Number(millis / 604_800_000) + "w",
        _ when millis % 86_400_000 == 0 => Number(millis / 86_400_000) + "d",
        _ when millis % 3_600_000 == 0 => Number(millis / 3_600_000) + "h",
        _ => Number(millis / 60_000) + "m",
    };

    /// <summary>
    /// Longer candles of shorter ones (contracts 2): aligned to UTC midnight, an unfinished last bucket and a first one
    /// in which the series starts late are dropped. Beside each stands the index of the base candle at which it closes.
    /// </summary>
    public static List<(OracleCandle Candle, int KnownAt)> Longer(List<OracleCandle> bars, long baseMillis, long millis)
    {
        List<(OracleCandle, int)> result = [];
        int first = 0;
        while (first < bars.Count)
        {
            long bucket = Floor(bars[first].Time, millis);
            int last = first;
            while (last + 1 < bars.Count && Floor(bars[last + 1].Time, millis) == bucket)
            {
                last++;
            }

            bool startsLate = first == 0 && bars[0].Time != bucket;
            bool endsWithItsLast = bars[last].Time + baseMillis == bucket + millis;
            bool hasLater = last + 1 < bars.Count;
            if (!startsLate && (endsWithItsLast || hasLater))
            {
                List<OracleCandle> part = bars.GetRange(first, last - first + 1);
                OracleCandle candle = new(
                    bucket, part[0].Open, part.Max(c => c.High), part.Min(c => c.Low), part[^1].Close, Sum(part));
                result.Add((candle, endsWithItsLast ? last : last + 1));
            }

            first = last + 1;
        }

        return result;
    }

    private static double Sum(List<OracleCandle> part)
    {
        decimal sum = 0;
        foreach (OracleCandle candle in part)
        {
            sum += Exact.Decimal(candle.Volume);
        }

        return Exact.Double(sum);
    }

    private static long Floor(long time, long millis)
    {
        // 1970-01-05 was the first Monday.
        long origin = millis == 604_800_000 ? 345_600_000 : 0;
        return ((time - origin) / millis * millis) + origin;
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
