using System.Collections.Immutable;
using Neurotrade.Core.Market;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Tests.Research.Sweeps;

public sealed class SweepPlanTests
{
    private static readonly StrategyParameter Fast = new("fast", 10, 5, 20, 5);
    private static readonly StrategyParameter Stop =
        new("stop", 0.02, 0.01, 0.03, 0.005) { Unit = ValueUnit.Ratio };

    private static readonly StrategyParameter Plain = new("plain", 7, null, null, null);

    // contracts 5.4: left out, a parameter runs over its min..max by step, in file order, the first slowest.
    [Fact]
    public void Of_NothingSet_RunsOverEachOwnRangeTheFirstSlowest()
    {
        SweepPlan plan = SweepPlan.Of([Stop, Fast, Plain], Sweeps.Set());

        Assert.Equal(5 * 4, plan.Count);
        Assert.Equal(["stop=1%", "fast=5", "plain=7"], Row(plan, 0));
        Assert.Equal(["stop=1%", "fast=10", "plain=7"], Row(plan, 1));
        Assert.Equal(["stop=1.5%", "fast=5", "plain=7"], Row(plan, 4));
        Assert.Equal(["stop=3%", "fast=20", "plain=7"], Row(plan, 19));
    }

    // contracts 3: step k of a range is the nearest double to the decimal lo + k × step, hi included.
    [Fact]
    public void Of_ARange_TakesExactDecimalSteps()
    {
        SweepPlan plan = SweepPlan.Of(
            [new StrategyParameter("x", 0.1, null, null, null)], Sweeps.Set("x=0.1:0.7:0.2"));

        Assert.Equal([0.1, 0.3, 0.5, 0.7], plan.Axes[0].Values);
    }

    [Fact]
    public void Of_ListsAndValues_KeepTheirOrder()
    {
        SweepPlan plan = SweepPlan.Of([Fast, Stop], Sweeps.Set("fast=20, 5,10", "stop=2%"));

        Assert.Equal([20, 5, 10], plan.Axes[0].Values);
        Assert.Equal([0.02], plan.Axes[1].Values);
    }

    [Theory]
    [InlineData("fast=1:20:5", "'fast=1:20:5': '1' is outside the parameter's range 5 to 20")]
    [InlineData("fast=5:20", "'fast=5:20': expected lo:hi:step, such as 10:50:5")]
    [InlineData("fast=5:20:0", "'fast=5:20:0': the step must lie above 0")]
    [InlineData("fast=20:5:1", "'fast=20:5:1': the range begins above its end")]
    [InlineData("fast=5,5", "'fast=5,5': '5' stands there twice")]
    [InlineData("fast=5,", "'fast=5,': '' is no value; expected one such as 10")]
    [InlineData("fast=5:20:0.00001", "'fast=5:20:0.00001': more than 1000000 steps")]
    [InlineData("stop=0.01", "'stop=0.01': '0.01' has another unit than the file's 2%")]
    [InlineData("fust=5", "'fust' is no parameter of the strategy. Did you mean `fast`?")]
    public void Of_WhatCannotBeUsed_IsRefusedWithItsReason(string set, string problem)
    {
        InputException refused = Assert.Throws<InputException>(() => SweepPlan.Of([Fast, Stop], Sweeps.Set(set)));

        Assert.Equal(problem, Assert.Single(refused.Problems).Message);
    }

    [Fact]
    public void Of_NoParameters_IsRefused() => Assert.Throws<InputException>(() => SweepPlan.Of([], Sweeps.Set()));

    [Fact]
    public void Of_MoreCombinationsThanNumbers_IsRefused()
    {
        ImmutableArray<StrategyParameter> many =
            [.. Enumerable.Range(0, 9).Select(i => new StrategyParameter($"p{i}", 0, 0, 99, 1))];

        Assert.Throws<InputException>(() => SweepPlan.Of(many, Sweeps.Set()));
        Assert.Equal(100_000_000, SweepPlan.Of(many[..4], Sweeps.Set()).Count);
        Assert.NotNull(new SweepSearch.Grid().Refusal(SweepPlan.Of(many[..4], Sweeps.Set())));
        Assert.Null(new SweepSearch.Random(10, 1).Refusal(SweepPlan.Of(many[..4], Sweeps.Set())));
    }

    [Fact]
    public void Positions_OfEachCombination_LeadBackToIt()
    {
        SweepPlan plan = SweepPlan.Of([Fast, Stop, Plain], Sweeps.Set("plain=1,2,3"));
        int[] positions = new int[3];

        for (long i = 0; i < plan.Count; i++)
        {
            plan.Positions(i, positions);
            Assert.Equal(i, plan.CombinationAt(positions));
        }
    }

    [Fact]
    public void Random_Draws_WithoutPuttingBackAndTheSameForASeed()
    {
        SweepPlan plan = SweepPlan.Of([new StrategyParameter("x", 0, 0, 999_999, 1)], Sweeps.Set());

        long[] drawn = new SweepSearch.Random(500, 3).Drawn(plan)!;

        Assert.Equal(500, drawn.Distinct().Count());
        Assert.All(drawn, one => Assert.InRange(one, 0, plan.Count - 1));
        Assert.InRange(drawn.Average(), 450_000, 550_000);
        Assert.Equal(drawn, new SweepSearch.Random(500, 3).Drawn(plan)!);
        Assert.NotEqual(drawn, new SweepSearch.Random(500, 4).Drawn(plan)!);
        Assert.Null(new SweepSearch.Random(2_000_000, 3).Drawn(plan));
    }

    private static string[] Row(SweepPlan plan, long combination)
    {
        ImmutableSortedDictionary<string, string> set = plan.SetOf(combination);
        return [.. plan.Axes.Select(axis => $"{axis.Name}={set[axis.Name]}")];
    }
}
