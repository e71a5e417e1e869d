using Neurotrade.Web.Dashboard.Jobs;

namespace Neurotrade.Tests.Dashboard.Jobs;

public sealed class QueueOutlookTests
{
    [Fact]
    public void Of_WaitingJobs_TellsPlaceAndWhenTheyMayBegin()
    {
        Job[] jobs =
        [
            Make(1, JobState.Running) with { StartedMillis = 1_000, Share = 0.5 },
            Make(2, JobState.Queued),
            Make(3, JobState.Queued),
            Make(4, JobState.Done) with { StartedMillis = 0, EndedMillis = 4_000 },
            Make(5, JobState.Done) with { StartedMillis = 0, EndedMillis = 8_000 },
            Make(6, JobState.Failed) with { StartedMillis = 0, EndedMillis = 900_000 },
        ];

        var turns = QueueOutlook.Of(jobs, now: 3_000);

        Assert.Equal(new QueueOutlook.Turn(1, 2_000), turns[2]);
        Assert.Equal(new QueueOutlook.Turn(2, 8_000), turns[3]);
        Assert.Equal(2, turns.Count);
    }

    [Fact]
    public void Of_JobsWithNothingToGoBy_TellsThePlaceAlone()
    {
        var turns = QueueOutlook.Of([Make(1, JobState.Running) with { StartedMillis = 1_000 }, Make(2, JobState.Queued)], now: 3_000);

        Assert.Equal(new QueueOutlook.Turn(1, null), turns[2]);
    }

    private static Job Make(long id, JobState state) => new()
    {
        Id = id,
        Title = "x",
        State = state,
        StrategyName = "x.yaml",
        Origin = StoredRuns.Origin(),
        AskedMillis = 0,
    };
}
