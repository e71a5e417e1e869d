using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Neurotrade.Core.Ingestion;

/// <summary>
/// The fast path over a line of Binance's archive, which is nearly every line there is: plain digits, no blanks, no
/// quotes, no signs. Whatever it does not recognise it leaves to <see cref="CandleLine"/>, which reads everything.
/// </summary>
internal ref struct KlineLine
{
    /// <summary>Bytes that must be readable behind the text, so that eight can be loaded at once anywhere in it.</summary>
    public const int Slack = 32;

    private const ulong Zeros = 0x3030_3030_3030_3030;
    private const ulong MostExactDigits = 1UL << 53;
    private const int MostPlainDigits = 18;
    private const int ColumnsAfterClose = 5;

    public long OpenMillis;
    public long CloseMillis;
    public double Open;
    public double High;
    public double Low;
    public double Close;
    public double Volume;

    /// <summary>
    /// Reads the line at the start of <paramref name="text"/>; <paramref name="length"/> becomes its length with the
    /// line feed, which must be there.
    /// </summary>
    public bool TryRead(ReadOnlySpan<byte> text, out int length)
    {
        int at = 0;
        length = 0;
        if (!TryTime(text, ref at, out OpenMillis, mustBeWhole: true)
            || !TryNumber(text, ref at, out Open) || !TryNumber(text, ref at, out High)
            || !TryNumber(text, ref at, out Low) || !TryNumber(text, ref at, out Close)
            || !TryNumber(text, ref at, out Volume)
            || !TryTime(text, ref at, out CloseMillis, mustBeWhole: false))
        {
            return false;
        }

        // The five columns after close_time are not read, but they must be there, and no more of them.
        int commas = 0;
        for (; text[at] != '\n'; at++)
        {
            commas += text[at] == ',' ? 1 : 0;
        }

        length = at + 1;
        return commas == ColumnsAfterClose - 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryTime(ReadOnlySpan<byte> text, ref int at, out long millis, bool mustBeWhole)
    {
        millis = 0;
        ulong head = Load(text, at);
        if (!AreDigits(head))
        {
            return false;
        }

        long number = (long)EightDigits(head);
        int end = at + 8;
        for (uint digit = text[end] - (uint)'0'; digit <= 9; digit = text[++end] - (uint)'0')
        {
            number = (number * 10) + digit;
        }

        bool isRead = end - at <= MostPlainDigits && text[end] == ',' && TimeText.TryScale(number, out millis, out bool isWhole)
            && (isWhole || !mustBeWhole);
        at = end + 1;
        return isRead;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryNumber(ReadOnlySpan<byte> text, ref int at, out double value)
    {
        ulong digits = 0;
        int start = at;
        int end = at;
        for (uint digit = text[end] - (uint)'0'; digit <= 9; digit = text[++end] - (uint)'0')
        {
            digits = (digits * 10) + digit;
        }

        int whole = end - start;
        value = digits;
        if (text[end] == '.')
        {
            ulong fraction = Load(text, end + 1);
            if (AreDigits(fraction) && text[end + 9] == ',' && whole < 11)
            {
                digits = (digits * 100_000_000) + EightDigits(fraction);
                value = digits / 1e8;
                at = end + 10;
                return digits <= MostExactDigits && whole > 0;
            }

            return TryDecimals(text, ref at, end, digits, whole, out value);
        }

        at = end + 1;
        return text[end] == ',' && whole is > 0 and < 16;
    }

    private static bool TryDecimals(
        ReadOnlySpan<byte> text, ref int at, int end, ulong digits, int whole, out double value)
    {
        double scale = 1;
        int first = ++end;
        for (uint digit = text[end] - (uint)'0'; digit <= 9; digit = text[++end] - (uint)'0')
        {
            digits = (digits * 10) + digit;
            scale *= 10;
        }

        // Powers of ten up to 10^22 are exact, also when they are multiplied up.
        int decimals = end - first;
        value = digits / scale;
        at = end + 1;
        return text[end] == ',' && whole > 0 && decimals > 0 && whole + decimals <= MostPlainDigits
            && digits <= MostExactDigits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Load(ReadOnlySpan<byte> text, int at) =>
        BinaryPrimitives.ReadUInt64LittleEndian(text.Slice(at, sizeof(ulong)));

    // A digit is 0x30 to 0x39: its high half is 3, and adding 6 does not carry out of its low half.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AreDigits(ulong eight) =>
        ((eight & 0xF0F0_F0F0_F0F0_F0F0) | (((eight + 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0) >> 4))
            == 0x3333_3333_3333_3333;

    // Pairs, then fours, then all eight: three multiplications in place of eight.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong EightDigits(ulong eight)
    {
        ulong digits = eight - Zeros;
        digits = (digits * 10) + (digits >> 8);
        return (((digits & 0x0000_00FF_0000_00FF) * 0x000F_4240_0000_0064)
            + (((digits >> 16) & 0x0000_00FF_0000_00FF) * 0x0000_2710_0000_0001)) >> 32;
    }
}
