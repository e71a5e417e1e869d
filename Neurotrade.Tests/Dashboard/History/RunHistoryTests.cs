using Microsoft.Extensions.Logging.Abstractions;
using Neurotrade.Web.Dashboard;
using Neurotrade.Web.Dashboard.History;

namespace Neurotrade.Tests.Dashboard.History;

public sealed class RunHistoryTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SetTime clock = new();
    private readonly RunArchive archive;
    private readonly List<IDisposable> opened = [];

    public RunHistoryTests() => archive = new RunArchive(folder["runs"]);

    [Fact]
    public void PinAndLabel_AfterARestart_AreThereAndNothingElseHasChanged()
    {
        PastRun run = SampleRuns.Keep(archive, SampleRuns.Make(1, "cross"));
        string[] before = Directory.GetFiles(archive.PlaceOf(run.Id));
        RunHistory history = Open();

        history.Pin([run.Id], isPinned: true);
        history.Label(run.Id, "  first \n try\t");

        KeptRun kept = Assert.Single(Open().Now.Runs);
        Assert.True(kept.IsPinned);
        Assert.Equal("first try", kept.Note.Label);
        Assert.Equal("first try", kept.Name);
        Assert.Equal(
            [.. before.Append(Path.Combine(archive.PlaceOf(run.Id), RunNote.FileName)).Order(StringComparer.Ordinal)],
            Directory.GetFiles(archive.PlaceOf(run.Id)).Order(StringComparer.Ordinal));

        history.Label(run.Id, " ");
        Assert.Null(history.Find(run.Id)!.Note.Label);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{ \"is_pinned\": fal")]
    [InlineData("null")]
    public void Note_ThatIsDamaged_KeepsItsRun(string damaged)
    {
        PastRun run = SampleRuns.Keep(archive, SampleRuns.Make(1, "cross"));
        folder.Write($"runs/{run.Id}/{RunNote.FileName}", damaged);

        Assert.True(Open().Find(run.Id)!.IsPinned);
    }

    [Fact]
    public void Delete_SeveralRuns_TakesThemWithoutThePinnedAndGivesThemBack()
    {
        PastRun pinned = SampleRuns.Keep(archive, SampleRuns.Make(1, "pinned"));
        PastRun first = SampleRuns.Keep(archive, SampleRuns.Make(2, "first"));
        PastRun second = SampleRuns.Keep(archive, SampleRuns.Make(3, "second"));
        RunHistory history = Open();
        history.Pin([pinned.Id], isPinned: true);

        history.Delete([pinned.Id, first.Id, second.Id, "..", "nothing"]);

        Assert.Equal([pinned.Id], history.Now.Runs.Select(run => run.Id));
        Assert.Null(archive.Find(first.Id));
        BinnedRuns deleted = Assert.Single(Open().Now.Bin);
        Assert.Equal([second.Id, first.Id], deleted.Ids);
        Assert.Equal(BinReason.Person, deleted.Reason);

        history.Restore(deleted);
        Assert.Equal([second.Id, first.Id, pinned.Id], history.Now.Runs.Select(run => run.Id));
        Assert.False(history.Find(first.Id)!.IsPinned);
        Assert.Empty(history.Now.Bin);
    }

    [Fact]
    public void Sweep_BeforeAndAfterAnHour_KeepsAndThenForgetsWhatWasDeleted()
    {
        PastRun run = SampleRuns.Keep(archive, SampleRuns.Make(1, "gone"));
        RunHistory history = Open();
        history.Delete([run.Id]);

        clock.Now += RunBin.KeptFor - TimeSpan.FromSeconds(1);
        history.Sweep();
        Assert.Single(history.Now.Bin);

        clock.Now += TimeSpan.FromSeconds(1);
        history.Sweep();
        Assert.Empty(history.Now.Bin);
        Assert.Empty(Directory.GetDirectories(Path.Combine(archive.Folder, ".bin")));
    }

    [Fact]
    public void Sweep_WithTooManyRuns_TakesTheOldestThatAreNotPinned()
    {
        PastRun[] runs = [.. Enumerable.Range(1, 13).Select(i => SampleRuns.Keep(archive, SampleRuns.Make(i, $"run {i}")))];
        RunHistory history = Open(new RunLimits { MostRuns = 10 });
        history.Pin([runs[0].Id, runs[2].Id], isPinned: true);

        history.Sweep();

        Assert.Equal(
            ["run 13", "run 12", "run 11", "run 10", "run 9", "run 8", "run 7", "run 6", "run 3", "run 1"],
            history.Now.Runs.Select(run => run.Run.Strategy));
        BinnedRuns made = Assert.Single(history.Now.Bin);
        Assert.Equal((BinReason.Quota, 3), (made.Reason, made.Ids.Count));

        // Had back they would go again at once, were they not pinned.
        history.Restore(made);
        history.Sweep();
        Assert.Equal(5, history.Now.Runs.Count(run => run.IsPinned));
        Assert.Equal(10, history.Now.Runs.Count);
    }

    [Fact]
    public void Sweep_WithTooManyBytes_TakesTheOldestButNeverTheNewest()
    {
        foreach (int number in (int[])[1, 2, 3])
        {
            PastRun run = SampleRuns.Keep(archive, SampleRuns.Make(number, $"run {number}"));
            using FileStream file = File.Create(Path.Combine(archive.PlaceOf(run.Id), "trades.csv"));
            file.SetLength(90_000_000);
        }

        RunHistory history = Open(new RunLimits { MostMegabytes = 100 });
        Assert.Equal("run 1", history.Now.Quota.Next!.Run.Strategy);

        history.Sweep();

        Assert.Equal(["run 3"], history.Now.Runs.Select(run => run.Run.Strategy));
        Assert.Null(history.Now.Quota.Next);
    }

    [Fact]
    public void Quota_NearItsLimit_TellsRoomAndWhatGoesFirst()
    {
        PastRun[] runs = [.. Enumerable.Range(1, 8).Select(i => SampleRuns.Keep(archive, SampleRuns.Make(i, $"run {i}")))];
        RunHistory history = Open(new RunLimits { MostRuns = 10 });
        history.Pin([runs[0].Id], isPinned: true);

        RunQuota quota = history.Now.Quota;

        Assert.True(quota.IsNearlyFull);
        Assert.Equal(0.8, quota.Share);
        Assert.Equal(2, quota.Room);
        Assert.Equal("run 2", quota.Next!.Run.Strategy);
        Assert.Empty(quota.Over());
    }

    [Fact]
    public void Now_WithAFolderThatCannotBeRead_NamesItAndLetsItBeDeleted()
    {
        SampleRuns.Keep(archive, SampleRuns.Make(1, "sound"));
        folder.Write("runs/20270101T000000000-broken/record.json", "{ \"id\": ");
        Directory.CreateDirectory(folder["runs/20270102T000000000-empty"]);
        Directory.CreateDirectory(folder["runs/.part-1-2-3"]);
        RunHistory history = Open();

        Assert.Equal("sound", Assert.Single(history.Now.Runs).Run.Strategy);
        Assert.Equal(
            ["20270102T000000000-empty: there is no record.json in it", "20270101T000000000-broken: record.json is damaged"],
            history.Now.Lost.Select(lost => $"{lost.Id}: {lost.Why}"));

        history.Delete([history.Now.Lost[1].Id]);
        Assert.Equal("20270102T000000000-empty", Assert.Single(history.Now.Lost).Id);
    }

    public void Dispose()
    {
        opened.ForEach(one => one.Dispose());
        folder.Dispose();
    }

    private RunHistory Open(RunLimits? limits = null)
    {
        var list = new RunList(archive, clock, NullLogger<RunList>.Instance);
        var history = new RunHistory(archive, list, limits ?? new RunLimits(), clock);
        opened.AddRange([history, list]);
        return history;
    }

    private sealed class SetTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 3, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
