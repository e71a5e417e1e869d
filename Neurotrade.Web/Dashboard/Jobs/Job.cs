namespace Neurotrade.Web.Dashboard.Jobs;

/// <summary>Where a job is in its life.</summary>
public enum JobState
{
    Queued,
    Running,
    Done,
    Failed,
    Cancelled,

    /// <summary>The server ended while it ran.</summary>
    Interrupted,
}

/// <summary>A backtest that was asked for, as pages show it. Times are Unix milliseconds.</summary>
public sealed record Job
{
    public required long Id { get; init; }

    public required string Title { get; init; }

    public required JobState State { get; init; }

    public required string StrategyName { get; init; }

    public required RunOrigin Origin { get; init; }

    public required long AskedMillis { get; init; }

    public long? StartedMillis { get; init; }

    public long? EndedMillis { get; init; }

    /// <summary>The run that came of it.</summary>
    public string? RunId { get; init; }

    /// <summary>Why it ended otherwise, a problem a line.</summary>
    public string? Message { get; init; }

    /// <summary>0 to 1 while it runs.</summary>
    public double Share { get; init; }

    public bool IsActive => State is JobState.Queued or JobState.Running;

    /// <summary>Milliseconds until it is done, as far as one can tell; null while there is too little to go by.</summary>
    public long? LeftMillis(long now) => State == JobState.Running && StartedMillis is { } started && Share > 0.02
        ? (long)((now - started) * (1 - Share) / Share)
        : null;
}
