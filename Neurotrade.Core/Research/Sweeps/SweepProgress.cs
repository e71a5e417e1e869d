namespace Neurotrade.Core.Research.Sweeps;

/// <summary>How far a sweep has come.</summary>
/// <param name="Done">Combinations tried, those of an earlier start and those refused included.</param>
/// <param name="Total">Combinations to try.</param>
/// <param name="Refused">Combinations whose values do not make a strategy.</param>
/// <param name="Best">The best row so far; null before the first that has an objective.</param>
/// <param name="BestScore">Its objective.</param>
public sealed record SweepProgress(long Done, long Total, long Refused, SweepRow? Best, double BestScore)
{
    /// <summary>The share that is done, from 0 to 1.</summary>
    public double Share => Total == 0 ? 1 : (double)Done / Total;
}
