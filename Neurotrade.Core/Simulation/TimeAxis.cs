using System.Collections.Immutable;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Simulation;

/// <summary>
/// The union of the symbols' bars in a range, by open time (contracts 4.16), and which bar each symbol has at a time.
/// </summary>
internal sealed class TimeAxis
{
    private readonly CandleSeries[] series;
    private readonly int[] first;
    private readonly int[] end;

    // Null where a symbol has a bar at every time: then bar = first + time.
    private readonly int[]?[] lastBars;

    private TimeAxis(CandleSeries[] series, int[] first, int[] end, long[] times, int[]?[] lastBars) =>
        (this.series, this.first, this.end, Times, this.lastBars) = (series, first, end, times, lastBars);

    /// <summary>Open times, Unix milliseconds, strictly rising.</summary>
    public long[] Times { get; }

    public int Count => Times.Length;

    /// <summary>The symbol's last bar that opens at or before a time; below its first where it has none in range.</summary>
    public int LastBar(int symbol, int time) => lastBars[symbol] is { } map ? map[time] : first[symbol] + time;

    /// <summary>The symbol's first bar in range.</summary>
    public int FirstBar(int symbol) => first[symbol];

    /// <summary>One behind the symbol's last bar in range.</summary>
    public int EndBar(int symbol) => end[symbol];

    /// <summary>The symbol's first bar that opens at or after a time; its end where none does.</summary>
    public int FirstBarAtOrAfter(int symbol, int time)
    {
        int last = LastBar(symbol, time);
        return BarAt(symbol, time) >= 0 ? last : last + 1;
    }

    /// <summary>Whether the symbol has a bar at every time of the axis.</summary>
    public bool IsEveryTime(int symbol) => lastBars[symbol] is null;

    /// <summary>The symbol's bar that opens at a time, or -1.</summary>
    public int BarAt(int symbol, int time)
    {
        if (lastBars[symbol] is not { } map)
        {
            return first[symbol] + time;
        }

        int bar = map[time];
        return bar >= first[symbol] && series[symbol].Times[bar] == Times[time] ? bar : -1;
    }

    /// <summary>The time at which a symbol's bar opens; the axis' end for a bar behind its last.</summary>
    public int TimeOf(int symbol, int bar)
    {
        if (lastBars[symbol] is null)
        {
            return Math.Min(bar - first[symbol], Count);
        }

        if (bar >= end[symbol])
        {
            return Count;
        }

        int at = Times.AsSpan().BinarySearch(series[symbol].Times[bar]);
        return at >= 0 ? at : ~at;
    }

    /// <summary>The axis of bars that open in [from, to).</summary>
    public static TimeAxis Of(ImmutableArray<SymbolCandles> symbols, Instant? from, Instant? to)
    {
        CandleSeries[] series = new CandleSeries[symbols.Length];
        int[] first = new int[symbols.Length];
        int[] end = new int[symbols.Length];
        for (int i = 0; i < series.Length; i++)
        {
            series[i] = symbols[i].Bars;
            first[i] = from is null ? 0 : series[i].IndexAtOrAfter(from.Value.UnixMillis);
            int last = to is null ? series[i].Count : series[i].IndexAtOrAfter(to.Value.UnixMillis);
            end[i] = Math.Max(first[i], last);
        }

        long[] times = Union(series, first, end);
        int[]?[] lastBars = new int[]?[series.Length];
        for (int i = 0; i < series.Length; i++)
        {
            lastBars[i] = end[i] - first[i] == times.Length ? null : MapOf(times, series[i].Times[..end[i]], first[i]);
        }

        return new TimeAxis(series, first, end, times, lastBars);
    }

    private static long[] Union(CandleSeries[] series, int[] first, int[] end)
    {
        long[] union = series[0].Times[first[0]..end[0]].ToArray();
        for (int i = 1; i < series.Length; i++)
        {
            ReadOnlySpan<long> other = series[i].Times[first[i]..end[i]];
            if (!other.SequenceEqual(union))
            {
                union = Merge(union, other);
            }
        }

        return union;
    }

    private static long[] Merge(ReadOnlySpan<long> a, ReadOnlySpan<long> b)
    {
        List<long> merged = new(Math.Max(a.Length, b.Length));
        int i = 0;
        int j = 0;
        while (i < a.Length || j < b.Length)
        {
            long next = j == b.Length || (i < a.Length && a[i] <= b[j]) ? a[i] : b[j];
            i += i < a.Length && a[i] == next ? 1 : 0;
            j += j < b.Length && b[j] == next ? 1 : 0;
            merged.Add(next);
        }

        return [.. merged];
    }

    private static int[] MapOf(ReadOnlySpan<long> axis, ReadOnlySpan<long> times, int first)
    {
        int[] map = new int[axis.Length];
        int bar = first - 1;
        for (int i = 0; i < axis.Length; i++)
        {
            bar += bar + 1 < times.Length && times[bar + 1] == axis[i] ? 1 : 0;
            map[i] = bar;
        }

        return map;
    }
}
