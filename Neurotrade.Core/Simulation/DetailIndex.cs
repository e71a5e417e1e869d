using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Core.Simulation;

/// <summary>
/// Where each bar's finer candles lie, and which bars have them all (contracts 4.17). The ranges are those that the
/// walk will see: of the finer candles where a bar is walked in them, else the bar's own.
/// </summary>
internal sealed class DetailIndex
{
    private readonly int[] starts;
    private readonly double[] highs;
    private readonly double[] lows;

    private DetailIndex(CandleSeries candles, int perBar, int[] starts, BitColumn missing, double[] highs, double[] lows) =>
        (Candles, PerBar, this.starts, Missing, this.highs, this.lows) = (candles, perBar, starts, missing, highs, lows);

    public CandleSeries Candles { get; }

    /// <summary>Finer candles in a whole bar.</summary>
    public int PerBar { get; }

    /// <summary>Bars that lack at least one finer candle.</summary>
    public BitColumn Missing { get; }

    /// <summary>The highest price that the walk sees in each bar.</summary>
    public ReadOnlySpan<double> Highs => highs;

    /// <summary>The lowest price that the walk sees in each bar.</summary>
    public ReadOnlySpan<double> Lows => lows;

    /// <summary>The index of a bar's first finer candle; the bar must have them all.</summary>
    public int Start(int bar) => starts[bar];

    public static DetailIndex Of(CandleSeries bars, CandleSeries detail)
    {
        Guard.That(detail.Timeframe < bars.Timeframe && detail.Timeframe.Divides(bars.Timeframe));
        int perBar = (int)(bars.Timeframe.Millis / detail.Timeframe.Millis);
        int[] starts = new int[bars.Count];
        BitColumn missing = new(bars.Count);
        double[] highs = bars.Highs.ToArray();
        double[] lows = bars.Lows.ToArray();
        ReadOnlySpan<long> fine = detail.Times;
        int at = 0;
        for (int bar = 0; bar < starts.Length; bar++)
        {
            long open = bars.Times[bar];
            while (at < fine.Length && fine[at] < open)
            {
                at++;
            }

            // Times rise strictly on the grid, so first and last in place means that all are there.
            int last = at + perBar - 1;
            bool isWhole = last < fine.Length && fine[at] == open
                && fine[last] == open + bars.Timeframe.Millis - detail.Timeframe.Millis;
            starts[bar] = at;
            missing[bar] = !isWhole;
            if (isWhole)
            {
                highs[bar] = LevelLanes.Max(detail.Highs[at..(last + 1)]);
                lows[bar] = LevelLanes.Min(detail.Lows[at..(last + 1)]);
            }
        }

        return new DetailIndex(detail, perBar, starts, missing, highs, lows);
    }
}
