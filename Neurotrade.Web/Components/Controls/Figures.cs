using System.Globalization;
using Neurotrade.Core.Market;

namespace Neurotrade.Web.Components.Controls;

/// <summary>How figures and times look on pages: a true minus, a dash for what is undefined, UTC always.</summary>
internal static class Figures
{
    public const string Undefined = "–";
    private const char Minus = '\u2212';

    /// <summary><c>1,484.06</c>.</summary>
    public static string Number(double? value, int digits = 2) =>
        value is { } number && double.IsFinite(number) ? Signed(number, digits, string.Empty) : Undefined;

    /// <summary>A value of any size, with as many decimals as tell it from its neighbours.</summary>
    public static string Value(double? value) => Math.Abs(value ?? 0) switch
    {
        >= 10_000 => Number(value, 0),
        >= 100 => Number(value, 1),
        >= 1 => Number(value, 2),
        >= 0.01 or 0 => Number(value, 4),
        _ => Number(value, 8),
    };

    /// <summary>A fraction as percent, with a plus where it is a gain: <c>+13.8%</c>.</summary>
    public static string Gain(double? fraction, int digits = 1)
    {
        if (fraction is not { } value || !double.IsFinite(value))
        {
            return Undefined;
        }

        string text = Signed(value * 100, digits, "%");
        return value > 0 && text.AsSpan().IndexOfAnyInRange('1', '9') >= 0 ? $"+{text}" : text;
    }

    /// <summary>A fraction as percent without a plus: <c>37.8%</c>.</summary>
    public static string Percent(double? fraction, int digits = 1) =>
        fraction is { } value && double.IsFinite(value) ? Signed(value * 100, digits, "%") : Undefined;

    /// <summary>A fraction as CSS takes it: <c>12.345%</c>.</summary>
    public static string Share(double fraction) => (fraction * 100).ToString("0.###", CultureInfo.InvariantCulture) + "%";

    /// <summary><c>12.4 MB</c>, thousands by thousands as disks are sold.</summary>
    public static string Bytes(long bytes) => bytes switch
    {
        < 1_000 => $"{Number(bytes, 0)} B",
        < 1_000_000 => $"{Number(bytes / 1e3, 0)} kB",
        < 1_000_000_000 => $"{Number(bytes / 1e6, 1)} MB",
        _ => $"{Number(bytes / 1e9, 1)} GB",
    };

    /// <summary><c>2024-02-26 12:00</c>.</summary>
    public static string Time(long millis) => Format(millis, "yyyy-MM-dd HH:mm");

    /// <summary><c>2024-02-26</c>.</summary>
    public static string Day(long millis) => Format(millis, "yyyy-MM-dd");

    /// <summary><c>12 s ago</c>, <c>2 min ago</c> to one hour, then the time.</summary>
    public static string Age(long millis, DateTimeOffset now)
    {
        TimeSpan age = now - new Instant(millis).ToDateTimeOffset();
        return age < TimeSpan.Zero || age >= TimeSpan.FromHours(1) ? Time(millis)
            : age < TimeSpan.FromMinutes(1) ? string.Create(CultureInfo.InvariantCulture, $"{(int)age.TotalSeconds} s ago")
            : string.Create(CultureInfo.InvariantCulture, $"{(int)age.TotalMinutes} min ago");
    }

    /// <summary>A length of time: <c>45 min</c>, <c>4 h</c>, <c>8 d 4 h</c>.</summary>
    public static string Span(long millis)
    {
        TimeSpan span = TimeSpan.FromMilliseconds(millis);
        return span < TimeSpan.FromMinutes(1) ? string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0} s")
            : span < TimeSpan.FromHours(1) ? string.Create(CultureInfo.InvariantCulture, $"{span.TotalMinutes:0} min")
            : span < TimeSpan.FromDays(1) ? Pair((int)span.TotalHours, "h", span.Minutes, "min")
            : Pair((int)span.TotalDays, "d", span.Hours, "h");
    }

    /// <summary>The class of a figure of money: <c>gain</c>, <c>loss</c> or none.</summary>
    public static string Tone(double? value) => value > 0 ? "gain" : value < 0 ? "loss" : string.Empty;

    /// <summary>So that gain and loss differ by more than colour.</summary>
    public static string Arrow(double? value) => value > 0 ? "▲" : value < 0 ? "▼" : string.Empty;

    private static string Signed(double value, int digits, string unit)
    {
        string text = Math.Abs(value).ToString($"N{digits}", CultureInfo.InvariantCulture) + unit;
        bool isZero = text.AsSpan().IndexOfAnyInRange('1', '9') < 0;
        return value < 0 && !isZero ? Minus + text : text;
    }

    private static string Pair(int large, string largeUnit, int small, string smallUnit) => small == 0
        ? string.Create(CultureInfo.InvariantCulture, $"{large} {largeUnit}")
        : string.Create(CultureInfo.InvariantCulture, $"{large} {largeUnit} {small} {smallUnit}");

    private static string Format(long millis, string format) =>
        new Instant(millis).ToDateTimeOffset().UtcDateTime.ToString(format, CultureInfo.InvariantCulture);
}
