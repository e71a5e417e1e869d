using Neurotrade.Web.Dashboard.Jobs;

namespace Neurotrade.Web.Dashboard.Optimising;

/// <summary>A sweep with what became of it, and how far it is while it runs.</summary>
public sealed record KeptSweep(AskedSweep Asked, SweepStatus Status, SweepHeadway? Headway = null)
{
    public string Id => Asked.Id;

    public bool IsActive => Status.IsActive;

    public bool IsDone => Status.State == JobState.Done;

    /// <summary>The best that is known by now.</summary>
    public BestPoint? Best => Status.Best ?? Headway?.Best;

    /// <summary>Milliseconds until it is done; null where one cannot tell.</summary>
    public long? LeftMillis(long now) => Status is { State: JobState.Running, StartedMillis: { } started }
        ? Headway?.LeftMillis(started, now)
        : null;
}
