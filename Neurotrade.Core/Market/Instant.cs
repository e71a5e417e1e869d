using System.Globalization;

namespace Neurotrade.Core.Market;

/// <summary>A moment in UTC, in whole milliseconds since 1970-01-01.</summary>
public readonly record struct Instant(long UnixMillis) : IComparable<Instant>
{
    /// <summary>Milliseconds in a UTC day.</summary>
    public const long MillisPerDay = 86_400_000;

    /// <summary>The moment a <see cref="DateTimeOffset"/> names.</summary>
    public static Instant From(DateTimeOffset time) => new(time.ToUnixTimeMilliseconds());

    /// <summary>Midnight UTC of a calendar day.</summary>
    public static Instant FromDate(int year, int month, int day) =>
        From(new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero));

    /// <summary>The same moment for the base library.</summary>
    public DateTimeOffset ToDateTimeOffset() => DateTimeOffset.FromUnixTimeMilliseconds(UnixMillis);

    /// <summary>Days since 1970-01-01, rounded down.</summary>
    public long Day => Math.DivRem(UnixMillis, MillisPerDay, out long rest) - (rest < 0 ? 1 : 0);

    public int CompareTo(Instant other) => UnixMillis.CompareTo(other.UnixMillis);

    public static bool operator <(Instant a, Instant b) => a.UnixMillis < b.UnixMillis;

    public static bool operator >(Instant a, Instant b) => a.UnixMillis > b.UnixMillis;

    public static bool operator <=(Instant a, Instant b) => a.UnixMillis <= b.UnixMillis;

    public static bool operator >=(Instant a, Instant b) => a.UnixMillis >= b.UnixMillis;

    /// <summary><c>yyyy-MM-ddTHH:mm:ssZ</c>, with <c>.fff</c> only where there are milliseconds (contracts 1).</summary>
    public override string ToString()
    {
        string format = UnixMillis % 1000 == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
        return ToDateTimeOffset().UtcDateTime.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>Reads ISO 8601; a bare date is 00:00 UTC, and so is a time without an offset.</summary>
    public static bool TryParseIso(ReadOnlySpan<char> text, out Instant instant)
    {
        const DateTimeStyles styles = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        bool isIso = text.Length >= 8 && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[3]) && text[4] == '-';
        if (isIso && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, styles, out DateTimeOffset time))
        {
            instant = From(time);
            return true;
        }

        instant = default;
        return false;
    }
}
