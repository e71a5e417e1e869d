using System.Collections.Immutable;
using Neurotrade.Core.Adapters.Files;
using Neurotrade.Core.Research;

namespace Neurotrade.Tests.Adapters.Files;

public sealed class ResultFolderTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), "neurotrade-" + Path.GetRandomFileName());

    public void Dispose()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Write_OverAnOlderRun_ReplacesItsFilesAndRemovesThoseThatThisRunHasNot()
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "votes.csv"), "old");
        File.WriteAllText(Path.Combine(folder, "run.json"), "old");
        File.WriteAllText(Path.Combine(folder, "notes.txt"), "a person's own");

        ResultFolder.Write(folder, [ResultFile.Of("trades.csv", "new"), ResultFile.Of("run.json", "new")]);

        Assert.Equal(
            ["notes.txt", "run.json", "trades.csv"],
            Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal("new", File.ReadAllText(Path.Combine(folder, "run.json")));
    }

    [Fact]
    public void Write_IntoAFolderThatHoldsNoRun_RemovesNothing()
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "rules.json"), "a person's own");

        ResultFolder.Write(folder, [ResultFile.Of("trades.csv", "new"), ResultFile.Of("run.json", "new")]);

        Assert.Equal("a person's own", File.ReadAllText(Path.Combine(folder, "rules.json")));
    }

    [Fact]
    public void Write_ThatFailsHalfWay_LeavesTheOlderRunWhole()
    {
        ResultFolder.Write(folder, [ResultFile.Of("trades.csv", "old"), ResultFile.Of("run.json", "old")]);
        // A folder of that name cannot become a file.
        Directory.CreateDirectory(Path.Combine(folder, "fills.csv.partial"));
        ImmutableArray<ResultFile> files =
            [ResultFile.Of("trades.csv", "new"), ResultFile.Of("fills.csv", "new"), ResultFile.Of("run.json", "new")];

        Assert.ThrowsAny<SystemException>(() => ResultFolder.Write(folder, files));

        Assert.Equal("old", File.ReadAllText(Path.Combine(folder, "trades.csv")));
        Assert.Equal("old", File.ReadAllText(Path.Combine(folder, "run.json")));
        Assert.False(File.Exists(Path.Combine(folder, "trades.csv.partial")));
    }
}
