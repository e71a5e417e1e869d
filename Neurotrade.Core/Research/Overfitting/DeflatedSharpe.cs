namespace Neurotrade.Core.Research.Overfitting;

/// <summary>How much of the best of many tries is to be expected from having tried so many.</summary>
/// <param name="Sample">The best one's own returns.</param>
/// <param name="Trials">All that were tried.</param>
public sealed record DeflatedSharpe(SharpeSample Sample, TrialSummary Trials)
{
    /// <summary>The chance that the true Sharpe ratio lies above 0, had this been the only try.</summary>
    public double? Probabilistic => Sample.ChanceAbove(0);

    /// <summary>
    /// The deflated Sharpe ratio: the chance that the true Sharpe ratio lies above what so many tries without skill would
    /// come to (D. H. Bailey and M. López de Prado, The Deflated Sharpe Ratio, 2014, equation 2).
    /// </summary>
    public double? Deflated => Trials.ExpectedMaximum is { } expected ? Sample.ChanceAbove(expected) : null;

    /// <summary>Whether the deflated ratio reaches <see cref="SharpeSample.Confidence"/>.</summary>
    public bool IsSignificant => Deflated >= SharpeSample.Confidence;

    /// <summary>The best annual Sharpe ratio to be expected of so many tries without skill.</summary>
    public double? ExpectedMaximumAnnual => Metrics.Annual(Trials.ExpectedMaximum);

    /// <summary>
    /// Days like these after which the deflated ratio would reach <see cref="SharpeSample.Confidence"/>; null where the
    /// ratio is below what chance would come to: no track record is long enough.
    /// </summary>
    public double? LeastDays =>
        Trials.ExpectedMaximum is { } expected ? Sample.LeastCount(expected, SharpeSample.Confidence) : null;
}
