using Neurotrade.Core.Research.Overfitting;

namespace Neurotrade.Tests.Research.Overfitting;

public sealed class BacktestOverfittingTests
{
    // Worked out apart from this code by the algorithm of D. H. Bailey, J. Borwein, M. López de Prado and Q. Zhu, The
    // Probability of Backtest Overfitting, 2017, section 2: three combinations, nine days of which the last eight make
    // four blocks of two, six halves.
    [Fact]
    public void Of_FourBlocks_IsThePapersAlgorithm()
    {
        double[][] returns =
        [
            [.02, -.01, .03, .01, -.02, .00, -.01, .015, .01],
            [-.01, .01, -.02, .02, .03, .01, .02, -.015, .0],
            [.00, .01, .005, -.01, .015, -.005, .01, .02, -.02],
        ];

        BacktestOverfitting found = BacktestOverfitting.Of(returns, 4, 1, TestContext.Current.CancellationToken)!;

        Assert.Equal((3, 4, 8), (found.Combinations, found.Blocks, found.Days));
        double third = Math.Log(1.0 / 3);
        double[] expected = [0, third, third, third, 0, third];
        Assert.All(expected.Zip(found.Logits), pair => Assert.Equal(pair.First, pair.Second, 12));
        Assert.Equal(1, found.Probability);
        Assert.Equal(1.0 / 3, found.Loss, 12);
        Assert.Equal(-0.29617559084596, found.Degradation!.Value, 9);
    }

    // The paper's own checks in kind: one combination that is truly better is found in every half, and nothing but noise
    // leaves the choice anywhere.
    [Fact]
    public void Of_NoiseOrAnEdge_TellsThemApart()
    {
        double[] probabilities = [.. Enumerable.Range(0, 20).Select(seed => Noise(seed, edge: 0).Probability)];

        Assert.InRange(probabilities.Average(), 0.35, 0.65);
        Assert.All(Enumerable.Range(0, 5), seed => Assert.True(Noise(seed, edge: 0.006).Probability < 0.02));
    }

    // Where every combination comes to the same in all, whoever did best in one half must do worst in the other.
    [Fact]
    public void Of_CombinationsOfOneMean_IsCertain()
    {
        double[][] returns = [.. Matrix(3).Select(series => series.Select(value => value - series.Average()).ToArray())];

        BacktestOverfitting found = BacktestOverfitting.Of(returns, 16, -1, TestContext.Current.CancellationToken)!;

        Assert.True(found.Probability > 0.99, $"{found.Probability}");
        Assert.True(found.Degradation < -0.5, $"{found.Degradation}");
    }

    [Fact]
    public void Of_AnyThreads_IsTheSame()
    {
        BacktestOverfitting one = BacktestOverfitting.Of(Matrix(1), 10, 1, TestContext.Current.CancellationToken)!;
        BacktestOverfitting many = BacktestOverfitting.Of(Matrix(1), 10, 4, TestContext.Current.CancellationToken)!;

        Assert.Equal(252, one.Logits.Length);
        Assert.Equal(one.Logits, many.Logits);
        Assert.Equal(one.Degradation, many.Degradation);
    }

    [Fact]
    public void Of_TooLittle_IsMissing()
    {
        Assert.Null(BacktestOverfitting.Of([], 4, 1, TestContext.Current.CancellationToken));
        Assert.Null(BacktestOverfitting.Of([new double[100]], 4, 1, TestContext.Current.CancellationToken));
        Assert.Null(BacktestOverfitting.Of([new double[7], new double[7]], 4, 1, TestContext.Current.CancellationToken));
    }

    // Combinations that never traded have a ratio of 0, all of one rank.
    [Fact]
    public void Of_NothingButStanding_RanksInTheMiddle()
    {
        BacktestOverfitting found = BacktestOverfitting.Of(
            [new double[8], new double[8], new double[8]], 4, 1, TestContext.Current.CancellationToken)!;

        Assert.All(found.Logits, logit => Assert.Equal(0, logit));
        Assert.Equal((1.0, 0.0, null), (found.Probability, found.Loss, found.Degradation));
    }

    private static BacktestOverfitting Noise(int seed, double edge)
    {
        double[][] returns = Matrix(seed);
        returns[7] = [.. returns[7].Select(value => value + edge)];
        return BacktestOverfitting.Of(returns, 8, -1, TestContext.Current.CancellationToken)!;
    }

    private static double[][] Matrix(int seed)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, 40).Select(_ =>
            Enumerable.Range(0, 480).Select(_ => (random.NextDouble() + random.NextDouble() - 1) / 50).ToArray())];
    }
}
