using Neurotrade.Core.Market;

namespace Neurotrade.Core.Simulation;

/// <summary>A day of a generated symbol before its minutes are drawn.</summary>
/// <param name="Day">Days since 1970-01-01.</param>
/// <param name="LogOpen">Natural logarithm of the price at 00:00 UTC.</param>
/// <param name="LogClose">The same at the end, and the next day's open.</param>
/// <param name="Volatility">Deviation of the day's return.</param>
/// <param name="Activity">Volatility in quiet days; volumes follow it.</param>
internal readonly record struct GeneratedMarketDay(
    long Day, double LogOpen, double LogClose, double Volatility, double Activity);

/// <summary>
/// The days of a generated symbol, walked from one fixed origin so that any range is a part of the same history:
/// regimes and volatility that all symbols share, a market's step and an own one, and a slow pull back to the symbol's
/// price.
/// </summary>
internal static class GeneratedMarketDays
{
    private const double PullBack = 0.0013;
    private const double VolatilityMemory = 0.9;
    private const double VolatilityShock = 0.22;
    private const double WeekendActivity = 0.75;
    private const double RegimeEnds = 1.0 / 25;

    // Calm, rising, falling, wild: how volatile, and how far the price drifts in deviations a day.
    private static readonly (double Volatility, double Drift)[] Regimes =
        [(0.65, 0), (0.9, 0.10), (1.25, -0.11), (1.8, 0)];

    /// <summary>Where every history begins.</summary>
    public static Instant Origin { get; } = Instant.FromDate(2000, 1, 1);

    /// <summary>Where it ends.</summary>
    public static Instant End { get; } = Instant.FromDate(2100, 1, 1);

    /// <summary>The days from <paramref name="first"/> on, so many, counted since 1970-01-01.</summary>
    public static GeneratedMarketDay[] Of(int seed, GeneratedMarketSymbol symbol, long first, int count)
    {
        Guard.That(first >= Origin.Day && first + count <= End.Day);
        GeneratedMarketChance market = GeneratedMarketChance.Of(seed, "market/days");
        GeneratedMarketChance regimes = GeneratedMarketChance.Of(seed, "market/regimes");
        GeneratedMarketChance swings = GeneratedMarketChance.Of(seed, "market/volatility");
        GeneratedMarketChance own = GeneratedMarketChance.Of(seed, symbol.Symbol + "/days");
        double ownShare = Math.Sqrt(1 - (symbol.MarketShare * symbol.MarketShare));
        GeneratedMarketDay[] days = new GeneratedMarketDay[count];
        (int regime, double swing, double logPrice) = (0, 0, symbol.LogPrice);
        for (long day = Origin.Day; day < first + count; day++)
        {
            if (regimes.Uniform(2 * day) < RegimeEnds)
            {
                regime = (int)(regimes.Bits((2 * day) + 1) >> 62);
            }

            swing = (VolatilityMemory * swing) + (VolatilityShock * swings.Normal(day));
            double activity = PortableMath.Exp(swing) * Regimes[regime].Volatility * WeekdayActivity(day);
            double volatility = symbol.DailyVolatility * activity;
            double step = (symbol.MarketShare * market.Normal(day)) + (ownShare * own.Normal(day));
            double next = logPrice + (PullBack * (symbol.LogPrice - logPrice))
                + (volatility * (Regimes[regime].Drift + step));
            if (day >= first)
            {
                days[day - first] = new GeneratedMarketDay(day, logPrice, next, volatility, activity);
            }

            logPrice = next;
        }

        return days;
    }

    // Day 0 of 1970 was a Thursday.
    private static double WeekdayActivity(long day) => (day + 3) % 7 >= 5 ? WeekendActivity : 1;
}
