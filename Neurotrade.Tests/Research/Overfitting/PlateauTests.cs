using Neurotrade.Core.Research.Overfitting;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Tests.Research.Overfitting;

public sealed class PlateauTests
{
    private static readonly SweepPlan Plan = SweepPlan.Of(
        [new StrategyParameter("x", 0, 0, 4, 1), new StrategyParameter("y", 0, 0, 4, 1), new StrategyParameter("z", 7, null, null, null)],
        Sweeps.Sweeps.Set());

    // x = 2, y = 2 is combination 12 of 25; its neighbours are the eight around it.
    [Fact]
    public void Neighbours_InTheMiddle_AreTheEightAround() =>
        Assert.Equal([6, 7, 8, 11, 13, 16, 17, 18], Plateau.NeighboursOf(Plan, 12));

    [Fact]
    public void Neighbours_InACorner_AreThoseThatThereAre() => Assert.Equal([1, 5, 6], Plateau.NeighboursOf(Plan, 0));

    // Past six parameters, one at a time: two for each, of 3⁷.
    [Fact]
    public void Neighbours_OfManyParameters_AreAStepOnOne()
    {
        SweepPlan many = SweepPlan.Of(
            [.. Enumerable.Range(0, 7).Select(i => new StrategyParameter($"p{i}", 0, 0, 2, 1))], Sweeps.Sweeps.Set());

        Assert.Equal(14, Plateau.NeighboursOf(many, many.Count / 2).Distinct().Count());
    }

    [Theory]
    [InlineData(0.9, false)]
    [InlineData(0.5, false)]
    [InlineData(0.4, true)]
    [InlineData(-1, true)]
    [InlineData(double.NaN, true)]
    public void IsSpike_OfNeighbours_IsWhetherTheyFallUnderHalf(double neighbours, bool isSpike)
    {
        Plateau found = Plateau.Of(Plan, 12, one => one == 12 ? 2 : 2 * neighbours);

        Assert.Equal((2.0, 8, isSpike), (found.Score, found.Neighbours, found.IsSpike));
        Assert.Equal(double.IsNaN(neighbours) ? null : neighbours, found.Share);
    }

    // A neighbour that was tried and has no objective counts as the lowest; one that was not tried does not count.
    [Fact]
    public void Median_WithMissingNeighbours_CountsThemLowest()
    {
        double?[] scores = new double?[25];
        (scores[12], scores[6], scores[7], scores[8]) = (2, double.NaN, 1, 1.5);

        Plateau found = Plateau.Of(Plan, 12, one => scores[one]);

        Assert.Equal((3, 1.0, double.NaN), (found.Neighbours, found.Median, found.Worst));
    }

    [Fact]
    public void IsSpike_WhereItCannotBeTold_IsMissing()
    {
        Assert.Null(Plateau.Of(Plan, 12, one => one == 12 ? 2 : null).IsSpike);
        Assert.Null(Plateau.Of(Plan, 12, _ => -1).IsSpike);
        Assert.Null(Plateau.Of(Plan, 12, _ => null).IsSpike);
    }
}
