using System.Globalization;

namespace Neurotrade.Core.Market;

/// <summary>The length of a candle. Candles are aligned to UTC midnight, weeks to Monday (contracts 2).</summary>
public readonly record struct Timeframe : IComparable<Timeframe>
{
    private const long WeekMillis = 7 * Instant.MillisPerDay;

    // 1970-01-05 was the first Monday.
    private const long FirstMondayMillis = 4 * Instant.MillisPerDay;

    private Timeframe(long millis) => Millis = millis;

    /// <summary>Length in milliseconds.</summary>
    public long Millis { get; }

    public static Timeframe Minute { get; } = new(60_000);

    public static Timeframe Hour { get; } = new(3_600_000);

    public static Timeframe Day { get; } = new(Instant.MillisPerDay);

    public static Timeframe Week { get; } = new(WeekMillis);

    /// <summary>A timeframe of that many milliseconds; it must divide a day, or be whole days up to a week.</summary>
    public static bool TryFromMillis(long millis, out Timeframe timeframe)
    {
        bool isUsable = millis >= 1000
            && (Instant.MillisPerDay % millis == 0 || millis == WeekMillis
                || (millis % Instant.MillisPerDay == 0 && millis < WeekMillis));
        timeframe = isUsable ? new Timeframe(millis) : default;
        return isUsable;
    }

    /// <summary>Reads <c>30s</c>, <c>1m</c>, <c>15m</c>, <c>4h</c>, <c>1d</c>, <c>1w</c>.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Timeframe timeframe)
    {
        timeframe = default;
        if (text.Length < 2
            || !long.TryParse(text[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out long count)
            || count is < 1 or > 1_000_000)
        {
            return false;
        }

        long unit = text[^1] switch
        {
            's' => 1000,
            'm' => 60_000,
            'h' => 3_600_000,
            'd' => Instant.MillisPerDay,
            'w' => WeekMillis,
            _ => 0,
        };
        return unit != 0 && TryFromMillis(count * unit, out timeframe);
    }

    /// <summary>The open time of the bucket in which <paramref name="millis"/> (Unix milliseconds) lies.</summary>
    public long Floor(long millis)
    {
        long origin = Millis == WeekMillis ? FirstMondayMillis : 0;
        long rest = (millis - origin) % Millis;
        return millis - (rest < 0 ? rest + Millis : rest);
    }

    /// <summary>Whether candles of this timeframe may open at that time.</summary>
    public bool IsAligned(long millis) => Floor(millis) == millis;

    /// <summary>Whether candles of this timeframe build up whole candles of the longer one.</summary>
    public bool Divides(Timeframe longer) => longer.Millis % Millis == 0;

    public int CompareTo(Timeframe other) => Millis.CompareTo(other.Millis);

    public static bool operator <(Timeframe a, Timeframe b) => a.Millis < b.Millis;

    public static bool operator >(Timeframe a, Timeframe b) => a.Millis > b.Millis;

    public static bool operator <=(Timeframe a, Timeframe b) => a.Millis <= b.Millis;

    public static bool operator >=(Timeframe a, Timeframe b) => a.Millis >= b.Millis;

    /// <summary>The shortest usual name: <c>15m</c>, <c>4h</c>, <c>1d</c>, <c>1w</c>.</summary>
    public override string ToString()
    {
        (long unit, char letter) = Millis switch
        {
            WeekMillis => (WeekMillis, 'w'),
            _ when Millis % Instant.MillisPerDay == 0 => (Instant.MillisPerDay, 'd'),
            _ when Millis % 3_600_000 == 0 => (3_600_000, 'h'),
            _ when Millis % 60_000 == 0 => (60_000, 'm'),
            _ => (1000L, 's'),
        };
        return string.Create(CultureInfo.InvariantCulture, $"{Millis / unit}{letter}");
    }
}
