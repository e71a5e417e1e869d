using Neurotrade.Core.Market;
using Neurotrade.Core.Research.Sweeps;

namespace Neurotrade.Core.Adapters.OpenCl;

/// <summary>Some bars in the device's memory, and before them as many as rules look back.</summary>
internal sealed class WalkTile : IDisposable
{
    private const int Fields = 5;

    private readonly OpenClQueue queue;
    private readonly SweepData data;
    private readonly CandleSeries candles;
    private readonly WalkColumns columns;
    private readonly int[] dayOfRow;
    private readonly Reals fields;
    private readonly Reals values;

    /// <param name="queue">Of the device.</param>
    /// <param name="batch">Bars and their days.</param>
    /// <param name="columns">What rules and sizes read.</param>
    /// <param name="rows">How many bars a tile has, its history aside.</param>
    /// <param name="isSingle">Whether numbers have 32 bits.</param>
    public WalkTile(OpenClQueue queue, SweepBatch batch, WalkColumns columns, int rows, bool isSingle)
    {
        (this.queue, data, candles, this.columns) = (queue, batch.Data, batch.Columns.Candles, columns);
        int most = Math.Min(candles.Count, columns.History + rows);
        dayOfRow = new int[most];
        fields = new Reals(most * Fields, isSingle);
        values = new Reals(most * columns.Count, isSingle);
        Times = queue.Room<long>(most);
        Days = queue.Room<int>(most);
        Candles = queue.Room<byte>(fields.Bytes.Length);
        Columns = queue.Room<byte>(values.Bytes.Length);
    }

    /// <summary>Open times.</summary>
    public OpenClBuffer Times { get; }

    /// <summary>The day that ends with a bar in range, counted from 0; −1 for none.</summary>
    public OpenClBuffer Days { get; }

    /// <summary>Open, high, low, close and volume.</summary>
    public OpenClBuffer Candles { get; }

    /// <summary>Indicators and what else lies in columns.</summary>
    public OpenClBuffer Columns { get; }

    /// <summary>Writes the bars from one to before another; returns the bar of the first row.</summary>
    public int Write(int from, int to)
    {
        int firstRow = Math.Max(0, from - columns.History);
        int count = to - firstRow;
        columns.Fill(values, firstRow, count);
        columns.FillCandles(fields, firstRow, count);
        FillDays(firstRow, count);
        queue.Write(Times, candles.Times.Slice(firstRow, count));
        queue.Write<int>(Days, dayOfRow.AsSpan(0, count));
        queue.Write<byte>(Candles, fields.Bytes[..(count * Fields * fields.Width)]);
        queue.Write<byte>(Columns, values.Bytes[..(count * columns.Count * values.Width)]);
        return firstRow;
    }

    public void Dispose()
    {
        Times.Dispose();
        Days.Dispose();
        Candles.Dispose();
        Columns.Dispose();
    }

    private void FillDays(int firstRow, int count)
    {
        dayOfRow.AsSpan().Fill(-1);
        int at = Array.BinarySearch(data.DayEnds, firstRow - data.First);
        for (int day = at < 0 ? ~at : at; day < data.DayEnds.Length && data.First + data.DayEnds[day] < firstRow + count; day++)
        {
            dayOfRow[data.First + data.DayEnds[day] - firstRow] = day;
        }
    }
}
