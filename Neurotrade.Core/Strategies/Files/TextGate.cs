using System.Text;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Strategies.Files;

/// <summary>
/// What a strategy file's characters must satisfy before any YAML library sees them: size, encoding, no control
/// characters, bounded nesting (contracts 3).
/// </summary>
internal static class TextGate
{
    /// <summary>The largest file, in bytes.</summary>
    public const int MostBytes = 256 * 1024;

    private const char ByteOrderMark = '\uFEFF';

    /// <summary>The text of a file's bytes: UTF-8, or UTF-16 with its byte order mark.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes, string file)
    {
        if (bytes.Length > MostBytes)
        {
            throw TooLarge(file, bytes.Length);
        }

        if (bytes.StartsWith<byte>([0xFF, 0xFE, 0, 0]) || bytes.StartsWith<byte>([0, 0, 0xFE, 0xFF]))
        {
            throw At(file, 1, 1, "The file is UTF-32; save it as UTF-8.");
        }

        if (bytes.StartsWith<byte>([0xFF, 0xFE]) || bytes.StartsWith<byte>([0xFE, 0xFF]))
        {
            return DecodeWide(bytes[2..], isBigEndian: bytes[0] == 0xFE, file);
        }

        ReadOnlySpan<byte> content = bytes.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? bytes[3..] : bytes;
        int valid = ValidUtf8Length(content);
        if (valid < content.Length)
        {
            SourcePosition at = End(Encoding.UTF8.GetString(content[..valid]));
            throw At(file, at.Line, at.Column, $"The byte 0x{content[valid]:X2} is not valid UTF-8; save the file as UTF-8.");
        }

        return Encoding.UTF8.GetString(content);
    }

    /// <summary>Checks a file's text and gives it with every line ended by <c>\n</c>.</summary>
    public static SourceText Pass(string text, string file)
    {
        // UTF-8 takes at least a byte for each character, so what is longer need not be counted.
        int size = text.Length > MostBytes ? text.Length : Encoding.UTF8.GetByteCount(text);
        if (size > MostBytes)
        {
            throw TooLarge(file, size);
        }

        string content = text.Length > 0 && text[0] == ByteOrderMark ? text[1..] : text;
        content = content.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        SourceText source = new(content);
        CheckCharacters(source, file);

        // A value on a line of its own looks like one level more; the event stream counts to the exact limit.
        int tooDeep = NestingScan.FirstTooDeep(content, StrategyLimits.Nesting + 1);
        if (tooDeep >= 0)
        {
            SourcePosition at = source.At(tooDeep);
            throw At(file, at.Line, at.Column, StrategyLimits.NestingMessage);
        }

        return source;
    }

    /// <summary>Refuses what no text has: control characters, halves of surrogate pairs.</summary>
    public static void CheckCharacters(SourceText source, string file)
    {
        string text = source.Text;
        for (int i = 0; i < text.Length; i++)
        {
            string? wrong = text[i] switch
            {
                '\n' or '\t' => null,
                '\0' => "A NUL character; save the file as UTF-8 text",
                '\u2028' or '\u2029' => "A Unicode line or paragraph separator; use an ordinary line end",
                ByteOrderMark or '\uFFFE' or '\uFFFF' => "A byte order mark inside the text",
                char c when char.IsControl(c) => "A control character",
                char c when char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) => null,
                char c when char.IsLowSurrogate(c) && i > 0 && char.IsHighSurrogate(text[i - 1]) => null,
                char c when char.IsSurrogate(c) => "Half of a surrogate pair",
                _ => null,
            };
            if (wrong is not null)
            {
                SourcePosition at = source.At(i);
                throw At(file, at.Line, at.Column, $"{wrong} (U+{(int)text[i]:X4}) is not allowed in a strategy file.");
            }
        }
    }

    private static string DecodeWide(ReadOnlySpan<byte> content, bool isBigEndian, string file)
    {
        if (content.Length % 2 != 0)
        {
            throw At(file, 0, 0, "The file is UTF-16 with an odd number of bytes; save it as UTF-8.");
        }

        // Halves of surrogate pairs pass here as they are, and CheckCharacters names their place.
        char[] text = new char[content.Length / 2];
        for (int i = 0; i < text.Length; i++)
        {
            int first = content[2 * i], second = content[2 * i + 1];
            text[i] = (char)(isBigEndian ? first << 8 | second : second << 8 | first);
        }

        return new string(text);
    }

    private static int ValidUtf8Length(ReadOnlySpan<byte> content)
    {
        int at = 0;
        while (at < content.Length)
        {
            if (Rune.DecodeFromUtf8(content[at..], out _, out int used) != System.Buffers.OperationStatus.Done)
            {
                return at;
            }

            at += used;
        }

        return at;
    }

    private static SourcePosition End(string text)
    {
        SourceText source = new(text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'));
        return source.At(source.Text.Length);
    }

    private static InputException TooLarge(string file, int size) =>
        At(file, 0, 0, $"The file has {size} bytes; a strategy file may have at most {MostBytes} (256 KiB).");

    private static InputException At(string file, int line, int column, string message) =>
        new(new Problem(file, line, column, message));
}
