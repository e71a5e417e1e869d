using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Neurotrade.Core.Ingestion;

/// <summary>
/// The fast path over a line of Binance's archive, which is nearly every line there is: plain digits, no blanks, no
/// quotes, no signs. It looks at eight bytes at a time, and leaves whatever it does not recognise to
/// <see cref="CandleLine"/>, which reads everything and says what is wrong. Both read the same bits.
/// </summary>
internal ref struct KlineLine
{
    /// <summary>Bytes that must be readable behind the text, so that a vector can be loaded anywhere in it.</summary>
    public const int Slack = 32;

    private const ulong Zeros = 0x3030_3030_3030_3030;
    private const ulong HighBits = 0x8080_8080_8080_8080;
    private const ulong MostExactDigits = 1UL << 53;
    private const int MostPlainDigits = 18;
    private const int CommasAfterClose = 4;
    private const int DigitsOfMillis = 13;
    private const int DigitsOfMicros = 16;

    public long OpenMillis;
    public long CloseMillis;
    public double Open;
    public double High;
    public double Low;
    public double Close;
    public double Volume;

    private static ReadOnlySpan<ulong> Powers =>
        [1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];

    /// <summary>
    /// Reads the line at the start of <paramref name="text"/>; <paramref name="length"/> becomes its length with the
    /// line feed, which must be there, with <see cref="Slack"/> bytes behind it.
    /// </summary>
    // Compiled well at once: a whole file is read before the runtime would get to it by itself.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryRead(ref byte text, out int length)
    {
        int at = 0;
        length = 0;
        if (!TryTime(ref text, ref at, out OpenMillis, mustBeWhole: true)
            || !TryNumber(ref text, ref at, out Open) || !TryNumber(ref text, ref at, out High)
            || !TryNumber(ref text, ref at, out Low) || !TryNumber(ref text, ref at, out Close)
            || !TryNumber(ref text, ref at, out Volume)
            || !TryTime(ref text, ref at, out CloseMillis, mustBeWhole: false))
        {
            return false;
        }

        // The five columns after close_time are not read, but they must be there, and no more of them.
        int commas = 0;
        while (true)
        {
            Vector256<byte> bytes = Vector256.LoadUnsafe(ref text, (nuint)at);
            uint ends = Vector256.Equals(bytes, Vector256.Create((byte)'\n')).ExtractMostSignificantBits();
            uint separators = Vector256.Equals(bytes, Vector256.Create((byte)',')).ExtractMostSignificantBits();
            if (ends != 0)
            {
                int end = BitOperations.TrailingZeroCount(ends);
                length = at + end + 1;
                return commas + BitOperations.PopCount(separators & ((1u << end) - 1)) == CommasAfterClose;
            }

            commas += BitOperations.PopCount(separators);
            at += Vector256<byte>.Count;
        }
    }

    // 13 digits are milliseconds, 16 are microseconds; others are left to the general path.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryTime(ref byte text, ref int at, out long millis, bool mustBeWhole)
    {
        ulong head = Load(ref text, at) ^ Zeros;
        ulong tail = Load(ref text, at + 8) ^ Zeros;
        int tailDigits = CountDigits(tail);
        int digits = 8 + tailDigits;
        millis = 0;
        if (CountDigits(head) != 8 || digits is not (DigitsOfMillis or DigitsOfMicros)
            || Unsafe.Add(ref text, at + digits) != ',')
        {
            return false;
        }

        long number = (long)((EightDigits(head) * Powers[tailDigits]) + FirstDigits(tail, tailDigits));
        at += digits + 1;
        return TimeText.TryScale(number, out millis, out bool isWhole) && (isWhole || !mustBeWhole);
    }

    // Up to seven digits, a point, up to eight digits: below 10^15, so the one division rounds correctly.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryNumber(ref byte text, ref int at, out double value)
    {
        ulong head = Load(ref text, at) ^ Zeros;
        int whole = CountDigits(head);
        if (whole is 0 or 8)
        {
            return TryLong(ref text, ref at, out value);
        }

        ulong digits = FirstDigits(head, whole);
        int end = at + whole;
        if (Unsafe.Add(ref text, end) != '.')
        {
            value = digits;
            at = end + 1;
            return Unsafe.Add(ref text, end) == ',';
        }

        ulong fraction = Load(ref text, end + 1) ^ Zeros;
        int decimals = CountDigits(fraction);
        end += 1 + decimals;
        if (decimals == 0 || Unsafe.Add(ref text, end) != ',')
        {
            return TryLong(ref text, ref at, out value);
        }

        ulong power = Powers[decimals];
        value = ((digits * power) + FirstDigits(fraction, decimals)) / (double)power;
        at = end + 1;
        return true;
    }

    // Digit by digit, for what does not fit into eight bytes twice.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool TryLong(ref byte text, ref int at, out double value)
    {
        ulong digits = 0;
        double scale = 1;
        (int whole, int decimals) = (0, 0);
        int end = at;
        for (; Digit(ref text, end) is var digit and <= 9; end++, whole++)
        {
            digits = (digits * 10) + digit;
        }

        if (Unsafe.Add(ref text, end) == '.')
        {
            // Powers of ten up to 10^22 are exact, also when they are multiplied up.
            for (end++; Digit(ref text, end) is var digit and <= 9; end++, decimals++)
            {
                digits = (digits * 10) + digit;
                scale *= 10;
            }

            whole = decimals == 0 ? 0 : whole;
        }

        value = digits / scale;
        at = end + 1;
        return Unsafe.Add(ref text, end) == ',' && whole > 0 && whole + decimals <= MostPlainDigits
            && digits <= MostExactDigits;
    }

    private static uint Digit(ref byte text, int at) => Unsafe.Add(ref text, at) - (uint)'0';

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Load(ref byte text, int at) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref text, at));

    // Bytes are digits less '0'. One above 9 sets its high bit; what it carries into later bytes does not matter.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int CountDigits(ulong eight) =>
        BitOperations.TrailingZeroCount(((eight + 0x7676_7676_7676_7676) | eight) & HighBits) >> 3;

    // The first digits moved to the end, zeros before them; the count is 1 to 8.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong FirstDigits(ulong eight, int count) => EightDigits(eight << (64 - (8 * count)));

    // Pairs, then fours, then all eight: three multiplications in place of eight.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong EightDigits(ulong digits)
    {
        digits = (digits * 10) + (digits >> 8);
        return (((digits & 0x0000_00FF_0000_00FF) * 0x000F_4240_0000_0064)
            + (((digits >> 16) & 0x0000_00FF_0000_00FF) * 0x0000_2710_0000_0001)) >> 32;
    }
}
