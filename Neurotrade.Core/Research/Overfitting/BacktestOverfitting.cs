using System.Collections.Immutable;
using System.Numerics;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Research.Overfitting;

/// <summary>
/// The probability of backtest overfitting by combinatorially symmetric cross-validation (D. H. Bailey, J. Borwein,
/// M. López de Prado and Q. Zhu, The Probability of Backtest Overfitting, Journal of Computational Finance 20(4), 2017):
/// days are cut into blocks, every half of the blocks chooses the combination with the best Sharpe ratio, and the other
/// half says how it ranks there.
/// </summary>
/// <param name="Combinations">How many combinations there were to choose from.</param>
/// <param name="Blocks">Into how many blocks the days were cut.</param>
/// <param name="Days">Days that were used; what did not fill a block was left out at the start.</param>
/// <param name="Probability">The share of halves whose choice does no better than the median in the other half.</param>
/// <param name="Loss">The share of halves whose choice has a Sharpe ratio below 0 in the other half.</param>
/// <param name="Logits">
/// One a half, in the order of halves: the logarithm of the odds of the choice's rank in the other half; 0 is the median.
/// </param>
/// <param name="Degradation">
/// Slope of the choice's Sharpe ratio in the other half over that in its own; 1 keeps all, below 0 the better it looks
/// the worse it does; null where all chose alike.
/// </param>
public sealed record BacktestOverfitting(
    int Combinations,
    int Blocks,
    int Days,
    double Probability,
    double Loss,
    ImmutableArray<double> Logits,
    double? Degradation)
{
    /// <summary>Blocks unless said: 12,870 halves, as in the paper.</summary>
    public const int DefaultBlocks = 16;

    // A block of fewer days has no Sharpe ratio to speak of.
    private const int LeastDaysOfBlock = 2;

    /// <summary>
    /// The probability over combinations' daily returns; null under two combinations and where days do not fill the blocks.
    /// </summary>
    /// <param name="returns">An array for each combination, all of one length.</param>
    /// <param name="blocks">Even, 2 to 20.</param>
    /// <param name="threads">How many work at most; −1: all cores. Changes nothing.</param>
    /// <param name="cancellation">Ends it.</param>
    public static BacktestOverfitting? Of(
        IReadOnlyList<double[]> returns, int blocks, int threads, CancellationToken cancellation)
    {
        Guard.That(blocks is >= 2 and <= 20 && blocks % 2 == 0);
        int days = returns.Count == 0 ? 0 : returns[0].Length / blocks;
        if (returns.Count < 2 || days < LeastDaysOfBlock)
        {
            return null;
        }

        BlockSums sums = new(returns, blocks, days);
        uint[] halves = [.. Enumerable.Range(0, 1 << blocks).Select(bits => (uint)bits)
            .Where(bits => BitOperations.PopCount(bits) == blocks / 2)];
        (double Own, double Other, double Logit)[] found = new (double, double, double)[halves.Length];
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        Parallel.For(0, halves.Length, parallel, i => found[i] = sums.Choose(halves[i]));
        return new BacktestOverfitting(
            returns.Count,
            blocks,
            days * blocks,
            (double)found.Count(one => one.Logit <= 0) / found.Length,
            (double)found.Count(one => one.Other < 0) / found.Length,
            [.. found.Select(one => one.Logit)],
            Slope([.. found.Select(one => one.Own)], [.. found.Select(one => one.Other)]));
    }

    private static double? Slope(double[] x, double[] y)
    {
        (double meanX, double meanY) = (Moments.Mean(x)!.Value, Moments.Mean(y)!.Value);
        (double together, double alone) = (0, 0);
        for (int i = 0; i < x.Length; i++)
        {
            together += (x[i] - meanX) * (y[i] - meanY);
            alone += (x[i] - meanX) * (x[i] - meanX);
        }

        return Moments.Ratio(together, alone);
    }
}
