using System.Collections.Immutable;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Series;

/// <summary>UTC days, weeks from Monday or calendar months, and when the next begins.</summary>
public struct CalendarSpan(int days)
{
    private const int Day = 1;
    private const int Week = 7;
    private const int Month = 30;

    private long end = long.MinValue;

    /// <summary>How strategy files name the span.</summary>
    public static IndicatorParameter Parameter { get; } = new(
        "days", Day, Day, Month, true, "1 for the UTC day, 7 for the week from Monday, 30 for the calendar month.");

    /// <summary>Null where the first parameter names a span, else what is wrong.</summary>
    public static string? Check(ImmutableArray<double> parameters) => parameters[0] is Day or Week or Month
        ? null
        : $"days ({Numbers.Text(parameters[0])}) must be 1 (UTC day), 7 (week from Monday) or 30 (calendar month)";

    /// <summary>Takes a bar's open time; whether it is the first of its span.</summary>
    public bool Begins(long openMillis)
    {
        if (openMillis < end)
        {
            return false;
        }

        DateTime today = DateTime.UnixEpoch.AddMilliseconds(openMillis).Date;
        DateTime next = days switch
        {
            Day => today.AddDays(1),
            Week => today.AddDays(7 - (((int)today.DayOfWeek + 6) % 7)),
            _ => today.AddDays(1 - today.Day).AddMonths(1),
        };
        end = (next.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond;
        return true;
    }
}
