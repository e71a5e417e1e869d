namespace Neurotrade.Core.Simulation;

/// <summary>
/// Splits a generated minute into its 60 seconds, so that they make exactly that minute again: the walk visits its low
/// and its high, and every lot is given to one second.
/// </summary>
internal sealed class GeneratedMarketSeconds(int seed, GeneratedMarketSymbol symbol)
{
    /// <summary>Seconds in a minute.</summary>
    public const int OfMinute = 60;

    private readonly GeneratedMarketChance chance = GeneratedMarketChance.Of(seed, symbol.Symbol + "/seconds");
    private readonly long[] closes = new long[OfMinute];

    /// <summary>The seconds of a minute (counted since 1970), in order.</summary>
    public void Draw(long minute, in GeneratedMarketMinute whole, Span<GeneratedMarketMinute> seconds)
    {
        Walk(minute, whole);
        long lots = whole.Lots;
        long before = whole.Open;
        for (int s = 0; s < OfMinute; s++)
        {
            long close = closes[s];
            long share = s == OfMinute - 1 ? lots : lots / (OfMinute - s);
            (long low, long high) = before < close ? (before, close) : (close, before);
            seconds[s] = new GeneratedMarketMinute(before, high, low, close, share);
            (before, lots) = (close, lots - share);
        }
    }

    // Straight lines through open, the two extremes at drawn seconds, and close, with noise that stays inside.
    private void Walk(long minute, in GeneratedMarketMinute whole)
    {
        long draw = minute << 6;
        int first = 5 + (int)(chance.Uniform(draw + 61) * 25);
        int second = first + 1 + (int)(chance.Uniform(draw + 62) * (OfMinute - 2 - first));
        bool isLowFirst = (chance.Bits(draw + 63) & 1) == 0;
        (long early, long late) = isLowFirst ? (whole.Low, whole.High) : (whole.High, whole.Low);
        for (int s = 0; s < OfMinute; s++)
        {
            double line = s <= first ? Line(whole.Open, early, s, -1, first)
                : s <= second ? Line(early, late, s, first, second)
                : Line(late, whole.Close, s, second, OfMinute - 1);
            double noise = (whole.High - whole.Low) * 0.1 * (chance.Uniform(draw + s) - 0.5);
            closes[s] = Math.Clamp((long)Math.Round(line + noise), whole.Low, whole.High);
        }

        (closes[first], closes[second], closes[OfMinute - 1]) = (early, late, whole.Close);
    }

    private static double Line(long from, long to, int at, int start, int end) =>
        from + ((double)(to - from) * (at - start) / (end - start));
}
