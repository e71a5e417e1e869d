using System.Buffers.Text;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Ingestion;

/// <summary>
/// Times in candle files: ISO 8601, or epoch seconds, milliseconds or microseconds told apart by size (contracts 1).
/// </summary>
public static class TimeText
{
    /// <summary>What a time field should have looked like, for messages.</summary>
    public const string Expected =
        "expected ISO 8601 (2024-01-31T09:30:00Z) or epoch seconds, milliseconds or microseconds";

    private const long FirstMillisNumber = 100_000_000_000;
    private const long FirstMicrosNumber = 100_000_000_000_000;

    // Outside of these years a number is not an epoch time but a date in digits, nanoseconds or noise.
    private static readonly long Earliest = Instant.FromDate(1980, 1, 1).UnixMillis;
    private static readonly long Latest = Instant.FromDate(2200, 1, 1).UnixMillis;

    /// <summary>
    /// Reads a time as Unix milliseconds, rounded down; <paramref name="isWhole"/> is false where it has a part of a
    /// millisecond. Only years 1980 to 2199 are times.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out long millis, out bool isWhole)
    {
        isWhole = true;
        bool isRead = text.Length > 4 && text[4] == '-'
            ? TryParseIso(text, out millis, out isWhole)
            : TryParseEpoch(text, out millis, out isWhole);
        return isRead && millis >= Earliest && millis < Latest;
    }

    /// <summary>An epoch number as Unix milliseconds; false outside the years that are times.</summary>
    public static bool TryScale(long number, out long millis, out bool isWhole)
    {
        isWhole = true;
        millis = number;
        if (number < FirstMillisNumber)
        {
            millis = number * 1000;
        }
        else if (number >= FirstMicrosNumber)
        {
            millis = number / 1000;
            isWhole = millis * 1000 == number;
        }

        return millis >= Earliest && millis < Latest;
    }

    private static bool TryParseEpoch(ReadOnlySpan<byte> text, out long millis, out bool isWhole)
    {
        (millis, isWhole) = (0, true);
        bool isDigits = text.Length is > 0 and < 18 && text.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
        return isDigits && Utf8Parser.TryParse(text, out long number, out _)
            && TryScale(number, out millis, out isWhole);
    }

    // yyyy-MM-dd, then optionally T or a blank, HH:mm, :ss, .fraction, and Z or an offset. No offset means UTC.
    private static bool TryParseIso(ReadOnlySpan<byte> text, out long millis, out bool isWhole)
    {
        (millis, isWhole) = (0, true);
        if (text.Length < 10 || text[7] != '-' || !TryDigits(text[..4], out int year)
            || !TryDigits(text[5..7], out int month) || !TryDigits(text[8..10], out int day)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        millis = Instant.FromDate(year, month, day).UnixMillis;
        ReadOnlySpan<byte> rest = text[10..];
        if (rest.Length == 0)
        {
            return true;
        }

        return rest[0] is (byte)'T' or (byte)'t' or (byte)' ' && TryTimeOfDay(rest[1..], ref millis, ref isWhole);
    }

    private static bool TryTimeOfDay(ReadOnlySpan<byte> text, ref long millis, ref bool isWhole)
    {
        if (text.Length < 5 || text[2] != ':' || !TryDigits(text[..2], out int hour)
            || !TryDigits(text[3..5], out int minute) || hour > 23 || minute > 59)
        {
            return false;
        }

        millis += ((hour * 60L) + minute) * 60_000;
        ReadOnlySpan<byte> rest = text[5..];
        if (rest.Length >= 3 && rest[0] == ':')
        {
            if (!TryDigits(rest[1..3], out int second) || second > 59)
            {
                return false;
            }

            millis += second * 1000L;
            rest = rest[3..];
            if (rest.Length > 1 && rest[0] == '.' && !TryFraction(ref rest, ref millis, ref isWhole))
            {
                return false;
            }
        }

        return TryOffset(rest, ref millis);
    }

    private static bool TryFraction(ref ReadOnlySpan<byte> rest, ref long millis, ref bool isWhole)
    {
        int end = rest[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        ReadOnlySpan<byte> digits = end < 0 ? rest[1..] : rest.Slice(1, end);
        if (digits.Length is 0 or > 9)
        {
            return false;
        }

        rest = rest[(digits.Length + 1)..];
        int weight = 100;
        foreach (byte digit in digits)
        {
            isWhole &= weight > 0 || digit == '0';
            millis += (digit - '0') * weight;
            weight /= 10;
        }

        return true;
    }

    private static bool TryOffset(ReadOnlySpan<byte> text, ref long millis)
    {
        if (text.Length == 0 || (text.Length == 1 && text[0] is (byte)'Z' or (byte)'z'))
        {
            return true;
        }

        // +05:30, +0530 or +05.
        bool isSigned = text[0] is (byte)'+' or (byte)'-' && text.Length is 3 or 5 or 6;
        if (!isSigned || (text.Length == 6 && text[3] != ':'))
        {
            return false;
        }

        int minute = 0;
        if (!TryDigits(text[1..3], out int hour) || (text.Length > 3 && !TryDigits(text[^2..], out minute))
            || hour > 14 || minute > 59)
        {
            return false;
        }

        long offset = ((hour * 60L) + minute) * 60_000;
        millis -= text[0] == '-' ? -offset : offset;
        return true;
    }

    private static bool TryDigits(ReadOnlySpan<byte> text, out int value)
    {
        value = 0;
        foreach (byte digit in text)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            value = (value * 10) + digit - '0';
        }

        return true;
    }
}
