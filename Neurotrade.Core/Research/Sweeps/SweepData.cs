using System.Collections.Immutable;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;

namespace Neurotrade.Core.Research.Sweeps;

/// <summary>What all combinations of a sweep over one symbol share: the bars in range and where their days end.</summary>
internal sealed class SweepData
{
    private SweepData(CandleSeries bars, int first, int end, int[] dayEnds, double buyAndHold) =>
        (Bars, First, End, DayEnds, BuyAndHoldReturn, Ranges) =
        (bars, first, end, dayEnds, buyAndHold, BarRanges.Of(bars));

    public CandleSeries Bars { get; }

    /// <summary>The first bar in range.</summary>
    public int First { get; }

    /// <summary>One behind the last bar in range.</summary>
    public int End { get; }

    /// <summary>How many bars are in range.</summary>
    public int Count => End - First;

    /// <summary>The last bar of each UTC day by open time, counted from the first in range (contracts 5.1).</summary>
    public int[] DayEnds { get; }

    /// <summary>The ranges of <see cref="Bars"/>.</summary>
    public BarRanges Ranges { get; }

    /// <summary>NaN where there is none.</summary>
    public double BuyAndHoldReturn { get; }

    /// <summary>The data of a run over one symbol.</summary>
    public static SweepData Of(BacktestInput input)
    {
        (int first, int end) = FusedRuns.RangeOf(input);
        CandleSeries bars = input.Symbols[0].Bars;
        long[] times = bars.Times[first..end].ToArray();
        List<int> ends = [];
        for (int i = 0; i < times.Length; i++)
        {
            if (i + 1 == times.Length || new Instant(times[i]).Day != new Instant(times[i + 1]).Day)
            {
                ends.Add(i);
            }
        }

        ImmutableArray<CandleSeries> held = [bars];
        return new SweepData(bars, first, end, [.. ends], Metrics.BuyAndHold(times, held) ?? double.NaN);
    }
}
