using Neurotrade.Core.Research;
using Neurotrade.Core.Research.Overfitting;
using Neurotrade.Core.Research.Sweeps;

namespace Neurotrade.Tests.Research.Overfitting;

public sealed class DeflatedSharpeTests
{
    // D. H. Bailey and M. López de Prado, The Deflated Sharpe Ratio, Journal of Portfolio Management 40(5), 2014, "A
    // numerical example": an annual ratio of 2.5 from 1,250 days (250 a year), trials' annual ratios with variance 1/2.
    // After 100 trials 0.1132 a day is to be expected and the deflated ratio is 0.9004; after 46 it would be 0.9505, and
    // had the returns been normal, after 88.
    [Theory]
    [InlineData(100, -3, 10, 0.9004)]
    [InlineData(46, -3, 10, 0.9505)]
    [InlineData(88, 0, 3, 0.9505)]
    public void Deflated_OfThePapersStrategist_IsThePapers(int trials, double skew, double kurtosis, double expected)
    {
        DeflatedSharpe deflated = new(
            new SharpeSample(2.5 / Math.Sqrt(250), 1250, skew, kurtosis), new TrialSummary(trials, 0.5 / 250));

        Assert.Equal(expected, deflated.Deflated!.Value, 0.00005);
        Assert.Equal(expected >= 0.95, deflated.IsSignificant);
    }

    [Fact]
    public void ExpectedMaximum_OfThePapersTrials_IsThePapers() =>
        Assert.Equal(0.1132, new TrialSummary(100, 0.5 / 250).ExpectedMaximum!.Value, 0.00005);

    // D. H. Bailey, J. Borwein, M. López de Prado and Q. Zhu, Pseudo-Mathematics and Financial Charlatanism, Notices of the
    // AMS 61(5), 2014: of ten trials with ratios of variance 1 the best comes to 1.57 (equation 4); of 45 over five years,
    // whose variance is a fifth, to 1 (equation 6).
    [Theory]
    [InlineData(10, 1, 1.57)]
    [InlineData(45, 0.2, 1)]
    public void ExpectedMaximum_OfOtherTrials_IsThePapers(int trials, double variance, double expected) =>
        Assert.Equal(expected, new TrialSummary(trials, variance).ExpectedMaximum!.Value, 0.005);

    [Fact]
    public void Deflated_OfASingleTry_IsTheProbabilistic()
    {
        DeflatedSharpe single = new(new SharpeSample(0.1, 300, 0.2, 4), TrialSummary.Of([2.1]));

        Assert.Equal(single.Probabilistic, single.Deflated);
    }

    [Fact]
    public void Deflated_WhereTheSpreadOfTrialsIsNotKnown_IsMissing()
    {
        DeflatedSharpe unknown = new(new SharpeSample(0.1, 300, 0.2, 4), TrialSummary.Of([2.1, double.NaN]));

        Assert.Equal((2, null), (unknown.Trials.Count, unknown.Trials.Variance));
        Assert.Null(unknown.Deflated);
        Assert.False(unknown.IsSignificant);
    }

    // Annual ratios in, the variance of daily ones out; their order changes no bit.
    [Fact]
    public void Summary_OfTrials_CountsAllAndSpreadsThoseWithARatio()
    {
        double[] sharpes = [.. Enumerable.Range(0, 100).Select(i => Math.Sin(i) * 3)];
        TrialSummary summary = TrialSummary.Of([1, double.NaN, 2, 3]);

        Assert.Equal(4, summary.Count);
        Assert.Equal(1.0 / 365, summary.Variance!.Value, 15);
        Assert.Equal(TrialSummary.Of(sharpes), TrialSummary.Of(sharpes.Reverse()));
    }

    // What a row says of its Sharpe ratio and what its returns say are the same.
    [Fact]
    public void CombinationReturns_OfARow_HaveItsSharpe()
    {
        SweepInput input = Sweeps.Sweeps.Input(Sweeps.Sweeps.TwoAverages, Sweeps.Sweeps.Candles(2000));
        (SweepRow[] rows, _, _) = Sweeps.Sweeps.Run(input);
        TrialSummary trials = TrialSummary.Of(rows.Select(row => row.Figures[RunFigures.Sharpe]));

        DeflatedSharpe best = CombinationReturns.Deflated(input, rows[7].Combination, trials, TestContext.Current.CancellationToken)!;

        Assert.Equal(rows[7].Figures[RunFigures.Sharpe], Metrics.Annual(best.Sample.Sharpe)!.Value, 12);
        Assert.True(best.Deflated < best.Probabilistic);
    }
}
