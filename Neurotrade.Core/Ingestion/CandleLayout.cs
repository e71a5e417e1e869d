using System.Text;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Ingestion;

/// <summary>Which column of a candle file holds what; indexes from 0, -1 where a file has no such column.</summary>
internal sealed record CandleLayout(int Columns, int Time, int Open, int High, int Low, int Close, int Volume, int CloseTime)
{
    public const int MostColumns = 64;
    private const int LongestSample = 60;

    private static readonly string[][] Names =
    [
        ["time", "timestamp", "date", "open_time"], ["open"], ["high"], ["low"], ["close"], ["volume"], ["close_time"],
    ];

    /// <summary>Binance's archive: 12 columns in a fixed order, whether or not a header names them.</summary>
    public static CandleLayout Kline { get; } = new(12, 0, 1, 2, 3, 4, 5, 6);

    /// <summary>Whether rows are Binance's, so that the fast path may read them.</summary>
    public bool IsKline => this == Kline;

    /// <summary>Whether the first line of a file is data rather than a header.</summary>
    public static bool StartsLikeData(ReadOnlySpan<byte> line) =>
        line.Length > 0 && (line[0] is >= (byte)'0' and <= (byte)'9' or (byte)'-' or (byte)'+' or (byte)'.'
            || (line.Length > 1 && line[0] == '"' && line[1] is >= (byte)'0' and <= (byte)'9'));

    /// <summary>Reads a header; every problem with it is one entry of the exception.</summary>
    public static CandleLayout FromHeader(ReadOnlySpan<byte> line, string file, int lineNumber)
    {
        List<Problem> problems = [];
        Span<FieldRange> fields = stackalloc FieldRange[MostColumns];
        int count = FieldRange.Split(line, fields);
        if (count > MostColumns)
        {
            throw new InputException(new Problem(file, lineNumber, 0,
                $"the header has more than {MostColumns} columns, expected a candle file"));
        }

        int[] found = [-1, -1, -1, -1, -1, -1, -1];
        for (int column = 0; column < count; column++)
        {
            string name = Encoding.UTF8.GetString(fields[column].Of(line)).ToLowerInvariant();
            int role = Array.FindIndex(Names, names => names.Contains(name));
            if (role >= 0 && found[role] >= 0)
            {
                problems.Add(new Problem(file, lineNumber, fields[column].Start + 1,
                    $"a second column for {Names[role][0]} ('{name}'), expected one"));
            }
            else if (role >= 0)
            {
                found[role] = column;
            }
        }

        for (int role = 0; role < 6; role++)
        {
            if (found[role] < 0)
            {
                problems.Add(new Problem(file, lineNumber, 1, MissingColumn(role, line)));
            }
        }

        return problems.Count > 0
            ? throw new InputException(problems)
            : new CandleLayout(count, found[0], found[1], found[2], found[3], found[4], found[5], found[6]);
    }

    /// <summary>The start of a field or line for a message, control characters replaced.</summary>
    public static string Sample(ReadOnlySpan<byte> text)
    {
        string sample = Encoding.UTF8.GetString(text[..Math.Min(text.Length, LongestSample)]);
        string clean = string.Concat(sample.Select(c => char.IsControl(c) ? '?' : c));
        return text.Length > LongestSample ? clean + "…" : clean;
    }

    private static string MissingColumn(int role, ReadOnlySpan<byte> line)
    {
        string hint = line.Contains((byte)';') || line.Contains((byte)'\t')
            ? "; columns must be separated by commas" : string.Empty;
        return $"the header has no column {string.Join(" or ", Names[role])}, "
            + $"expected time, open, high, low, close and volume{hint}";
    }
}
