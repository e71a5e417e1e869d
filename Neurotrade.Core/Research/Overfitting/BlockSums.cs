using Neurotrade.Core.Market;

namespace Neurotrade.Core.Research.Overfitting;

/// <summary>
/// Sums of returns and of their squares, a block of days a row and a combination a column, from which the Sharpe ratio of
/// any set of blocks follows without looking at the days again.
/// </summary>
internal sealed class BlockSums
{
    private readonly int combinations;
    private readonly int blocks;
    private readonly int days;
    private readonly double[] sums;
    private readonly double[] squares;

    /// <param name="returns">An array for each combination, all of one length.</param>
    /// <param name="blocks">How many blocks.</param>
    /// <param name="days">Days of a block; the last blocks × days are used.</param>
    public BlockSums(IReadOnlyList<double[]> returns, int blocks, int days)
    {
        (combinations, this.blocks, this.days) = (returns.Count, blocks, days);
        sums = new double[blocks * combinations];
        squares = new double[blocks * combinations];
        for (int combination = 0; combination < combinations; combination++)
        {
            Guard.That(returns[combination].Length == returns[0].Length);
            ReadOnlySpan<double> used = returns[combination].AsSpan(returns[0].Length - (blocks * days));
            for (int day = 0; day < used.Length; day++)
            {
                int at = (day / days * combinations) + combination;
                sums[at] += used[day];
                squares[at] += used[day] * used[day];
            }
        }
    }

    /// <summary>
    /// The combination that the blocks of a half choose: its Sharpe ratio there, that in the other blocks, and the
    /// logarithm of the odds of its rank there, the mean of ranks where some are equal.
    /// </summary>
    /// <param name="half">A bit a block.</param>
    public (double Own, double Other, double Logit) Choose(uint half)
    {
        double[] own = Ratios(half);
        double[] other = Ratios(~half);
        int best = 0;
        for (int i = 1; i < own.Length; i++)
        {
            best = own[i] > own[best] ? i : best;
        }

        double rank = 0.5;
        foreach (double ratio in other)
        {
            rank += ratio < other[best] ? 1 : ratio == other[best] ? 0.5 : 0;
        }

        double share = rank / (combinations + 1);
        return (own[best], other[best], Math.Log(share / (1 - share)));
    }

    // What did not move has the ratio 0: it neither gained nor lost.
    private double[] Ratios(uint half)
    {
        double[] sum = new double[combinations];
        double[] square = new double[combinations];
        int count = 0;
        for (int block = 0; block < blocks; block++)
        {
            if ((half >> block & 1) != 0)
            {
                count += days;
                Add(sums.AsSpan(block * combinations, combinations), sum);
                Add(squares.AsSpan(block * combinations, combinations), square);
            }
        }

        for (int i = 0; i < combinations; i++)
        {
            double mean = sum[i] / count;
            double variance = (square[i] - (sum[i] * mean)) / (count - 1);

            // Rounding leaves a trace of a variance that is none.
            sum[i] = variance > 1e-12 * square[i] ? mean / Math.Sqrt(variance) : 0;
        }

        return sum;
    }

    private static void Add(ReadOnlySpan<double> some, Span<double> to)
    {
        for (int i = 0; i < to.Length; i++)
        {
            to[i] += some[i];
        }
    }
}
