using System.Collections.Immutable;
using System.Globalization;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Ingestion;

/// <summary>The rows of a file in rising order of open time, each time once: the last row of a time stands.</summary>
internal sealed class SortedRows
{
    private readonly CandleRows rows;
    private readonly List<Instant> revised = [];

    // The rows that stand, in order; null while that is all of them as they stand in the file, as it nearly always is.
    private int[]? order;

    private SortedRows(CandleRows rows) => (this.rows, Count) = (rows, rows.Count);

    public int Count { get; private set; }

    public long UnsortedRows { get; private set; }

    public long DuplicateRows { get; private set; }

    public long RevisedRows { get; private set; }

    public IReadOnlyList<Instant> Revised => revised;

    public static SortedRows Of(CandleRows rows)
    {
        SortedRows sorted = new(rows);
        if (!IsRising(rows.Times))
        {
            sorted.Sort();
        }

        return sorted;
    }

    /// <summary>Spacing between neighbours that occurs most often, the shortest of equals; 0 for fewer than two.</summary>
    public long MostFrequentSpacing()
    {
        Dictionary<long, int> counts = [];
        long last = 0;
        int run = 0;
        for (int i = 1; i < Count; i++)
        {
            long spacing = TimeAt(i) - TimeAt(i - 1);
            if (spacing == last)
            {
                run++;
                continue;
            }

            Tally(counts, last, run);
            (last, run) = (spacing, 1);
        }

        Tally(counts, last, run);
        (long Spacing, int Times) best = (0, 0);
        foreach ((long spacing, int times) in counts)
        {
            if (times > best.Times || (times == best.Times && spacing < best.Spacing))
            {
                best = (spacing, times);
            }
        }

        return best.Spacing;

        static void Tally(Dictionary<long, int> counts, long spacing, int times)
        {
            if (times > 0)
            {
                counts[spacing] = counts.GetValueOrDefault(spacing) + times;
            }
        }
    }

    /// <summary>
    /// Drops rows whose open time is not aligned, and gives how many; names the first of them in the order of the files.
    /// </summary>
    public long DropMisaligned(Timeframe timeframe, List<Problem> named)
    {
        int[]? kept = null;
        List<int> misaligned = [];
        int count = 0;
        for (int i = 0; i < Count; i++)
        {
            if (timeframe.IsAligned(TimeAt(i)))
            {
                if (kept is not null)
                {
                    kept[count] = RowAt(i);
                }

                count++;
                continue;
            }

            kept ??= Enumerable.Range(0, Count).Select(RowAt).ToArray();
            misaligned.Add(RowAt(i));
        }

        if (kept is not null)
        {
            (order, Count) = (kept, count);
            misaligned.Sort();
            named.AddRange(misaligned.Take(QualityReport.MostNamed).Select(row => new Problem(
                rows.FileOf(row), rows.LineOf(row), 0,
                $"open time {new Instant(rows.Times[row])} is not aligned, expected a multiple of {timeframe}")));
        }

        return misaligned.Count;
    }

    /// <summary>
    /// Open times of candles whose close time lies before their end; the first <see cref="QualityReport.MostNamed"/> are named by
    /// file and line too.
    /// </summary>
    public ImmutableArray<Instant> TruncatedBars(Timeframe timeframe, List<Problem> named)
    {
        long whole = timeframe.Millis - 1;
        bool isUsualShort = rows.UsualDuration < whole;
        if (!isUsualShort && rows.OtherDurations.Count == 0)
        {
            return [];
        }

        Dictionary<int, long> durations = rows.OtherDurations.ToDictionary(pair => pair.Row, pair => pair.Millis);
        ImmutableArray<Instant>.Builder found = ImmutableArray.CreateBuilder<Instant>();
        for (int i = 0; i < Count; i++)
        {
            int row = RowAt(i);
            long millis = durations.TryGetValue(row, out long other) ? other : rows.UsualDuration;
            if (millis < whole)
            {
                found.Add(new Instant(TimeAt(i)));
                if (named.Count < QualityReport.MostNamed)
                {
                    named.Add(new Problem(rows.FileOf(row), rows.LineOf(row), 0, string.Create(CultureInfo.InvariantCulture,
                        $"{new Instant(TimeAt(i))} ends after {(millis + 1) / 1000.0:0.###} s, expected {timeframe.Millis / 1000.0:0.###} s")));
                }
            }
        }

        return found.ToImmutable();
    }

    public CandleSeries ToSeries(Symbol symbol, Timeframe timeframe)
    {
        (long[] times, double[] opens, double[] highs, double[] lows, double[] closes, double[] volumes) = rows.Columns;
        return new CandleSeries(symbol, timeframe, Column(times), Column(opens), Column(highs), Column(lows),
            Column(closes), Column(volumes));
    }

    private ReadOnlyMemory<T> Column<T>(T[] column)
    {
        if (order is null)
        {
            return column.AsMemory(0, Count);
        }

        T[] gathered = new T[Count];
        for (int i = 0; i < gathered.Length; i++)
        {
            gathered[i] = column[order[i]];
        }

        return gathered;
    }

    private static bool IsRising(ReadOnlySpan<long> times)
    {
        for (int i = 1; i < times.Length; i++)
        {
            if (times[i] <= times[i - 1])
            {
                return false;
            }
        }

        return true;
    }

    private void Sort()
    {
        int[] sorted = new int[Count];
        long highest = long.MinValue;
        for (int i = 0; i < sorted.Length; i++)
        {
            sorted[i] = i;
            long time = rows.Times[i];
            UnsortedRows += time < highest ? 1 : 0;
            highest = Math.Max(highest, time);
        }

        long[] times = rows.Columns.Times;
        Array.Sort(sorted, (a, b) => times[a] != times[b] ? times[a].CompareTo(times[b]) : a.CompareTo(b));
        int kept = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            if (i + 1 < sorted.Length && times[sorted[i]] == times[sorted[i + 1]])
            {
                DropDuplicate(sorted[i], sorted[i + 1]);
                continue;
            }

            sorted[kept++] = sorted[i];
        }

        (order, Count) = (sorted, kept);
    }

    private void DropDuplicate(int earlier, int later)
    {
        DuplicateRows++;
        if (rows[earlier] == rows[later])
        {
            return;
        }

        RevisedRows++;
        if (revised.Count < QualityReport.MostNamed)
        {
            revised.Add(new Instant(rows.Times[later]));
        }
    }

    private int RowAt(int index) => order is null ? index : order[index];

    private long TimeAt(int index) => rows.Times[RowAt(index)];
}
