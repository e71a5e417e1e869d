using System.Globalization;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Research.Report;

/// <summary>
/// Figures as people read them: grouped, with a true minus, a sign where money was won or lost, and a dash for what is
/// undefined. The files beside the report carry the exact ones.
/// </summary>
internal static class ReportFormat
{
    /// <summary>What stands for an undefined figure.</summary>
    public const string None = "–";

    private const char Minus = '\u2212';

    public static string Number(double? value, int digits, bool isSigned = false)
    {
        if (value is not { } known || !double.IsFinite(known))
        {
            return None;
        }

        string size = Math.Abs(known).ToString($"N{digits}", CultureInfo.InvariantCulture);
        bool isZero = !size.AsSpan().ContainsAnyInRange('1', '9');
        string sign = known < 0 && !isZero ? Minus.ToString() : isSigned && !isZero ? "+" : string.Empty;
        return sign + size;
    }

    /// <summary>A fraction as percent, signed unless told otherwise.</summary>
    public static string Percent(double? fraction, int digits = 1, bool isSigned = true) =>
        Number(fraction * 100, digits, isSigned) is var text && text == None ? None : text + "%";

    /// <summary>
    /// Digits after the point of a fraction as percent: one, or two where one would leave next to nothing.
    /// </summary>
    public static int Digits(double? fraction) => Math.Abs(fraction ?? 1) < 0.01 ? 2 : 1;

    public static string Whole(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary><c>2024-02-26 12:00</c>, UTC.</summary>
    public static string Time(long millis)
    {
        string iso = new Instant(millis).ToString();
        return $"{iso[..10]} {iso[11..16]}";
    }

    public static string Date(long millis) => new Instant(millis).ToString()[..10];

    /// <summary><c>8 d 4 h</c>, <c>3 h 20 min</c>, <c>12 s</c>.</summary>
    public static string Span(double? seconds)
    {
        if (seconds is not { } known || !double.IsFinite(known))
        {
            return None;
        }

        long minutes = (long)Math.Round(known / 60);
        return (minutes, known) switch
        {
            (_, < 60) => string.Create(CultureInfo.InvariantCulture, $"{Math.Round(known)} s"),
            ( < 60, _) => string.Create(CultureInfo.InvariantCulture, $"{minutes} min"),
            ( < 1440, _) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60} h {minutes % 60} min"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{minutes / 1440} d {minutes % 1440 / 60} h"),
        };
    }

    /// <summary>The class of a figure that is money or a return: won, lost, or neither.</summary>
    public static string Tone(double? value) => value switch
    {
        > 0 => "gain",
        < 0 => "loss",
        _ => string.Empty,
    };
}
