using System.Collections.Immutable;
using Neurotrade.Core.Simulation;

namespace Neurotrade.Core.Research.Overfitting;

/// <summary>How resampled trades follow one another.</summary>
public enum TradeOrder
{
    /// <summary>Every trade once, in another order: what the order of the same trades did.</summary>
    Shuffled,

    /// <summary>Blocks of trades drawn with putting back: what other trades of the same kind would have done.</summary>
    Blocks,
}

/// <summary>
/// Monte Carlo of trades: the closed trades in other orders, each gaining or losing the share of equity that it did, with
/// the distribution of where equity ends and how deep it falls between trades.
/// </summary>
/// <param name="Order">How they were resampled.</param>
/// <param name="Block">Trades of a block; 1 where shuffled.</param>
/// <param name="Runs">How many orders.</param>
/// <param name="Return">Final equity / capital − 1.</param>
/// <param name="MaxDrawdown">A positive fraction, the capital being the first peak.</param>
/// <param name="Actual">What the trades came to in their own order, by the same reckoning.</param>
/// <param name="Bands">Equity / capital after so many trades, at most fifty of them, the last included.</param>
public sealed record TradeResampling(
    TradeOrder Order,
    int Block,
    int Runs,
    Spread Return,
    Spread MaxDrawdown,
    TradePath Actual,
    ImmutableArray<TradeBand> Bands)
{
    private const int MostBands = 50;

    /// <summary>Resamples a run's closed trades in order of exit; null under two of them.</summary>
    /// <param name="result">The run.</param>
    /// <param name="order">How trades follow one another.</param>
    /// <param name="runs">How many orders are drawn.</param>
    /// <param name="seed">Of whatever is drawn.</param>
    /// <param name="threads">How many work at most; −1: all cores. Changes nothing.</param>
    /// <param name="cancellation">Ends it.</param>
    public static TradeResampling? Of(
        BacktestResult result, TradeOrder order, int runs, int seed, int threads, CancellationToken cancellation)
    {
        double[] gains = GainsOf(result);
        return gains.Length < 2 ? null : Of(gains, order, runs, seed, threads, cancellation);
    }

    /// <summary>The same of shares of equity that trades gained or lost, in their order, at least two.</summary>
    internal static TradeResampling Of(
        double[] gains, TradeOrder order, int runs, int seed, int threads, CancellationToken cancellation)
    {
        // The cube root keeps what follows from trade to trade, and leaves enough blocks to draw from.
        int block = order == TradeOrder.Shuffled ? 1 : Math.Max(1, (int)Math.Round(Math.Cbrt(gains.Length)));
        int[] steps = [.. Enumerable.Range(1, Math.Min(MostBands, gains.Length))
            .Select(i => (int)((long)i * gains.Length / Math.Min(MostBands, gains.Length)))];
        double[] returns = new double[runs];
        double[] drawdowns = new double[runs];
        double[][] equity = [.. steps.Select(_ => new double[runs])];
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        Parallel.For(0, runs, parallel, run =>
        {
            double[] drawn = Drawn(gains, order, block, new Draws(seed, order.ToString(), run));
            TradePath path = TradePath.Of(drawn, steps, (step, value) => equity[step][run] = value);
            (returns[run], drawdowns[run]) = (path.Return, path.MaxDrawdown);
        });
        return new TradeResampling(
            order, block, runs, Spread.Of(returns), Spread.Of(drawdowns), TradePath.Of(gains, [], (_, _) => { }),
            [.. steps.Select((step, at) => new TradeBand(step, Spread.Of(equity[at])))]);
    }

    private static double[] Drawn(double[] gains, TradeOrder order, int block, Draws draws)
    {
        double[] drawn = [.. gains];
        if (order == TradeOrder.Shuffled)
        {
            draws.Shuffle(drawn.AsSpan());
            return drawn;
        }

        int[] places = new int[gains.Length];
        draws.Blocks(places, gains.Length, block);
        for (int i = 0; i < drawn.Length; i++)
        {
            drawn[i] = gains[places[i]];
        }

        return drawn;
    }

    // Of the balance that the trades closed before it left; it ends where nothing is left.
    private static double[] GainsOf(BacktestResult result)
    {
        List<double> gains = [];
        double balance = result.Capital;
        foreach (BacktestTrade trade in result.Trades.OrderBy(trade => trade.ExitMillis).ThenBy(trade => trade.Id))
        {
            if (balance <= 0)
            {
                break;
            }

            gains.Add(trade.Pnl / balance);
            balance += trade.Pnl;
        }

        return [.. gains];
    }
}

/// <summary>What one order of trades came to.</summary>
/// <param name="Return">Final equity / capital − 1.</param>
/// <param name="MaxDrawdown">Between trades, a positive fraction.</param>
public readonly record struct TradePath(double Return, double MaxDrawdown)
{
    /// <summary>Walks gains one after another and tells equity / capital after the trades asked for.</summary>
    internal static TradePath Of(ReadOnlySpan<double> gains, ReadOnlySpan<int> steps, Action<int, double> tell)
    {
        (double equity, double peak, double depth, int step) = (1, 1, 0, 0);
        for (int i = 0; i < gains.Length; i++)
        {
            equity = Math.Max(0, equity * (1 + gains[i]));
            peak = Math.Max(peak, equity);
            depth = Math.Max(depth, (peak - equity) / peak);
            if (step < steps.Length && steps[step] == i + 1)
            {
                tell(step++, equity);
            }
        }

        return new TradePath(equity - 1, depth);
    }
}

/// <summary>Where equity / capital lies after so many trades.</summary>
public readonly record struct TradeBand(int Trades, Spread Equity);
