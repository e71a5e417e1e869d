using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;

namespace Neurotrade.Core.Research.Overfitting;

/// <summary>
/// Monte Carlo of candles: the run again on markets made of blocks of its own candles, in which moves inside a block are
/// as they were and what blocks do to one another is chance.
/// </summary>
/// <param name="Block">Bars of a block.</param>
/// <param name="Runs">How many markets.</param>
/// <param name="Return">Total returns.</param>
/// <param name="Sharpe">Annual Sharpe ratios, of the markets that have one.</param>
/// <param name="MaxDrawdown">Deepest falls, positive fractions.</param>
/// <param name="Profitable">Share of markets with a return above 0.</param>
/// <param name="ActualRank">Share of markets with a lower return than the run itself had.</param>
public sealed record CandleResampling(
    int Block, int Runs, Spread Return, Spread Sharpe, Spread MaxDrawdown, double Profitable, double ActualRank)
{
    /// <summary>
    /// Runs on so many markets. Finer candles are left out: bars decide. Null where there are no two bars, or symbols
    /// whose bars open at different times.
    /// </summary>
    /// <param name="input">The run.</param>
    /// <param name="actual">What it came to.</param>
    /// <param name="runs">How many markets.</param>
    /// <param name="seed">Of whatever is drawn.</param>
    /// <param name="threads">How many work at most; −1: all cores. Changes nothing.</param>
    /// <param name="progress">Markets done, from 0 to 1.</param>
    /// <param name="cancellation">Ends it.</param>
    public static CandleResampling? Of(
        BacktestInput input,
        BacktestResult actual,
        int runs,
        int seed,
        int threads,
        IProgress<double>? progress,
        CancellationToken cancellation)
    {
        CandleSeries first = input.Symbols[0].Bars;
        if (first.Count < 2 || input.Symbols.Any(symbol => !symbol.Bars.Times.SequenceEqual(first.Times)))
        {
            return null;
        }

        // The square root leaves as many blocks as a block has bars.
        int block = Math.Max(2, (int)Math.Ceiling(Math.Sqrt(first.Count)));
        double[] figures = new double[3 * runs];
        int done = 0;
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        Parallel.For(0, runs, parallel, run =>
        {
            int[] places = new int[first.Count - 1];
            new Draws(seed, "candles", run).Blocks(places, first.Count - 1, block);
            BacktestInput resampled = input with
            {
                Symbols = [.. input.Symbols.Select(symbol => new SymbolCandles(Resampled(symbol.Bars, places), null))],
            };
            BacktestResult result = Backtest.Run(resampled, null, cancellation);
            Metrics metrics = Metrics.Of(result, [.. resampled.Symbols.Select(symbol => symbol.Bars)]);
            figures[run] = metrics.TotalReturn;
            figures[runs + run] = metrics.Sharpe ?? double.NaN;
            figures[(2 * runs) + run] = metrics.MaxDrawdown;
            progress?.Report((double)Interlocked.Increment(ref done) / runs);
        });
        double own = actual.Times.Length == 0 ? 0 : (actual.Equity[^1] / actual.Capital) - 1;
        double[] returns = figures[..runs];
        return new CandleResampling(
            block, runs, Spread.Of(returns), Spread.Of(figures.AsSpan(runs, runs)), Spread.Of(figures.AsSpan(2 * runs)),
            (double)returns.Count(value => value > 0) / runs, (double)returns.Count(value => value < own) / runs);
    }

    /// <summary>
    /// A market of the same length and times: its first candle is the series' own, each further one moves from the close
    /// before it as the candle at its place + 1 moved from its own, with that one's volume.
    /// </summary>
    internal static CandleSeries Resampled(CandleSeries series, ReadOnlySpan<int> places)
    {
        CandleColumns own = series.Columns;
        double[] opens = own.Opens.ToArray();
        double[] highs = own.Highs.ToArray();
        double[] lows = own.Lows.ToArray();
        double[] closes = own.Closes.ToArray();
        double[] volumes = own.Volumes.ToArray();
        for (int i = 1; i < closes.Length; i++)
        {
            int before = places[i - 1];
            double scale = closes[i - 1] / own.Closes[before];
            (opens[i], highs[i]) = (Price(own.Opens[before + 1] * scale), Price(own.Highs[before + 1] * scale));
            (lows[i], closes[i]) = (Price(own.Lows[before + 1] * scale), Price(own.Closes[before + 1] * scale));
            volumes[i] = own.Volumes[before + 1];
        }

        return new CandleSeries(
            series.Symbol, series.Timeframe, own.Times.ToArray(), opens, highs, lows, closes, volumes);
    }

    // On the grid of prices (contracts 4.20); rounding keeps low, open, close and high in their order.
    private static double Price(double price)
    {
        const double least = 1e-8;
        const double most = 1e12;
        return Math.Clamp(Math.Round(price, 8), least, most);
    }
}
