using Neurotrade.Core.Market;

namespace Neurotrade.Web.Dashboard.Columns;

/// <summary>What a screen can show of a long series: highs and lows are kept, whatever lies between is left out.</summary>
internal static class Buckets
{
    /// <summary>Candles of a window: first open, highest high, lowest low, last close, sum of volume.</summary>
    public static CandleSeries Candles(CandleSeries series, RowWindow window)
    {
        if (window.Stride == 1)
        {
            return series.Slice(window.From, window.Count);
        }

        int count = window.Count;
        long[] times = new long[count];
        double[][] columns = [new double[count], new double[count], new double[count], new double[count], new double[count]];
        for (int i = 0; i < count; i++)
        {
            int from = window.From + (i * window.Stride);
            int length = Math.Min(window.Stride, window.To - from);
            times[i] = series.Times[from];
            columns[0][i] = series.Opens[from];
            columns[1][i] = Highest(series.Highs.Slice(from, length));
            columns[2][i] = Lowest(series.Lows.Slice(from, length));
            columns[3][i] = series.Closes[from + length - 1];
            columns[4][i] = Sum(series.Volumes.Slice(from, length));
        }

        return new CandleSeries(
            series.Symbol, series.Timeframe, times, columns[0], columns[1], columns[2], columns[3], columns[4]);
    }

    /// <summary>The last value of each bucket, as it stands at the bucket's close; NaN where it is missing.</summary>
    public static double[] Lasts(ReadOnlySpan<double> values, RowWindow window)
    {
        double[] lasts = new double[window.Count];
        for (int i = 0; i < lasts.Length; i++)
        {
            lasts[i] = values[Math.Min(window.To, window.From + ((i + 1) * window.Stride)) - 1];
        }

        return lasts;
    }

    /// <summary>
    /// The rows that a line through a window needs: of each of <paramref name="buckets"/> equal parts the lowest and the
    /// highest value in order of time, and the first and last row of all. Rows with NaN are left out.
    /// </summary>
    public static int[] Extremes(ReadOnlySpan<double> values, int from, int to, int buckets)
    {
        Guard.That(from >= 0 && to <= values.Length && buckets > 0);
        if (to - from <= 2 * buckets)
        {
            return Present(values, from, to);
        }

        var rows = new List<int>((2 * buckets) + 2);
        for (int bucket = 0; bucket < buckets; bucket++)
        {
            int start = from + (int)((long)(to - from) * bucket / buckets);
            int end = from + (int)((long)(to - from) * (bucket + 1) / buckets);
            (int lowest, int highest) = ExtremesOf(values, start, end);
            Append(rows, bucket == 0 && !double.IsNaN(values[from]) ? from : -1);
            Append(rows, Math.Min(lowest, highest));
            Append(rows, Math.Max(lowest, highest));
        }

        Append(rows, double.IsNaN(values[to - 1]) ? -1 : to - 1);
        return [.. rows];
    }

    private static int[] Present(ReadOnlySpan<double> values, int from, int to)
    {
        var rows = new List<int>(to - from);
        for (int i = from; i < to; i++)
        {
            if (!double.IsNaN(values[i]))
            {
                rows.Add(i);
            }
        }

        return [.. rows];
    }

    // Both -1 where every value is missing.
    private static (int Lowest, int Highest) ExtremesOf(ReadOnlySpan<double> values, int from, int to)
    {
        (int lowest, int highest) = (-1, -1);
        for (int i = from; i < to; i++)
        {
            lowest = !double.IsNaN(values[i]) && (lowest < 0 || values[i] < values[lowest]) ? i : lowest;
            highest = !double.IsNaN(values[i]) && (highest < 0 || values[i] > values[highest]) ? i : highest;
        }

        return (lowest, highest);
    }

    private static void Append(List<int> rows, int row)
    {
        if (row >= 0 && (rows.Count == 0 || rows[^1] < row))
        {
            rows.Add(row);
        }
    }

    private static double Highest(ReadOnlySpan<double> values)
    {
        double highest = values[0];
        foreach (double value in values)
        {
            highest = value > highest ? value : highest;
        }

        return highest;
    }

    private static double Lowest(ReadOnlySpan<double> values)
    {
        double lowest = values[0];
        foreach (double value in values)
        {
            lowest = value < lowest ? value : lowest;
        }

        return lowest;
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum;
    }
}
