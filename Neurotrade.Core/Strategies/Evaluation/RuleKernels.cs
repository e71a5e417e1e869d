using Neurotrade.Core.Features;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Strategies.Evaluation;

/// <summary>
/// The loops of rule evaluation: plain functions of spans. A number that is not finite is missing and stands as NaN;
/// truth is 0 false, 1 unknown, 2 true, so that <c>and</c> is the lesser and <c>or</c> the greater (contracts 3).
/// </summary>
internal static class RuleKernels
{
    private const byte Unknown = (byte)Truth.Unknown;
    private const byte True = (byte)Truth.True;

    public static void Field(CandleField field, CandleColumns c, Span<double> into)
    {
        switch (field)
        {
            case CandleField.Hl2:
                for (int i = 0; i < into.Length; i++)
                {
                    into[i] = CandleFields.Hl2(c.Highs[i], c.Lows[i]);
                }

                break;
            case CandleField.Hlc3:
                for (int i = 0; i < into.Length; i++)
                {
                    into[i] = CandleFields.Hlc3(c.Highs[i], c.Lows[i], c.Closes[i]);
                }

                break;
            case CandleField.Ohlc4:
                for (int i = 0; i < into.Length; i++)
                {
                    into[i] = CandleFields.Ohlc4(c.Opens[i], c.Highs[i], c.Lows[i], c.Closes[i]);
                }

                break;
            default:
                Column(field, c).CopyTo(into);
                break;
        }
    }

    public static void Clock(ClockField field, ReadOnlySpan<long> times, Span<double> into)
    {
        for (int i = 0; i < into.Length; i++)
        {
            long day = new Instant(times[i]).Day;
            long inDay = times[i] - (day * Instant.MillisPerDay);
            into[i] = field switch
            {
                ClockField.Hour => inDay / 3_600_000,
                ClockField.Minute => inDay / 60_000 % 60,

                // 1970-01-01 was a Thursday, the fourth day of its week.
                _ => ((((day + 3) % 7) + 7) % 7) + 1,
            };
        }
    }

    public static void Negate(ReadOnlySpan<double> a, Span<double> into)
    {
        for (int i = 0; i < into.Length; i++)
        {
            into[i] = -a[i];
        }
    }

    public static void Abs(ReadOnlySpan<double> a, Span<double> into)
    {
        for (int i = 0; i < into.Length; i++)
        {
            into[i] = Math.Abs(a[i]);
        }
    }

    public static void Arithmetic(RuleOperation operation, ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> into)
    {
        a = a[..into.Length];
        b = b[..into.Length];
        switch (operation)
        {
            case RuleOperation.Add:
                for (int i = 0; i < into.Length; i++)
                {
                    into[i] = Known(a[i] + b[i]);
                }

                break;
            case RuleOperation.Subtract:
                for (int i = 0; i < into.Length; i++)
                {
                    into[i] = Known(a[i] - b[i]);
                }

                break;
            case RuleOperation.Multiply:
                for (int i = 0; i < into.Length; i++)
                {
                    into[i] = Known(a[i] * b[i]);
                }

                break;
            case RuleOperation.Divide:
                for (int i = 0; i < into.Length; i++)
                {
                    into[i] = Known(a[i] / b[i]);
                }

                break;
            case RuleOperation.Min:
                for (int i = 0; i < into.Length; i++)
                {
                    into[i] = Math.Min(a[i], b[i]);
                }

                break;
            default:
                for (int i = 0; i < into.Length; i++)
                {
                    into[i] = Math.Max(a[i], b[i]);
                }

                break;
        }
    }

    public static void Compare(RuleOperation operation, ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<byte> into)
    {
        a = a[..into.Length];
        b = b[..into.Length];
        switch (operation)
        {
            case RuleOperation.Less:
                for (int i = 0; i < into.Length; i++)
                {
                    into[i] = Truths(a[i] < b[i], a[i] >= b[i]);
                }

                break;
            case RuleOperation.LessOrEqual:
                for (int i = 0; i < into.Length; i++)
                {
                    into[i] = Truths(a[i] <= b[i], a[i] > b[i]);
                }

                break;
            case RuleOperation.Greater:
                for (int i = 0; i < into.Length; i++)
                {
                    into[i] = Truths(a[i] > b[i], a[i] <= b[i]);
                }

                break;
            case RuleOperation.GreaterOrEqual:
                for (int i = 0; i < into.Length; i++)
                {
                    into[i] = Truths(a[i] >= b[i], a[i] < b[i]);
                }

                break;
            case RuleOperation.Equal:
                for (int i = 0; i < into.Length; i++)
                {
                    into[i] = Truths(a[i] == b[i], a[i] < b[i] || a[i] > b[i]);
                }

                break;
            default:
                for (int i = 0; i < into.Length; i++)
                {
                    into[i] = Truths(a[i] < b[i] || a[i] > b[i], a[i] == b[i]);
                }

                break;
        }
    }

    public static void Not(ReadOnlySpan<byte> a, Span<byte> into)
    {
        for (int i = 0; i < into.Length; i++)
        {
            into[i] = (byte)(True - a[i]);
        }
    }

    public static void And(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, Span<byte> into)
    {
        for (int i = 0; i < into.Length; i++)
        {
            into[i] = Math.Min(a[i], b[i]);
        }
    }

    public static void Or(ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, Span<byte> into)
    {
        for (int i = 0; i < into.Length; i++)
        {
            into[i] = Math.Max(a[i], b[i]);
        }
    }

    /// <summary>What is not finite is missing.</summary>
    public static double Known(double value) => double.IsFinite(value) ? value : double.NaN;

    // Comparisons with NaN are neither true nor false, which leaves unknown.
    private static byte Truths(bool isTrue, bool isFalse) => (byte)(Unknown + (isTrue ? 1 : 0) - (isFalse ? 1 : 0));

    /// <summary>Whether a field is a column of the candles rather than computed from some.</summary>
    public static bool IsOwn(CandleField field) => field is not (CandleField.Hl2 or CandleField.Hlc3 or CandleField.Ohlc4);

    /// <summary>The column of a field that <see cref="IsOwn"/>.</summary>
    public static ReadOnlySpan<double> Column(CandleField field, CandleColumns c) => field switch
    {
        CandleField.Open => c.Opens,
        CandleField.High => c.Highs,
        CandleField.Low => c.Lows,
        CandleField.Close => c.Closes,
        _ => c.Volumes,
    };
}
