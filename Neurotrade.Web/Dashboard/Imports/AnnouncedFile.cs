using System.Globalization;
using Neurotrade.Core.Ingestion;

namespace Neurotrade.Web.Dashboard.Imports;

/// <summary>A file that a browser will send, as it says.</summary>
internal sealed record AnnouncedFile(string Name, long Bytes)
{
    /// <summary>The largest file.</summary>
    public const long MostBytes = 512L << 20;

    private const int LongestName = 120;

    /// <summary>What it shows of its name: no folder, and nothing that would turn or break the line it stands in.</summary>
    public string ShownName => Clean(Name);

    /// <summary>Why none of it need be sent; null where it may be candles.</summary>
    public FileFault? Fault => Bytes switch
    {
        <= 0 => FileFault.OfAll("The file is empty."),
        > MostBytes => FileFault.OfAll($"Larger than {MostBytes >> 20} MB, the most a file may be. Compress it, or bring it in parts."),
        _ => CandleFileFacts.IsCandleFile(ShownName)
            ? null
            : FileFault.OfAll("Not a candle file; expected one that ends in .csv, .csv.gz or .zip."),
    };

    /// <summary>Words from outside, fit to be shown in a line.</summary>
    public static string Clean(string text)
    {
        string last = text.Split('/', '\\')[^1];
        string plain = string.Concat(last.Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format));
        return plain.Length <= LongestName ? plain : plain[^LongestName..];
    }
}
