using Neurotrade.Core.Market;

namespace Neurotrade.Core.Research;

/// <summary>
/// Equity at each UTC day's last bar by open time; days without bars are left out (contracts 5.1). Columns of equal
/// length.
/// </summary>
public sealed class DailyEquity
{
    private DailyEquity(double capital, long[] days, double[] equity)
    {
        (Capital, Days, Equity) = (capital, days, equity);
        Returns = ReturnsOf(capital, equity);
    }

    /// <summary>What the first day is held against.</summary>
    public double Capital { get; }

    /// <summary>Days since 1970-01-01.</summary>
    public long[] Days { get; }

    public double[] Equity { get; }

    /// <summary>
    /// Each day against the day before, the first against the capital. It ends where equity has reached 0: on nothing
    /// there is no return.
    /// </summary>
    public double[] Returns { get; }

    /// <summary>The days of a run's bar-close equity; times are open times in Unix milliseconds, rising.</summary>
    public static DailyEquity Of(ReadOnlySpan<long> times, ReadOnlySpan<double> equity, double capital)
    {
        Guard.That(times.Length == equity.Length);
        List<long> days = [];
        List<double> values = [];
        for (int i = 0; i < times.Length;)
        {
            long day = new Instant(times[i]).Day;
            int end = EndOfDay(times, i, (day + 1) * Instant.MillisPerDay);
            days.Add(day);
            values.Add(equity[end - 1]);
            i = end;
        }

        return new DailyEquity(capital, [.. days], [.. values]);
    }

    private static int EndOfDay(ReadOnlySpan<long> times, int from, long nextDayMillis)
    {
        int found = times[from..].BinarySearch(nextDayMillis);
        return from + (found >= 0 ? found : ~found);
    }

    /// <summary>The returns of days that end at these, as <see cref="Returns"/> has them.</summary>
    internal static double[] ReturnsOf(double capital, double[] equity)
    {
        List<double> returns = new(equity.Length);
        double before = capital;
        for (int i = 0; i < equity.Length && before > 0; i++)
        {
            returns.Add((equity[i] / before) - 1);
            before = equity[i];
        }

        return [.. returns];
    }
}
