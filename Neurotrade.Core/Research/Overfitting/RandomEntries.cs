using System.Collections.Immutable;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;

namespace Neurotrade.Core.Research.Overfitting;

/// <summary>
/// The entry rule held against chance: as many trades, held for as many bars, entered at random. What a trade gains is
/// counted alike for both, from the open of its first bar to the close before its exit's bar (of its first bar, where it
/// leaves in that), without costs.
/// </summary>
/// <param name="Trades">Closed trades that were tested.</param>
/// <param name="Runs">How many times entries were drawn.</param>
/// <param name="Actual">Mean gain of the run's own trades, a fraction.</param>
/// <param name="Random">Mean gains of random ones.</param>
/// <param name="PValue">
/// The chance that random entries do as well: (1 + draws at least as good) / (1 + draws).
/// </param>
public sealed record RandomEntries(int Trades, int Runs, double Actual, Spread Random, double PValue)
{
    /// <summary>Tests a run's closed trades; null without one.</summary>
    /// <param name="result">The run.</param>
    /// <param name="candles">Its symbols' bars in list order; they may reach beyond the run on both sides.</param>
    /// <param name="runs">How many times entries are drawn.</param>
    /// <param name="seed">Of whatever is drawn.</param>
    /// <param name="threads">How many work at most; −1: all cores. Changes nothing.</param>
    /// <param name="cancellation">Ends it.</param>
    public static RandomEntries? Of(
        BacktestResult result,
        ImmutableArray<CandleSeries> candles,
        int runs,
        int seed,
        int threads,
        CancellationToken cancellation)
    {
        Held[] held = [.. candles.Select(series => Held.Of(result, series)).Where(one => one.Bars.Length > 0)];
        int trades = held.Sum(one => one.Bars.Length);
        if (trades == 0)
        {
            return null;
        }

        double actual = held.Sum(one => one.Actual) / trades;
        double[] means = new double[runs];
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        Parallel.For(0, runs, parallel, run =>
        {
            Draws draws = new(seed, "entries", run);
            means[run] = held.Sum(one => one.Drawn(draws)) / trades;
        });
        return new RandomEntries(
            trades, runs, actual, Spread.Of(means), (1.0 + means.Count(mean => mean >= actual)) / (1 + runs));
    }

    /// <summary>The trades of one symbol: how many bars each lasted, and the bars that there were.</summary>
    private sealed record Held(CandleSeries Series, int[] Bars, double Actual)
    {
        public static Held Of(BacktestResult result, CandleSeries candles)
        {
            CandleSeries series = Metrics.Within(candles, result.Times);
            BacktestTrade[] own = [.. result.Trades.Where(trade => trade.Symbol == series.Symbol)];
            int[] bars = [.. own.Select(trade => Math.Max(1, trade.BarsHeld))];
            double gain = own.Select((trade, at) => Gain(series, series.IndexAtOrAfter(trade.EntryMillis), bars[at])).Sum();
            return new Held(series, bars, gain);
        }

        /// <summary>Σ gains of the same holding times in a random order, with random gaps between them.</summary>
        public double Drawn(Draws draws)
        {
            int[] bars = [.. Bars];
            draws.Shuffle(bars.AsSpan());

            // A symbol has one position at a time, so that all of them together fit into the run.
            int free = Series.Count - bars.Sum();
            int[] starts = [.. bars.Select(_ => draws.Below(free + 1)).Order()];
            (double sum, int passed) = (0, 0);
            for (int i = 0; i < bars.Length; i++)
            {
                sum += Gain(Series, starts[i] + passed, bars[i]);
                passed += bars[i];
            }

            return sum;
        }

        private static double Gain(CandleSeries series, int from, int bars) =>
            (series.Closes[from + bars - 1] / series.Opens[from]) - 1;
    }
}
