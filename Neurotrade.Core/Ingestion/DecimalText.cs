using System.Buffers.Text;

namespace Neurotrade.Core.Ingestion;

/// <summary>
/// Decimal text in UTF-8 to the nearest double. Numbers of up to 53 bits of digits and 22 decimals, which is all that
/// exchanges quote, are one exact division (W. D. Clinger, "How to read floating point numbers accurately", 1990);
/// others go to the base library, which rounds correctly too.
/// </summary>
public static class DecimalText
{
    private const ulong MostExactDigits = 1UL << 53;
    private const int MostDigits = 19;
    private const int LongestNumber = 64;

    private static readonly double[] PowersOfTen =
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22,
    ];

    /// <summary>
    /// Reads a whole field: optional sign, digits with an optional point, optional exponent. No blanks, no words
    /// (<c>NaN</c>, <c>Infinity</c>), no thousands separators; what overflows a double is refused.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        if (text.Length is 0 or > LongestNumber)
        {
            return false;
        }

        bool isNegative = text[0] == '-';
        int at = isNegative || text[0] == '+' ? 1 : 0;
        ulong digits = 0;
        int digitCount = 0;
        int decimals = -1;
        for (; at < text.Length; at++)
        {
            uint digit = (uint)text[at] - '0';
            if (digit > 9)
            {
                if (text[at] != '.' || decimals >= 0)
                {
                    break;
                }

                decimals = 0;
                continue;
            }

            digits = digitCount < MostDigits ? (digits * 10) + digit : ulong.MaxValue;
            digitCount++;
            decimals += decimals >= 0 ? 1 : 0;
        }

        if (digitCount == 0)
        {
            return false;
        }

        if (at == text.Length && digits <= MostExactDigits && decimals < PowersOfTen.Length)
        {
            value = digits / PowersOfTen[Math.Max(decimals, 0)];
            value = isNegative ? -value : value;
            return true;
        }

        return (at == text.Length || IsExponent(text[at..])) && Utf8Parser.TryParse(text, out value, out int used)
            && used == text.Length && double.IsFinite(value);
    }

    private static bool IsExponent(ReadOnlySpan<byte> text)
    {
        if (text[0] is not ((byte)'e' or (byte)'E'))
        {
            return false;
        }

        ReadOnlySpan<byte> rest = text[1..];
        rest = rest.Length > 0 && rest[0] is (byte)'+' or (byte)'-' ? rest[1..] : rest;
        return rest.Length is > 0 and < 6 && rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
    }
}
