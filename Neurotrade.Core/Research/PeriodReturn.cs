using System.Collections.Immutable;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Research;

/// <summary>What equity made in a calendar month or year (UTC) that has bars.</summary>
/// <param name="Year">The year.</param>
/// <param name="Month">1 to 12; 0 for the whole year.</param>
/// <param name="Return">Against the last equity before the period (the capital for the first), a fraction.</param>
public readonly record struct PeriodReturn(int Year, int Month, double? Return)
{
    /// <summary>Months that have bars, in order of time.</summary>
    public static ImmutableArray<PeriodReturn> Months(DailyEquity daily) => Of(daily, date => date.Month);

    /// <summary>Years that have bars, in order of time.</summary>
    public static ImmutableArray<PeriodReturn> Years(DailyEquity daily) => Of(daily, _ => 0);

    private static ImmutableArray<PeriodReturn> Of(DailyEquity daily, Func<DateTimeOffset, int> part)
    {
        ImmutableArray<PeriodReturn>.Builder periods = ImmutableArray.CreateBuilder<PeriodReturn>();
        double before = daily.Capital;
        for (int i = 0; i < daily.Days.Length; i++)
        {
            (int Year, int Part) now = Key(daily.Days[i], part);
            bool isLast = i + 1 == daily.Days.Length || Key(daily.Days[i + 1], part) != now;
            if (isLast)
            {
                double? gain = Moments.Ratio(daily.Equity[i], before) - 1;
                periods.Add(new PeriodReturn(now.Year, now.Part, gain));
                before = daily.Equity[i];
            }
        }

        return periods.DrainToImmutable();
    }

    private static (int Year, int Part) Key(long day, Func<DateTimeOffset, int> part)
    {
        DateTimeOffset date = new Instant(day * Instant.MillisPerDay).ToDateTimeOffset();
        return (date.Year, part(date));
    }
}
