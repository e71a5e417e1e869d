using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Tests.Research.Sweeps;

public sealed class GuidedSearchTests
{
    private static readonly SweepPlan Plan = SweepPlan.Of(
        [new StrategyParameter("x", 0, 0, 99, 1), new StrategyParameter("y", 0, 0, 99, 1), new StrategyParameter("z", 0, 0, 19, 1)],
        Sweeps.Set());

    // A hill over two of three parameters: what guidance is for, and what chance finds less well.
    [Fact]
    public void Guided_OnAHill_FindsHigherThanChanceDoes()
    {
        int wins = 0;
        for (int seed = 1; seed <= 20; seed++)
        {
            double guided = Best(new GuidedSearch(Plan, 200, seed), out long[] tried);
            double chance = new SweepSearch.Random(200, seed).Drawn(Plan)!.Max(Hill);
            wins += guided > chance ? 1 : 0;
            Assert.Equal(200, tried.Distinct().Count());
        }

        Assert.True(wins >= 16, $"Guided won {wins} of 20 times.");
    }

    [Fact]
    public void Guided_SameSeed_ProposesTheSame()
    {
        Best(new GuidedSearch(Plan, 100, 5), out long[] first);
        Best(new GuidedSearch(Plan, 100, 5), out long[] second);
        Best(new GuidedSearch(Plan, 100, 6), out long[] other);

        Assert.Equal(first, second);
        Assert.NotEqual(first, other);
    }

    [Fact]
    public void Guided_MoreTrialsThanCombinations_TriesEachOnce()
    {
        SweepPlan small = SweepPlan.Of([new StrategyParameter("x", 0, 0, 70, 1)], Sweeps.Set());

        Best(new GuidedSearch(small, 1000, 1), out long[] tried);

        Assert.Equal(Enumerable.Range(0, 71).Select(i => (long)i), tried.Order());
    }

    [Fact]
    public void Guided_NothingHasAnObjective_GoesOnToTheEnd()
    {
        GuidedSearch search = new(Plan, 100, 1);
        int count = 0;
        while (search.Next() is { Length: > 0 } round)
        {
            count += round.Length;
            Array.ForEach(round, one => search.Learn(one, double.NaN));
        }

        Assert.Equal(100, count);
    }

    private static double Best(GuidedSearch search, out long[] tried)
    {
        List<long> all = [];
        while (search.Next() is { Length: > 0 } round)
        {
            all.AddRange(round);
            Array.ForEach(round, one => search.Learn(one, Hill(one)));
        }

        tried = [.. all];
        return all.Max(Hill);
    }

    private static double Hill(long combination)
    {
        int[] at = new int[3];
        Plan.Positions(combination, at);
        return -(((at[0] - 37) * (at[0] - 37)) + ((at[1] - 81) * (at[1] - 81)));
    }
}
