namespace Neurotrade.Core.Research.Sweeps;

/// <summary>
/// Tree-structured Parzen estimator over the steps of each axis (J. Bergstra et al., Algorithms for Hyper-Parameter
/// Optimization, 2011): after some drawn at random, combinations are proposed where good ones lie densely beside bad ones.
/// Rounds are of one size, so what is proposed does not depend on how many threads run it; seeded; never the same twice.
/// </summary>
internal sealed class GuidedSearch
{
    /// <summary>Combinations proposed at once.</summary>
    public const int RoundSize = 16;

    private const int LeastAtRandom = 2 * RoundSize;
    private const int Candidates = 24;

    // The share of what was tried that counts as good, as in the paper.
    private const double GoodShare = 0.2;

    private readonly SweepPlan plan;
    private readonly System.Random random;
    private readonly long trials;
    private readonly HashSet<long> proposed = [];
    private readonly List<SweepKey> learned = [];

    /// <param name="plan">What may be tried.</param>
    /// <param name="trials">How many are proposed in all, at most.</param>
    /// <param name="seed">Of whatever is drawn.</param>
    public GuidedSearch(SweepPlan plan, int trials, int seed)
    {
        this.plan = plan;
        this.trials = Math.Min(trials, plan.Count);
        random = new System.Random(seed);
    }

    /// <summary>The next round; empty when all trials are made.</summary>
    public long[] Next()
    {
        List<long> round = [];
        (double[] Good, double[] Bad)[]? model = learned.Count < LeastAtRandom ? null : Model();
        while (round.Count < RoundSize && proposed.Count < trials)
        {
            long one = model is null ? AtRandom() : Promising(model) ?? AtRandom();
            proposed.Add(one);
            round.Add(one);
        }

        return [.. round];
    }

    /// <summary>Takes what a combination came to; NaN where it has no objective.</summary>
    public void Learn(long combination, double score) => learned.Add(new SweepKey(score, combination, 0));

    private long AtRandom()
    {
        const int attempts = 64;
        for (int i = 0; i < attempts; i++)
        {
            long drawn = random.NextInt64(plan.Count);
            if (!proposed.Contains(drawn))
            {
                return drawn;
            }
        }

        // Nearly all are tried: the next after a drawn one, round the end.
        long next = random.NextInt64(plan.Count);
        while (proposed.Contains(next))
        {
            next = next + 1 == plan.Count ? 0 : next + 1;
        }

        return next;
    }

    // For each axis, how densely the good and the bad lie at each of its steps.
    private (double[] Good, double[] Bad)[] Model()
    {
        SweepKey[] sorted = [.. learned];
        Array.Sort(sorted, SweepKey.Compare);
        int good = Math.Max(2, (int)(GoodShare * sorted.Length));
        (double[] Good, double[] Bad)[] model = new (double[], double[])[plan.Axes.Length];
        int[][] positions = [.. sorted.Select(key =>
        {
            int[] at = new int[plan.Axes.Length];
            plan.Positions(key.Combination, at);
            return at;
        })];
        for (int axis = 0; axis < model.Length; axis++)
        {
            int steps = plan.Axes[axis].Values.Length;
            model[axis] = (
                Density(steps, positions.AsSpan(0, good), axis), Density(steps, positions.AsSpan(good), axis));
        }

        return model;
    }

    // Cauchy's kernel needs no exponential, so every machine draws the same.
    private static double[] Density(int steps, ReadOnlySpan<int[]> positions, int axis)
    {
        double[] density = new double[steps];
        double width = Math.Max(1, steps / (2 * Math.Sqrt(positions.Length + 1)));
        double sum = 0;
        for (int step = 0; step < steps; step++)
        {
            // One more that lies everywhere keeps every step possible.
            double at = 1.0 / steps;
            foreach (int[] position in positions)
            {
                double away = (step - position[axis]) / width;
                at += 1 / (width * (1 + (away * away)));
            }

            density[step] = at;
            sum += at;
        }

        for (int step = 0; step < steps; step++)
        {
            density[step] /= sum;
        }

        return density;
    }

    // Of some drawn where the good lie, the one where they outweigh the bad most.
    private long? Promising((double[] Good, double[] Bad)[] model)
    {
        long? best = null;
        double most = 0;
        int[] positions = new int[model.Length];
        for (int i = 0; i < Candidates; i++)
        {
            double gain = 1;
            for (int axis = 0; axis < positions.Length; axis++)
            {
                positions[axis] = Draw(model[axis].Good);
                gain *= model[axis].Good[positions[axis]] / model[axis].Bad[positions[axis]];
            }

            long combination = plan.CombinationAt(positions);
            if (gain > most && !proposed.Contains(combination))
            {
                (best, most) = (combination, gain);
            }
        }

        return best;
    }

    private int Draw(double[] density)
    {
        double left = random.NextDouble();
        for (int step = 0; step < density.Length - 1; step++)
        {
            left -= density[step];
            if (left < 0)
            {
                return step;
            }
        }

        return density.Length - 1;
    }
}
