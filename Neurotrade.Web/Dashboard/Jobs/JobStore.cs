using System.Linq.Expressions;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Neurotrade.Web.Infrastructure.Sqlite;

namespace Neurotrade.Web.Dashboard.Jobs;

/// <summary>The jobs in the database: the queue and its history outlive the server.</summary>
internal sealed class JobStore(IDbContextFactory<StateContext> database, TimeProvider clock)
{
    /// <summary>Ended jobs that are kept; older ones go, their runs stay.</summary>
    public const int MostEnded = 200;

    private static readonly string[] Active = [nameof(JobState.Queued), nameof(JobState.Running)];

    // A list is asked for at every change: it loads no strategy's text, which may be long.
    private static readonly Expression<Func<JobRow, Job>> Facts = row => new Job
    {
        Id = row.Id,
        Title = row.Title,
        State = StateOf(row.State),
        StrategyName = row.StrategyName,
        Origin = OriginOf(row.Origin),
        AskedMillis = row.AskedMillis,
        StartedMillis = row.StartedMillis,
        EndedMillis = row.EndedMillis,
        RunId = row.RunId,
        Message = row.Message,
    };

    private static readonly Func<JobRow, Job> Read = Facts.Compile();

    // A quick backtest may be done before the second press of a double click arrives.
    private const long OneClickMillis = 2_000;

    /// <summary>The job that asks for the same and waits, runs, or was done a moment ago; null where there is none.</summary>
    public Job? FindSame(string strategyText, RunOrigin origin)
    {
        string key = KeyOf(strategyText, JsonSerializer.Serialize(origin, RunJson.Default.RunOrigin));
        long since = Now - OneClickMillis;
        using StateContext context = database.CreateDbContext();
        return context.Jobs.Where(row => row.Key == key
                && (Active.Contains(row.State) || (row.State == nameof(JobState.Done) && row.EndedMillis > since)))
            .OrderByDescending(row => row.Id).Select(Facts).FirstOrDefault();
    }

    /// <summary>Queues a job.</summary>
    public Job Add(string title, string strategyName, string strategyText, RunOrigin origin)
    {
        string json = JsonSerializer.Serialize(origin, RunJson.Default.RunOrigin);
        string key = KeyOf(strategyText, json);
        using StateContext context = database.CreateDbContext();
        var row = new JobRow
        {
            Key = key,
            Title = title,
            State = nameof(JobState.Queued),
            StrategyName = strategyName,
            StrategyText = strategyText,
            Origin = json,
            AskedMillis = Now,
        };
        context.Jobs.Add(row);
        context.SaveChanges();
        return Read(row);
    }

    /// <summary>Active jobs, oldest first, then ended ones, newest first.</summary>
    public IReadOnlyList<Job> List()
    {
        using StateContext context = database.CreateDbContext();
        List<Job> active = [.. context.Jobs.Where(row => Active.Contains(row.State)).OrderBy(row => row.Id).Select(Facts)];
        List<Job> ended = [.. context.Jobs.Where(row => !Active.Contains(row.State))
            .OrderByDescending(row => row.Id).Take(MostEnded).Select(Facts)];
        // A job may have ended between the two.
        return [.. active.Concat(ended).DistinctBy(job => job.Id)];
    }

    /// <summary>One job; null where there is none of that number.</summary>
    public Job? Find(long id)
    {
        using StateContext context = database.CreateDbContext();
        return context.Jobs.Where(row => row.Id == id).Select(Facts).FirstOrDefault();
    }

    /// <summary>The strategy of a job as it was when the job was asked for; null where there is no such job any more.</summary>
    public string? TextOf(long id)
    {
        using StateContext context = database.CreateDbContext();
        return context.Jobs.Where(row => row.Id == id).Select(row => row.StrategyText).FirstOrDefault();
    }

    /// <summary>How many jobs wait.</summary>
    public int CountQueued()
    {
        using StateContext context = database.CreateDbContext();
        return context.Jobs.Count(row => row.State == nameof(JobState.Queued));
    }

    /// <summary>Takes the oldest queued job and marks it running; null where none waits.</summary>
    public Job? Take()
    {
        using StateContext context = database.CreateDbContext();
        if (context.Jobs.Where(row => row.State == nameof(JobState.Queued)).OrderBy(row => row.Id).FirstOrDefault() is not { } row)
        {
            return null;
        }

        row.State = nameof(JobState.Running);
        row.StartedMillis = Now;
        context.SaveChanges();
        return Read(row);
    }

    /// <summary>Marks a job as ended, and forgets the oldest ended ones.</summary>
    public void End(long id, JobState state, string? runId, string? message)
    {
        using StateContext context = database.CreateDbContext();
        long now = Now;
        context.Jobs.Where(row => row.Id == id && Active.Contains(row.State)).ExecuteUpdate(set => set
            .SetProperty(row => row.State, state.ToString())
            .SetProperty(row => row.EndedMillis, now)
            .SetProperty(row => row.RunId, runId)
            .SetProperty(row => row.Message, message));
        long[] kept = [.. context.Jobs.Where(row => !Active.Contains(row.State))
            .OrderByDescending(row => row.Id).Select(row => row.Id).Take(MostEnded)];
        context.Jobs.Where(row => !Active.Contains(row.State) && !kept.Contains(row.Id)).ExecuteDelete();
    }

    /// <summary>Marks what was running when the server ended; what waited still waits.</summary>
    public int MarkInterrupted()
    {
        using StateContext context = database.CreateDbContext();
        long now = Now;
        return context.Jobs.Where(row => row.State == nameof(JobState.Running)).ExecuteUpdate(set => set
            .SetProperty(row => row.State, nameof(JobState.Interrupted))
            .SetProperty(row => row.EndedMillis, now)
            .SetProperty(row => row.Message, "The server ended while it ran; nothing of it was kept."));
    }

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private static string KeyOf(string strategyText, string origin) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{strategyText}\0{origin}")));

    private static JobState StateOf(string name) => Enum.Parse<JobState>(name);

    private static RunOrigin OriginOf(string json) => JsonSerializer.Deserialize(json, RunJson.Default.RunOrigin)!;
}
