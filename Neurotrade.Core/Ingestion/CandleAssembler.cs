using System.Collections.Immutable;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Ingestion;

/// <summary>
/// Turns the rows of one or more files into one series: sorted, each time once, aligned; and says what it found
/// (contracts 2).
/// </summary>
public static class CandleAssembler
{
    /// <summary>
    /// The series of all the rows, later files after earlier ones. Every row must be one symbol's and one timeframe's.
    /// No valid row at all is an <see cref="InputException"/>.
    /// </summary>
    public static LoadedCandles Assemble(IReadOnlyList<CandleRows> files, Symbol symbol, Timeframe timeframe)
    {
        CandleRows rows = files.Count == 1 ? files[0] : CandleRows.Joined(files);
        List<Problem> misaligned = [];
        SortedRows sorted = SortedRows.Of(rows);
        long misalignedRows = sorted.DropMisaligned(timeframe, misaligned);
        long refused = files.Sum(file => file.RefusedRows) + misalignedRows;
        ImmutableArray<Problem> refusals = FirstRefusals(files, misaligned);
        if (sorted.Count == 0)
        {
            throw NoValidRow(files[0].File, refusals);
        }

        CandleSeries series = sorted.ToSeries(symbol, timeframe);
        List<Problem> truncated = [];
        ImmutableArray<Instant> truncatedBars = sorted.TruncatedBars(timeframe, truncated);
        QualityReport quality = new()
        {
            Rows = rows.Count + files.Sum(file => file.RefusedRows),
            Candles = series.Count,
            First = new Instant(series.Times[0]),
            Last = new Instant(series.Times[^1]),
            RefusedRows = refused,
            Refusals = refusals,
            DuplicateRows = sorted.DuplicateRows,
            RevisedRows = sorted.RevisedRows,
            Revised = [.. sorted.Revised],
            UnsortedRows = sorted.UnsortedRows,
            Gaps = Quality.Gaps(series),
            TruncatedBars = truncatedBars,
            TruncatedRows = [.. truncated],
            ZeroVolumeBars = Quality.ZeroVolumeBars(series),
        };
        return new LoadedCandles(series, quality);
    }

    /// <summary>The exception of a file in which nothing was valid: its first refusals, then that.</summary>
    internal static InputException NoValidRow(string file, IEnumerable<Problem> refusals) =>
        new([.. refusals, new Problem(file, 0, 0, "no valid row is left, expected at least one candle")]);

    // Refusals by alignment are found last, but are named where they stand.
    private static ImmutableArray<Problem> FirstRefusals(IReadOnlyList<CandleRows> files, List<Problem> misaligned)
    {
        if (misaligned.Count == 0 && files.Count == 1)
        {
            return [.. files[0].Refusals];
        }

        Dictionary<string, int> order = [];
        for (int i = 0; i < files.Count; i++)
        {
            order.TryAdd(files[i].File, i);
        }

        return
        [
            .. files.SelectMany(file => file.Refusals).Concat(misaligned)
                .OrderBy(problem => order[problem.File]).ThenBy(problem => problem.Line)
                .Take(QualityReport.MostNamed),
        ];
    }
}
