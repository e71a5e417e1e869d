namespace Neurotrade.Web.Infrastructure.Sqlite;

/// <summary>A job as the database keeps it. Times are Unix milliseconds.</summary>
internal sealed class JobRow
{
    /// <summary>Rising with each job.</summary>
    public long Id { get; set; }

    /// <summary>What tells this job from others: the same click twice has the same.</summary>
    public required string Key { get; set; }

    public required string Title { get; set; }

    /// <summary>A <c>JobState</c> by its name.</summary>
    public required string State { get; set; }

    /// <summary>The text of the strategy, as it was when the job was asked for.</summary>
    public required string StrategyText { get; set; }

    public required string StrategyName { get; set; }

    /// <summary>A <c>RunOrigin</c> as JSON.</summary>
    public required string Origin { get; set; }

    public long AskedMillis { get; set; }

    public long? StartedMillis { get; set; }

    public long? EndedMillis { get; set; }

    /// <summary>The run that came of it.</summary>
    public string? RunId { get; set; }

    /// <summary>Why it ended otherwise.</summary>
    public string? Message { get; set; }
}
