using System.Globalization;
using System.Numerics;

namespace Neurotrade.Core.Strategies.Files;

/// <summary>
/// A decimal number as it is written, <c>Digits × 10^Exponent</c>. Units shift the point in text and steps are added
/// here, so that each double is the nearest to the decimal that a person means (contracts 3).
/// </summary>
internal readonly record struct DecimalNumber(BigInteger Digits, int Exponent)
{
    private const int LongestText = 100;
    private const int LargestExponent = 400;

    /// <summary>Reads <c>12</c>, <c>-0.5</c>, <c>1e-3</c>; nothing else.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DecimalNumber number)
    {
        number = default;
        if (text.Length is 0 or > LongestText)
        {
            return false;
        }

        int end = text.IndexOfAny('e', 'E');
        int exponent = 0;
        const NumberStyles signed = NumberStyles.AllowLeadingSign;
        if (end >= 0 && (!int.TryParse(text[(end + 1)..], signed, CultureInfo.InvariantCulture, out exponent)
            || Math.Abs(exponent) > LargestExponent))
        {
            return false;
        }

        ReadOnlySpan<char> mantissa = end < 0 ? text : text[..end];
        int point = mantissa.IndexOf('.');
        int places = point < 0 ? 0 : mantissa.Length - point - 1;
        string digits = point < 0 ? mantissa.ToString() : string.Concat(mantissa[..point], mantissa[(point + 1)..]);
        bool isNumber = places > 0 || point < 0;
        if (!isNumber || !BigInteger.TryParse(digits, signed, CultureInfo.InvariantCulture, out BigInteger value)
            || !char.IsAsciiDigit(mantissa.TrimStart("+-")[0]))
        {
            return false;
        }

        number = new DecimalNumber(value, exponent - places);
        return true;
    }

    /// <summary>The decimal that a double's shortest text says.</summary>
    public static DecimalNumber Of(double value)
    {
        bool isDecimal = TryParse(value.ToString("R", CultureInfo.InvariantCulture), out DecimalNumber number);
        Market.Guard.That(isDecimal);
        return number;
    }

    /// <summary>The same digits with the point moved: -2 for percent.</summary>
    public DecimalNumber Shift(int places) => this with { Exponent = Exponent + places };

    public DecimalNumber Plus(DecimalNumber other)
    {
        int exponent = Math.Min(Exponent, other.Exponent);
        return new DecimalNumber(At(exponent) + other.At(exponent), exponent);
    }

    public DecimalNumber Times(long factor) => this with { Digits = Digits * factor };

    /// <summary>How often a step above 0 fits into this, rounded down.</summary>
    public BigInteger DividedBy(DecimalNumber step)
    {
        int exponent = Math.Min(Exponent, step.Exponent);
        return BigInteger.Divide(At(exponent), step.At(exponent));
    }

    /// <summary>The nearest double; infinite where none is near.</summary>
    public double ToDouble() => double.Parse(
        string.Create(CultureInfo.InvariantCulture, $"{Digits}E{Exponent}"), CultureInfo.InvariantCulture);

    /// <summary>Plain digits where they are short, else with an exponent.</summary>
    public string ToText()
    {
        (BigInteger digits, int exponent) = (Digits, Exponent);
        if (digits.IsZero)
        {
            return "0";
        }

        while (BigInteger.Remainder(digits, 10).IsZero)
        {
            (digits, exponent) = (digits / 10, exponent + 1);
        }

        string sign = digits.Sign < 0 ? "-" : string.Empty;
        string text = BigInteger.Abs(digits).ToString(CultureInfo.InvariantCulture);
        if (exponent is > 20 || exponent < -30)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{sign}{text}e{exponent}");
        }

        if (exponent >= 0)
        {
            return sign + text + new string('0', exponent);
        }

        text = text.PadLeft(1 - exponent, '0');
        return $"{sign}{text[..(text.Length + exponent)]}.{text[(text.Length + exponent)..]}";
    }

    private BigInteger At(int exponent) => Digits * BigInteger.Pow(10, Exponent - exponent);
}
