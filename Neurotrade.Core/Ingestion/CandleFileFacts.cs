using Neurotrade.Core.Market;

namespace Neurotrade.Core.Ingestion;

/// <summary>What a candle file's name and rows tell about its symbol and timeframe (contracts 1).</summary>
public static class CandleFileFacts
{
    private static readonly string[] Extensions = [".csv.gz", ".csv", ".zip"];

    /// <summary>Whether a file is one that holds candles, by its name's end.</summary>
    public static bool IsCandleFile(string name) => Extension(name) is not null;

    /// <summary>
    /// Symbol and timeframe of a name that follows Binance's, such as <c>BTCUSDT-1m-2020.csv.gz</c>; the folder and the
    /// end of the name are left out of account.
    /// </summary>
    public static bool TryParseName(string name, out Symbol symbol, out Timeframe timeframe)
    {
        (symbol, timeframe) = (default, default);
        string[] parts = Stem(name).Split('-');
        return parts.Length >= 2 && Symbol.TryParseJoined(parts[0], out symbol)
            && Timeframe.TryParse(parts[1], out timeframe);
    }

    /// <summary>The symbol that a file's name tells, or, of an archive's entry, else the archive's.</summary>
    public static Symbol? SymbolOf(string source, CandleRows rows) =>
        TryParseName(rows.File, out Symbol symbol, out _) || TryParseName(source, out symbol, out _) ? symbol : null;

    /// <summary>The most frequent spacing of a file's rows, milliseconds; 0 where there is a single row.</summary>
    public static long SpacingOf(CandleRows rows) => SortedRows.Of(rows).MostFrequentSpacing();

    /// <summary>Whether a file's rows, or its name where there is a single one, tell its timeframe.</summary>
    public static bool TellsTimeframe(CandleRows rows) => SpacingOf(rows) is > 0 and long spacing
        ? Timeframe.TryFromMillis(spacing, out _)
        : TryParseName(rows.File, out _, out _);

    /// <summary>A file's name without folder and ending.</summary>
    public static string Stem(string name)
    {
        string file = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        return file[..^(Extension(file)?.Length ?? 0)];
    }

    /// <summary>
    /// The timeframe of a file's rows: the most frequent spacing, or what its name says where there is a single row. A
    /// timeframe asked for must not be longer than the spacing.
    /// </summary>
    public static Timeframe TimeframeOf(CandleRows rows, Timeframe? asked)
    {
        if (rows.Count == 0)
        {
            throw CandleAssembler.NoValidRow(rows.File, rows.Refusals);
        }

        long spacing = SpacingOf(rows);
        if (asked is { } timeframe)
        {
            return spacing == 0 || spacing >= timeframe.Millis
                ? timeframe
                : throw Unusable(rows, spacing, $"coarser rows for --timeframe {timeframe}; leave it out to resample");
        }

        if (spacing == 0)
        {
            return TryParseName(rows.File, out _, out Timeframe named)
                ? named
                : throw new InputException(new Problem(rows.File, 0, 0,
                    "a single row does not tell the timeframe, expected --timeframe"));
        }

        return Timeframe.TryFromMillis(spacing, out Timeframe found)
            ? found
            : throw Unusable(rows, spacing, "a timeframe that divides a day, whole days or a week, or --timeframe");
    }

    private static InputException Unusable(CandleRows rows, long spacing, string expected) => new(new Problem(
        rows.File, 0, 0, $"most rows are {TimeSpan.FromMilliseconds(spacing):c} apart, expected {expected}"));

    private static string? Extension(string name) =>
        Array.Find(Extensions, extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase));
}
