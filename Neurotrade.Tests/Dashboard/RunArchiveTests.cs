using Neurotrade.Web.Dashboard;

namespace Neurotrade.Tests.Dashboard;

public sealed class RunArchiveTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private RunArchive Archive => new(folder["runs"]);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Add_TwoRunsInOneMillisecond_KeepsBothNewestFirst()
    {
        PastRun older = SampleRuns.Keep(Archive, SampleRuns.Make(1, "older"));
        PastRun first = SampleRuns.Keep(Archive, SampleRuns.Make(2, "first"));
        PastRun second = SampleRuns.Keep(Archive, SampleRuns.Make(2, "second"));

        Assert.Equal("20260102T000200000-a41f07c2", first.Id);
        Assert.Equal(["second", "first", "older"], Archive.List().Select(run => run.Strategy));
        Assert.Equal([second.Id, first.Id, older.Id], Archive.List().Select(run => run.Id));
    }

    [Fact]
    public void List_AfterAdd_ReadsBackEveryFigure()
    {
        PastRun kept = SampleRuns.Keep(Archive, SampleRuns.Make(0, "nothing traded") with { LookAhead = Proof.Failed });

        PastRun read = Assert.Single(Archive.List());

        Assert.Null(read.Sharpe);
        Assert.Equal(kept.Curve, read.Curve);
        Assert.Equal(kept with { Curve = read.Curve, Symbols = read.Symbols }, read);
    }

    [Fact]
    public void Add_WithoutAReport_LeavesNothingBehind()
    {
        Assert.Throws<FileNotFoundException>(() => Archive.Add(SampleRuns.Make(1, "x"), folder["missing.html"]));

        Assert.Empty(Archive.List());
        Assert.Empty(Directory.GetDirectories(Archive.Folder));
    }

    [Fact]
    public void List_WithBrokenAndForeignFolders_ShowsTheRest()
    {
        SampleRuns.Keep(Archive, SampleRuns.Make(1, "sound"));
        folder.Write("runs/20270101T000000000-broken/record.json", "{ \"id\": ");
        folder.Write("runs/20270101T000000000-other/record.json", File.ReadAllText(
            Path.Combine(Archive.Folder, Archive.Ids().Single(id => id.Contains("a41f", StringComparison.Ordinal)), "record.json")));
        Directory.CreateDirectory(folder["runs/.part-1-2-3"]);

        Assert.Equal("sound", Assert.Single(Archive.List()).Strategy);
    }

    [Theory]
    [InlineData("..")]
    [InlineData("../secret")]
    [InlineData("a/b")]
    [InlineData("")]
    [InlineData(".part-1-2-3")]
    public void ReportOf_AnIdThatIsAPath_IsNone(string id)
    {
        folder.Write("report.html", "secret");
        folder.Write("secret/report.html", "secret");
        folder.Write("runs/.part-1-2-3/report.html", "unfinished");

        Assert.Null(Archive.ReportOf(id));
    }
}
