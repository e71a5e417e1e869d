using Neurotrade.Core.Market;

namespace Neurotrade.Core.Ingestion;

/// <summary>
/// The valid rows of one file, as they stand in it, before they are sorted, and what was refused. Grows as rows come.
/// </summary>
public sealed class CandleRows(string file)
{
    private const int FirstCapacity = 4096;
    private const int MostRows = 100_000_000;

    /// <summary>Stands for a close time less open time that a row does not have.</summary>
    internal const long NoDuration = long.MaxValue;

    private readonly List<Problem> refusals = [];
    private readonly List<(int Row, long Millis)> otherDurations = [];
    private long[] times = [];
    private double[] opens = [];
    private double[] highs = [];
    private double[] lows = [];
    private double[] closes = [];
    private double[] volumes = [];
    private int[] lines = [];
    private long usualDuration = NoDuration;
    private (int FirstRow, string File)[] parts = [(0, file)];

    /// <summary>The file's name as the person gave it; an archive's entry is <c>archive.zip/entry.csv</c>.</summary>
    public string File { get; } = file;

    /// <summary>Valid rows.</summary>
    public int Count { get; private set; }

    /// <summary>Rows that were refused.</summary>
    public long RefusedRows { get; private set; }

    /// <summary>The first <see cref="QualityReport.MostNamed"/> refused rows.</summary>
    public IReadOnlyList<Problem> Refusals => refusals;

    /// <summary>Open times in the order of the file, Unix milliseconds.</summary>
    public ReadOnlySpan<long> Times => times.AsSpan(0, Count);

    /// <summary>Close time less open time of most rows, milliseconds; <see cref="NoDuration"/> where there is no close time.</summary>
    internal long UsualDuration => usualDuration;

    /// <summary>The rows whose close time lies otherwise, in rising order.</summary>
    internal IReadOnlyList<(int Row, long Millis)> OtherDurations => otherDurations;

    /// <summary>The line, from 1, in which a row stands.</summary>
    internal int LineOf(int row) => lines[row];

    /// <summary>The file in which a row stands, where several were joined.</summary>
    internal string FileOf(int row) => Array.FindLast(parts, part => part.FirstRow <= row).File;

    internal (long[] Times, double[] Opens, double[] Highs, double[] Lows, double[] Closes, double[] Volumes) Columns =>
        (times, opens, highs, lows, closes, volumes);

    internal Candle this[int row] =>
        new(times[row], opens[row], highs[row], lows[row], closes[row], volumes[row]);

    /// <summary>Stored candles as rows, numbered from 1, so that they may be joined with files.</summary>
    internal static CandleRows Of(string name, CandleSeries series)
    {
        CandleRows rows = new(name);
        rows.Reserve(series.Count);
        for (int i = 0; i < series.Count; i++)
        {
            rows.Add(series[i], i + 1, NoDuration);
        }

        return rows;
    }

    /// <summary>The rows of several files, one behind the other; refused rows stay with their files.</summary>
    internal static CandleRows Joined(IReadOnlyList<CandleRows> files)
    {
        CandleRows joined = new(files[0].File);
        joined.Reserve(files.Sum(file => (long)file.Count));
        List<(int, string)> parts = [];
        foreach (CandleRows file in files)
        {
            parts.Add((joined.Count, file.File));
            int other = 0;
            for (int row = 0; row < file.Count; row++)
            {
                bool isOther = other < file.otherDurations.Count && file.otherDurations[other].Row == row;
                joined.Add(file[row], file.lines[row], isOther ? file.otherDurations[other++].Millis : file.UsualDuration);
            }
        }

        joined.parts = [.. parts];
        return joined;
    }

    /// <summary>Makes room for so many rows in all.</summary>
    internal void Reserve(long rows)
    {
        if (rows > times.Length)
        {
            int capacity = (int)Math.Min(rows, MostRows);
            Grow(ref times, capacity);
            Grow(ref opens, capacity);
            Grow(ref highs, capacity);
            Grow(ref lows, capacity);
            Grow(ref closes, capacity);
            Grow(ref volumes, capacity);
            Grow(ref lines, capacity);
        }
    }

    /// <summary>Takes a valid candle that stands in a line, with its close time less open time.</summary>
    internal void Add(in Candle candle, int line, long duration)
    {
        int row = Count;
        if (row == times.Length)
        {
            ReserveMore(line);
        }

        times[row] = candle.OpenMillis;
        opens[row] = candle.Open;
        highs[row] = candle.High;
        lows[row] = candle.Low;
        closes[row] = candle.Close;
        volumes[row] = candle.Volume;
        lines[row] = line;
        Count = row + 1;
        if (duration != usualDuration)
        {
            AddDuration(row, duration);
        }
    }

    /// <summary>Counts a row that is not a valid candle, and names it if it is one of the first.</summary>
    internal void Refuse(int line, int column, string message)
    {
        RefusedRows++;
        if (refusals.Count < QualityReport.MostNamed)
        {
            refusals.Add(new Problem(File, line, column, message));
        }
    }

    private void ReserveMore(int line)
    {
        if (Count >= MostRows)
        {
            throw new InputException(new Problem(File, line, 0, $"more than {MostRows} rows, expected fewer"));
        }

        Reserve(Math.Max(FirstCapacity, 2L * Count));
    }

    private void AddDuration(int row, long duration)
    {
        if (row == 0)
        {
            usualDuration = duration;
        }
        else
        {
            otherDurations.Add((row, duration));
        }
    }

    private void Grow<T>(ref T[] column, int capacity)
    {
        T[] larger = GC.AllocateUninitializedArray<T>(capacity);
        column.AsSpan(0, Count).CopyTo(larger);
        column = larger;
    }
}
