using System.Runtime.CompilerServices;
using Neurotrade.Core.Features.Exact;

namespace Neurotrade.Core.Features;

/// <summary>Means of a candle's own fields, as exact decimals correctly rounded (contracts 4.20).</summary>
public static class CandleFields
{
    /// <summary>(high + low) / 2.</summary>
    public static double Hl2(double high, double low)
    {
        if (QuotedUnits.TrySmall(high, out long h) && QuotedUnits.TrySmall(low, out long l))
        {
            return ExactRatio.Round(h + l, 2 * QuotedUnits.PerOne);
        }

        return Mean([high, low]);
    }

    /// <summary>(high + low + close) / 3.</summary>
    public static double Hlc3(double high, double low, double close)
    {
        if (QuotedUnits.TrySmall(high, out long h) && QuotedUnits.TrySmall(low, out long l)
            && QuotedUnits.TrySmall(close, out long c))
        {
            return ExactRatio.Round(h + l + c, 3 * QuotedUnits.PerOne);
        }

        return Mean([high, low, close]);
    }

    /// <summary>(open + high + low + close) / 4.</summary>
    public static double Ohlc4(double open, double high, double low, double close)
    {
        if (QuotedUnits.TrySmall(open, out long o) && QuotedUnits.TrySmall(high, out long h)
            && QuotedUnits.TrySmall(low, out long l) && QuotedUnits.TrySmall(close, out long c))
        {
            return ExactRatio.Round(o + h + l + c, 4 * QuotedUnits.PerOne);
        }

        return Mean([open, high, low, close]);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double Mean(ReadOnlySpan<double> fields)
    {
        Int128 quoted = 0;
        CompensatedSum unquoted = default;
        bool isQuoted = true;
        foreach (double field in fields)
        {
            if (QuotedUnits.TryAny(field, out Int128 units))
            {
                quoted += units;
            }
            else
            {
                isQuoted = false;
                unquoted.Add(field);
            }
        }

        return isQuoted
            ? ExactRatio.Round(quoted, fields.Length * (Int128)QuotedUnits.PerOne)
            : unquoted.PlusUnits(quoted).Over(fields.Length);
    }
}
