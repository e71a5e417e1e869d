namespace Neurotrade.Web.Dashboard.Jobs;

/// <summary>Where waiting jobs stand and when they may begin, as far as one can tell.</summary>
public static class QueueOutlook
{
    private const int MostLearntFrom = 10;

    /// <summary>A waiting job's turn.</summary>
    /// <param name="Place">1 is next.</param>
    /// <param name="BeginsInMillis">Null while there is too little to go by.</param>
    public readonly record struct Turn(int Place, long? BeginsInMillis);

    /// <summary>Of jobs as the queue lists them: active ones, oldest first, then ended ones, newest first.</summary>
    /// <param name="jobs">All of them.</param>
    /// <param name="now">Unix milliseconds.</param>
    public static IReadOnlyDictionary<long, Turn> Of(IReadOnlyList<Job> jobs, long now)
    {
        // What the last finished ones took is the best guess for those of which nothing is known.
        long[] took = [.. jobs.Where(job => job is { State: JobState.Done, StartedMillis: not null, EndedMillis: not null })
            .Take(MostLearntFrom).Select(job => job.EndedMillis!.Value - job.StartedMillis!.Value)];
        double? usual = took.Length == 0 ? null : took.Average();
        double? wait = jobs.Where(job => job.State == JobState.Running)
            .Select(job => job.LeftMillis(now) ?? usual).Aggregate((double?)0, (sum, left) => sum + left);
        var turns = new Dictionary<long, Turn>();
        foreach (Job job in jobs.Where(job => job.State == JobState.Queued))
        {
            turns[job.Id] = new Turn(turns.Count + 1, (long?)wait);
            wait += usual;
        }

        return turns;
    }
}
