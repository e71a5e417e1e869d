using System.Globalization;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Web.Composition;
using Neurotrade.Web.Dashboard.Rules;

namespace Neurotrade.Web.Dashboard.Optimising;

/// <summary>How long a sweep may take.</summary>
/// <param name="Millis">As far as one can tell.</param>
/// <param name="Source">What that is taken from.</param>
public sealed record SweepEstimate(long Millis, string Source);

/// <summary>
/// Tells before a sweep is asked for how long it may take: from the speed of the last sweep of the same strategy on the same
/// candles, else by a short timed trial of some of its combinations. Trials are never on a circuit, one at a time.
/// </summary>
internal sealed class SweepTrials(
    SweepQueue queue, RulesShelf rules, IReadOnlyList<ICandleSource> sources, TimeProvider clock) : IDisposable
{
    /// <summary>A sweep that took less tells little.</summary>
    private const double LeastSeconds = 0.5;

    // Combinations of a trial: few at first, for those that are slow; more where that was too short to tell.
    private static readonly int[] Sizes = [64, 512];
    private const int FirstSize = 8;
    private static readonly TimeSpan Enough = TimeSpan.FromMilliseconds(200);

    // What is slower is not slow for being the first.
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim turn = new(1);
    private (AskedSweep Of, PreparedRun Run)? last;

    /// <summary>Estimates; <see cref="InputException"/> where the sweep cannot be run.</summary>
    /// <param name="wish">What would be asked for.</param>
    /// <param name="count">How many combinations it tries.</param>
    /// <param name="cancel">Nobody wants to know any more.</param>
    public async Task<SweepEstimate> EstimateAsync(AskedSweep wish, long count, CancellationToken cancel)
    {
        if (OfPast(wish, count) is { } known)
        {
            return known;
        }

        await turn.WaitAsync(cancel);
        try
        {
            return await Task.Run(() => OfTrial(wish, cancel), cancel);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private SweepEstimate? OfPast(AskedSweep wish, long count)
    {
        KeptSweep? past = queue.List().FirstOrDefault(one => one.IsDone && one.Status.Seconds > LeastSeconds
            && one.Asked.StrategyText == wish.StrategyText && one.Asked.Origin == wish.Origin && one.Asked.Device == wish.Device);
        if (past is null || past.Status.Timed == 0)
        {
            return null;
        }

        double millis = past.Status.Seconds * 1000 / past.Status.Timed * count;
        string ended = new Instant(past.Status.EndedMillis ?? 0).ToDateTimeOffset().UtcDateTime
            .ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return new SweepEstimate((long)millis, $"from the speed of the sweep that ended {ended}");
    }

    private SweepEstimate OfTrial(AskedSweep wish, CancellationToken cancel)
    {
        SweepInput input = SweepJob.InputOf(Prepared(wish, cancel), wish.ToRequest());
        long total = input.Search.TrialsOf(input.Plan);
        (int Size, TimeSpan Took) timed = Time(input, FirstSize, cancel);
        foreach (int size in timed.Took > Slow ? [] : Sizes)
        {
            timed = Time(input, size, cancel);
            if (timed.Took >= Enough || size >= total)
            {
                break;
            }
        }

        string where = wish.Device == "cpu" ? string.Empty : " by the processor";
        return new SweepEstimate(
            (long)(timed.Took.TotalMilliseconds * total / timed.Size),
            string.Create(CultureInfo.InvariantCulture, $"timed just now on {timed.Size} of them{where}"));
    }

    private (int Size, TimeSpan Took) Time(SweepInput input, int size, CancellationToken cancel)
    {
        int fewer = (int)Math.Min(size, input.Search.TrialsOf(input.Plan));
        SweepInput some = input with { Search = new SweepSearch.Random(fewer, 1) };
        SweepPart part = SweepPart.Begin(new MemoryStream(), some.Identity());
        long start = clock.GetTimestamp();
        Sweep.Run(some, part, null, cancel);
        return (fewer, clock.GetElapsedTime(start));
    }

    // Only the ranges change while somebody fills in the form.
    private PreparedRun Prepared(AskedSweep wish, CancellationToken cancel)
    {
        if (last is { } held && held.Of.StrategyText == wish.StrategyText && held.Of.Origin == wish.Origin)
        {
            return held.Run;
        }

        PreparedRun run = PreparedRun.Read(wish.ToRunRequest(rules), sources, cancel);
        last = (wish, run);
        return run;
    }
}
