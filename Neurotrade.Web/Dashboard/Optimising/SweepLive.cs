using System.Collections.Immutable;
using Neurotrade.Core.Research.Sweeps;

namespace Neurotrade.Web.Dashboard.Optimising;

/// <summary>How far a running sweep is.</summary>
/// <param name="Done">Combinations tried.</param>
/// <param name="Total">Combinations to try.</param>
/// <param name="DoneBefore">Of those tried, what an earlier start had done.</param>
/// <param name="Best">The best so far; null before the first with an objective.</param>
/// <param name="Curve">The best objective after so many combinations, at each at which it rose.</param>
public sealed record SweepHeadway(
    long Done, long Total, long DoneBefore, BestPoint? Best, ImmutableArray<(long Done, double Score)> Curve)
{
    public double Share => Total == 0 ? 0 : (double)Done / Total;

    /// <summary>Milliseconds until it is done, as far as one can tell; null while there is too little to go by.</summary>
    public long? LeftMillis(long startedMillis, long now)
    {
        long doneNow = Done - DoneBefore;
        return doneNow > 0 && Done < Total && doneNow * 50 >= Total - DoneBefore
            ? (long)((now - startedMillis) * (double)(Total - Done) / doneNow)
            : null;
    }
}

/// <summary>Takes a sweep's progress as it comes, from any thread.</summary>
internal sealed class SweepLive(CancellationTokenSource cancel, Action changed) : IProgress<SweepProgress>
{
    /// <summary>More steps of the curve are thinned out.</summary>
    private const int MostSteps = 200;

    private readonly Lock gate = new();
    private readonly List<(long Done, double Score)> curve = [];
    private SweepPlan? plan;
    private SweepProgress? last;
    private BestPoint? best;
    private long? before;

    public CancellationTokenSource Cancel { get; } = cancel;

    /// <summary>As it is; null before the first combination.</summary>
    public SweepHeadway? Now
    {
        get
        {
            lock (gate)
            {
                return last is null ? null : new SweepHeadway(last.Done, last.Total, before ?? 0, best, [.. curve]);
            }
        }
    }

    /// <summary>The sweep is about to run.</summary>
    public void Begin(SweepPlan of) => plan = of;

    public void Report(SweepProgress value)
    {
        lock (gate)
        {
            before ??= value.Done;
            if (last is null || value.Done >= last.Done)
            {
                last = value;
            }

            if (value.Best is { } row && !(best?.Score >= value.BestScore))
            {
                best = BestPoint.Of(plan!, row, value.BestScore);
                curve.Add((value.Done, value.BestScore));
                if (curve.Count > MostSteps)
                {
                    // Every second of the older half: what is newest is what is looked at.
                    int at = 0;
                    curve.RemoveAll(_ => at++ is var i && i < MostSteps / 2 && i % 2 == 1);
                }
            }
        }

        changed();
    }
}
