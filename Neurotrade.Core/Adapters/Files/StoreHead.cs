using System.Globalization;
using System.Text;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Adapters.Files;

/// <summary>
/// The head of a stored series: which generation of column files holds how many candles, with what checksums. A few
/// lines of text; whoever replaces this file changes the series, whoever read it has a whole one (docs/candle-store.md).
/// </summary>
internal sealed record StoreHead(StoreAddress Address, int Generation, int Count, ColumnChecksums Checksums)
{
    public const string FileName = "head";
    private const string FirstLine = "neurotrade-candles 1";
    private const int Lines = 12;

    public byte[] ToBytes()
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{FirstLine}\naddress {Address}\n");
        text.Append(CultureInfo.InvariantCulture, $"generation {Generation}\ncandles {Count}\n");
        for (int column = 0; column < ColumnChecksums.Names.Count; column++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{ColumnChecksums.Names[column]} {Checksums[column]:x8}\n");
        }

        uint check = ColumnChecksums.Of(Encoding.ASCII.GetBytes(text.ToString()));
        text.Append(CultureInfo.InvariantCulture, $"head {check:x8}\n");
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    /// <summary>Reads a head; one that is damaged, or another address's, is an <see cref="InputException"/>.</summary>
    public static StoreHead Read(byte[] bytes, StoreAddress address, string path)
    {
        string text = Encoding.ASCII.GetString(bytes);
        string[] lines = text.Split('\n');
        if (lines[0] != FirstLine)
        {
            throw Failure(path, $"not the head of a stored series, expected '{FirstLine}'");
        }

        int checkedLength = text.LastIndexOf("\nhead ", StringComparison.Ordinal) + 1;
        uint[] values = new uint[ColumnChecksums.Names.Count];
        (int generation, int count, uint check) = (0, 0, 0);
        bool isWhole = lines.Length == Lines && lines[^1].Length == 0 && lines[1] == $"address {address}"
            && TryNumber(lines[2], "generation", out generation) && TryNumber(lines[3], "candles", out count)
            && TryHex(lines[^2], "head", out check) && generation > 0 && count > 0
            && check == ColumnChecksums.Of(bytes.AsSpan(0, checkedLength));
        for (int column = 0; isWhole && column < values.Length; column++)
        {
            isWhole = TryHex(lines[4 + column], ColumnChecksums.Names[column], out values[column]);
        }

        return isWhole
            ? new StoreHead(address, generation, count, ColumnChecksums.From(values))
            : throw Failure(path, "damaged, or another series' head, expected its checksum to hold; "
                + ColumnStore.Remedy);
    }

    private static bool TryNumber(string line, string name, out int value)
    {
        value = 0;
        return line.StartsWith(name + ' ', StringComparison.Ordinal) && int.TryParse(
            line.AsSpan(name.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    private static bool TryHex(string line, string name, out uint value)
    {
        value = 0;
        return line.StartsWith(name + ' ', StringComparison.Ordinal) && uint.TryParse(
            line.AsSpan(name.Length + 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }

    private static InputException Failure(string path, string message) => new(new Problem(path, 0, 0, message));
}
