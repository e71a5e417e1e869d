using Neurotrade.Core.Research.Sweeps;

namespace Neurotrade.Core.Adapters.OpenCl;

/// <summary>
/// Combinations of one kernel, walked together: tile after tile of bars, while what each carries stays in the device's
/// memory. A walk whose trades fill their room stops at its bar, and goes on once they are fetched.
/// </summary>
internal sealed class WalkRun : IDisposable
{
    private readonly OpenClQueue queue;
    private readonly OpenClKernel kernel;
    private readonly SweepData data;
    private readonly WalkTile tile;
    private readonly WalkState state;
    private readonly WalkTrades trades;
    private readonly OpenClBuffer[] numbers;
    private readonly OpenClBuffer daily;
    private readonly IReadOnlyList<WalkMember> members;
    private readonly bool isSingle;
    private readonly int stride;
    private readonly int rows;
    private readonly int width;

    public WalkRun(
        OpenClQueue queue,
        OpenClKernel kernel,
        WalkRoom room,
        SweepBatch batch,
        WalkColumns columns,
        IReadOnlyList<WalkMember> members,
        SweepPrecision precision)
    {
        (this.queue, this.kernel, this.members, data) = (queue, kernel, members, batch.Data);
        isSingle = precision == SweepPrecision.Singles;
        stride = (members.Count + KernelText.Group - 1) / KernelText.Group * KernelText.Group;
        (width, rows) = (columns.Count, room.Rows(data.End, columns));
        tile = new WalkTile(queue, batch, columns, rows, isSingle);
        state = new WalkState(queue, data, members, stride, isSingle);
        trades = new WalkTrades(queue, members.Count, stride, room.Trades(stride, rows), isSingle);
        numbers = Numbers();
        daily = queue.Room<byte>((long)data.DayEnds.Length * stride * (isSingle ? sizeof(float) : sizeof(double)));
    }

    /// <summary>The figures of each member.</summary>
    /// <param name="advance">Is told the share that is done.</param>
    /// <param name="cancellation">Ends it between two launches.</param>
    public double[][] Run(Action<double> advance, CancellationToken cancellation)
    {
        for (int from = 0; from < data.End; from += rows)
        {
            int to = Math.Min(data.End, from + rows);
            int firstRow = tile.Write(from, to);
            kernel.Set(
                [stride, members.Count, firstRow, to, data.First, trades.Room, width],
                [
                    .. numbers, state.Rings.Layout, tile.Times, tile.Days, tile.Candles, tile.Columns, state.Reals,
                    state.Integers, state.Longs, state.Rings.Values, state.Rings.Bars, trades.Buffer, daily,
                ]);
            bool isDone;
            do
            {
                cancellation.ThrowIfCancellationRequested();
                queue.Run(kernel, stride, KernelText.Group);
                (int[] bars, int[] closed) = state.Place();
                trades.Fetch(closed);
                isDone = bars.AsSpan(0, members.Count).IndexOfAnyExcept(to) < 0;
            }
            while (!isDone);
            advance((double)to / data.End);
        }

        state.Read();
        Reals days = new(data.DayEnds.Length * stride, isSingle);
        queue.Read(daily, 0, days.Bytes);
        double[][] figures = new double[members.Count][];
        Parallel.For(0, figures.Length, i =>
            figures[i] = WalkFigures.Of(data, members[i].Strategy, state, i, Days(days, i), trades.Of(i)));
        return figures;
    }

    public void Dispose()
    {
        tile.Dispose();
        state.Dispose();
        trades.Dispose();
        daily.Dispose();
        foreach (OpenClBuffer buffer in numbers)
        {
            buffer.Dispose();
        }
    }

    private double[] Days(Reals days, int member)
    {
        double[] own = new double[data.DayEnds.Length];
        for (int day = 0; day < own.Length; day++)
        {
            own[day] = days[(day * stride) + member];
        }

        return own;
    }

    // The members' own numbers, those of one name together.
    private OpenClBuffer[] Numbers()
    {
        KernelNumbers first = members[0].Numbers;
        Reals reals = new(first.Reals.Length * stride, isSingle);
        int[] integers = new int[first.Integers.Length * stride];
        long[] longs = new long[first.Longs.Length * stride];
        for (int i = 0; i < members.Count; i++)
        {
            KernelNumbers own = members[i].Numbers;
            for (int at = 0; at < own.Reals.Length; at++)
            {
                reals[(at * stride) + i] = own.Reals[at];
            }

            for (int at = 0; at < own.Integers.Length; at++)
            {
                integers[(at * stride) + i] = own.Integers[at];
            }

            for (int at = 0; at < own.Longs.Length; at++)
            {
                longs[(at * stride) + i] = own.Longs[at];
            }
        }

        return [queue.Holding<byte>(reals.Bytes), queue.Holding<int>(integers), queue.Holding<long>(longs)];
    }
}
