using System.Globalization;

namespace Neurotrade.Core.Strategies.Files;

/// <summary>A value of a strategy file with its unit.</summary>
/// <param name="Number">The number; a ratio as a fraction, a length of time in milliseconds or bars.</param>
/// <param name="Unit">What it counts.</param>
public readonly record struct Literal(double Number, ValueUnit Unit)
{
    private static readonly (string Name, long Millis)[] TimeUnits =
        [("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000), ("w", 604_800_000)];

    /// <summary>Reads <c>30</c>, <c>2%</c>, <c>5 bps</c>, <c>2 atr</c>, <c>15m</c>, <c>10 bars</c>.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Literal literal)
    {
        literal = default;
        ReadOnlySpan<char> trimmed = text.Trim();
        int end = NumberLength(trimmed);
        if (!DecimalNumber.TryParse(trimmed[..end], out DecimalNumber number)
            || !TryUnit(trimmed[end..].Trim(), out ValueUnit unit, out long millis))
        {
            return false;
        }

        int shift = unit == ValueUnit.Ratio ? (trimmed[^1] == '%' ? -2 : -4) : 0;
        double value = (unit == ValueUnit.Time ? number.Times(millis) : number).Shift(shift).ToDouble();
        bool mustBeWhole = unit is ValueUnit.Time or ValueUnit.Bars;
        if (!double.IsFinite(value) || (mustBeWhole && (value != Math.Truncate(value) || Math.Abs(value) > 1e15)))
        {
            return false;
        }

        literal = new Literal(value, unit);
        return true;
    }

    /// <summary>How many characters at the start of a text are a number; a sign may lead.</summary>
    public static int NumberLength(ReadOnlySpan<char> text)
    {
        int at = text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;
        int start = at;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || (text[at] == '.' && at > start)))
        {
            at++;
        }

        // An e only belongs to a number when digits follow: "5 eth" does not.
        if (at > start && at + 1 < text.Length && text[at] is 'e' or 'E')
        {
            int digits = text[at + 1] is '+' or '-' ? at + 2 : at + 1;
            if (digits < text.Length && char.IsAsciiDigit(text[digits]))
            {
                at = digits;
                while (at < text.Length && char.IsAsciiDigit(text[at]))
                {
                    at++;
                }
            }
        }

        return at;
    }

    /// <summary>The value as a file has it, in its largest whole unit; reads back to the same double.</summary>
    public string ToText() => Unit switch
    {
        ValueUnit.Ratio => DecimalNumber.Of(Number).Shift(2).ToText() + "%",
        ValueUnit.Atr => DecimalNumber.Of(Number).ToText() + " atr",
        ValueUnit.Bars => DecimalNumber.Of(Number).ToText() + " bars",
        ValueUnit.Time => TimeText((long)Number),
        _ => DecimalNumber.Of(Number).ToText(),
    };

    private static string TimeText(long millis)
    {
        for (int i = TimeUnits.Length - 2; i >= 0; i--)
        {
            if (millis % TimeUnits[i].Millis == 0)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{millis / TimeUnits[i].Millis}{TimeUnits[i].Name}");
            }
        }

        return string.Empty;
    }

    private static bool TryUnit(ReadOnlySpan<char> text, out ValueUnit unit, out long millis)
    {
        millis = 0;
        unit = text switch
        {
            "" => ValueUnit.None,
            "%" => ValueUnit.Ratio,
            _ when Is(text, "bps") => ValueUnit.Ratio,
            _ when Is(text, "atr") => ValueUnit.Atr,
            _ when Is(text, "bars") || Is(text, "bar") => ValueUnit.Bars,
            _ => ValueUnit.Time,
        };
        if (unit != ValueUnit.Time)
        {
            return true;
        }

        foreach ((string name, long length) in TimeUnits)
        {
            if (text.SequenceEqual(name))
            {
                millis = length;
                return true;
            }
        }

        return false;
    }

    private static bool Is(ReadOnlySpan<char> text, string word) => text.Equals(word, StringComparison.OrdinalIgnoreCase);
}
