using Neurotrade.Core.Research;
using Neurotrade.Core.Research.Overfitting;

namespace Neurotrade.Tests.Research.Overfitting;

public sealed class SharpeSampleTests
{
    // D. H. Bailey and M. López de Prado, The Sharpe Ratio Efficient Frontier, Journal of Risk 15(2), 2012, the numerical
    // example of the probabilistic Sharpe ratio (PSR): monthly returns with mean 0.036 and deviation 0.079. What it prints is
    // rounded to three digits, the ratio that goes in too.
    [Theory]
    [InlineData(24, 0, 3, 0.982)]
    [InlineData(24, -2.448, 10.164, 0.913)]
    [InlineData(36, -2.448, 10.164, 0.953)]
    public void ChanceAbove_OfThePapersHedgeFund_IsThePapers(int months, double skew, double kurtosis, double expected)
    {
        SharpeSample sample = new(0.458, months, skew, kurtosis);

        Assert.Equal(expected, sample.ChanceAbove(0)!.Value, 0.001);
    }

    // The same paper, minimum track record length (MinTRL) at 95%: a true annual ratio above 1 where 2 is observed, from
    // normal daily returns; and from monthly ones with the skew and kurtosis of a hedge fund index.
    [Theory]
    [InlineData(250, 0, 3, 2.73)]
    [InlineData(12, -0.72, 5.78, 4.99)]
    public void LeastCount_OfThePapersExamples_IsThePapersYears(int periods, double skew, double kurtosis, double years)
    {
        SharpeSample sample = new(2 / Math.Sqrt(periods), 100, skew, kurtosis);

        Assert.Equal(years, sample.LeastCount(1 / Math.Sqrt(periods), 0.95)!.Value / periods, 0.005);
    }

    // The length is the one at which the chance reaches the confidence.
    [Theory]
    [InlineData(0.1, 0, 0.4, 4)]
    [InlineData(0.3, 0.05, -2, 12)]
    [InlineData(-0.1, -0.2, 1, 3)]
    public void ChanceAbove_AfterTheLeastCount_IsTheConfidence(double sharpe, double benchmark, double skew, double kurtosis)
    {
        double least = new SharpeSample(sharpe, 2, skew, kurtosis).LeastCount(benchmark, 0.9)!.Value;

        double before = new SharpeSample(sharpe, (int)Math.Floor(least), skew, kurtosis).ChanceAbove(benchmark)!.Value;
        double after = new SharpeSample(sharpe, (int)Math.Ceiling(least), skew, kurtosis).ChanceAbove(benchmark)!.Value;

        Assert.True(before <= 0.9 && after >= 0.9, $"{before} {after}");
    }

    [Fact]
    public void LeastCount_OfARatioNotAboveTheBenchmark_IsMissing() =>
        Assert.Null(new SharpeSample(0.1, 100, 0, 3).LeastCount(0.1, 0.95));

    [Fact]
    public void Of_ReturnsWithoutDeviation_IsMissing()
    {
        Assert.Null(SharpeSample.Of([]));
        Assert.Null(SharpeSample.Of([0.01]));
        Assert.Null(SharpeSample.Of([0.01, 0.01, 0.01]));
    }

    // Two returns far apart have moments of their own: skew 0, raw kurtosis 1.
    [Fact]
    public void Of_TwoReturns_HasTheirMoments()
    {
        SharpeSample sample = SharpeSample.Of([0.03, -0.01])!.Value;

        Assert.Equal(0.01 / Math.Sqrt(0.0008), sample.Sharpe, 12);
        Assert.Equal((2, 0.0, 1.0), (sample.Count, Math.Round(sample.Skew, 9), Math.Round(sample.Kurtosis, 9)));
    }

    // Quantiles of tables, and back again through the distribution.
    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.95, 1.6448536269514722)]
    [InlineData(0.975, 1.959963984540054)]
    [InlineData(0.01, -2.3263478740408408)]
    [InlineData(0.999999, 4.753424308822899)]
    public void NormalDistribution_Quantile_IsTheTables(double share, double expected)
    {
        Assert.Equal(expected, NormalDistribution.Quantile(share), 1e-8);
        Assert.Equal(share, NormalDistribution.Below(NormalDistribution.Quantile(share)), 1e-12);
    }

    [Fact]
    public void NormalDistribution_Quantile_OutsideItsRange_IsInfiniteOrMissing()
    {
        Assert.Equal(double.NegativeInfinity, NormalDistribution.Quantile(0));
        Assert.Equal(double.PositiveInfinity, NormalDistribution.Quantile(1));
        Assert.True(double.IsNaN(NormalDistribution.Quantile(1.1)) && double.IsNaN(NormalDistribution.Quantile(double.NaN)));
    }
}
