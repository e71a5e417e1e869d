using Bunit;
using Neurotrade.Tests.Dashboard;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard.Jobs;

namespace Neurotrade.Tests.Components.Controls;

public sealed class JobLineTests : BunitContext
{
    private static readonly Job Job = new()
    {
        Id = 1,
        Title = "cross on BTC/USDT",
        State = JobState.Queued,
        StrategyName = "cross.yaml",
        Origin = StoredRuns.Origin(),
        AskedMillis = 0,
    };

    [Theory]
    [InlineData(1, null, "waits for its turn, next in line")]
    [InlineData(2, 90_000L, "waits for its turn, 2nd in line; begins in about 2 min")]
    [InlineData(3, 10L, "waits for its turn, 3rd in line; begins in about 1 s")]
    [InlineData(11, null, "waits for its turn, 11th in line")]
    [InlineData(21, null, "waits for its turn, 21st in line")]
    public void AWaitingJob_TellsItsPlaceAndWhenItMayBegin(int place, long? wait, string expected) =>
        Assert.Equal(expected, Show(Job, turn: new QueueOutlook.Turn(place, wait)).Find("span").TextContent);

    [Fact]
    public void ARunningJob_TellsItsShareAndTheTimeLeft()
    {
        Job running = Job with { State = JobState.Running, StartedMillis = 0, Share = 0.25 };
        IRenderedComponent<JobLine> line = Show(running, now: 10_000);

        Assert.Equal("25", line.Find("[role=meter]").GetAttribute("aria-valuenow"));
        Assert.Equal("30 s left", line.Find(".t3").TextContent);
        Assert.Equal(string.Empty, Show(running with { Share = 0.01 }, now: 10_000).Find(".t3").TextContent);
        Assert.Equal("writing its files", Show(running with { Share = 1 }, now: 10_000).Find(".t3").TextContent);
    }

    [Fact]
    public void Cancel_IsToldWhileThereIsSomethingToCancel()
    {
        int cancelled = 0;
        Show(Job, cancelled: () => cancelled++).Find("button").Click();
        Show(Job with { State = JobState.Running }, cancelled: () => cancelled++).Find("button").Click();

        Assert.Equal(2, cancelled);
        Assert.Empty(Show(Job with { State = JobState.Failed }).FindAll("button"));
    }

    [Fact]
    public void AJobThatIsDone_LeadsToItsResult()
    {
        IRenderedComponent<JobLine> line = Show(Job with { State = JobState.Done, StartedMillis = 1000, EndedMillis = 5000, RunId = "r1" });

        Assert.Equal("done in 4 s", line.Find("span").TextContent);
        Assert.Equal("runs/r1", line.Find("a").GetAttribute("href"));
    }

    [Theory]
    [InlineData(JobState.Cancelled, "cancelled", false)]
    [InlineData(JobState.Interrupted, "interrupted", true)]
    [InlineData(JobState.Failed, "failed", true)]
    public void AJobThatEndedOtherwise_SaysWhyALineEach(JobState state, string word, bool isBad)
    {
        IRenderedComponent<JobLine> line = Show(Job with { State = state, Message = "a.yaml:1:1: `emma` <b>\nno candles" });

        Assert.Equal(word, line.Find("b").TextContent);
        Assert.Equal(isBad, line.FindAll(".danger").Count == 1);
        Assert.Equal(2, line.FindAll("p").Count);
        Assert.Equal("emma", line.Find("p code").TextContent);
        Assert.Contains("<b>", line.Find("p").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<JobLine> Show(Job job, long now = 0, QueueOutlook.Turn? turn = null, Action? cancelled = null) =>
        Render<JobLine>(with => with.Add(one => one.Job, job).Add(one => one.Now, now).Add(one => one.Turn, turn)
            .Add(one => one.Cancelled, () => cancelled?.Invoke()));
}
