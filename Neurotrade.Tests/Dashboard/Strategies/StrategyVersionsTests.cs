using Neurotrade.Core.Market;
using Neurotrade.Web.Dashboard.Strategies;

namespace Neurotrade.Tests.Dashboard.Strategies;

public sealed class StrategyVersionsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly StrategyShelf shelf;

    public StrategyVersionsTests() => shelf = Open();

    [Fact]
    public void Save_OfAnotherText_KeepsTheFormer_AndOfTheSame_KeepsNothing()
    {
        shelf.Save("a.yaml", "one");
        shelf.Save("a.yaml", "two");
        shelf.Save("a.yaml", "two");

        Assert.Equal([2, 1], shelf.Versions.List("a.yaml").Select(one => one.Number));
        Assert.Equal(["two", "one"], Texts(shelf, "a.yaml", 2, 1));
    }

    [Fact]
    public void Save_OfAFormerText_IsAVersionOfItsOwn_WithTheSameHash()
    {
        Save("one", "two", "one");

        IReadOnlyList<StrategyVersion> versions = shelf.Versions.List("a.yaml");
        Assert.Equal(3, versions.Count);
        Assert.Equal(versions[2].TextHash, versions[0].TextHash);
    }

    [Fact]
    public void Save_OverATextThatWasWrittenByHand_KeepsIt()
    {
        shelf.Save("a.yaml", "one");
        File.WriteAllText(Path.Combine(folder["own"], "a.yaml"), "by hand");

        shelf.Save("a.yaml", "two");

        Assert.Equal("by hand", shelf.Versions.Read("a.yaml", 2));
        Assert.Equal("two", shelf.Versions.Read("a.yaml", 3));
    }

    [Fact]
    public void Save_OverASample_KeepsTheSampleAsTheFirst()
    {
        folder.Write("samples/s.yaml", "the sample");

        shelf.Save("s.yaml", "mine");

        Assert.Equal("the sample", shelf.Versions.Read("s.yaml", 1));
    }

    [Fact]
    public void Versions_BeyondTheMost_LoseTheOldest_AndCountOn()
    {
        for (int i = 1; i <= StrategyVersions.MostVersions + 5; i++)
        {
            shelf.Versions.Keep("a.yaml", $"text {i}");
        }

        IReadOnlyList<StrategyVersion> versions = shelf.Versions.List("a.yaml");
        Assert.Equal(StrategyVersions.MostVersions, versions.Count);
        Assert.Equal((105, 6), (versions[0].Number, versions[^1].Number));
        Assert.Null(shelf.Versions.Read("a.yaml", 5));
    }

    // What a crash between two steps leaves: a part that was not renamed, a version whose file was not written.
    [Fact]
    public void Versions_AfterACrash_AreThoseThatWereWhole()
    {
        Save("one", "two");
        folder.Write("own/.versions/a.yaml/.x.part", "hal");
        folder.Write("own/.versions/a.yaml/000003-nonsense-0123456789abcdef.yaml", "x");
        shelf.Versions.Keep("a.yaml", "three");

        StrategyShelf again = Open();

        Assert.Equal("two", again.Read("a.yaml"));
        Assert.Equal([3, 2, 1], again.Versions.List("a.yaml").Select(one => one.Number));
        again.Save("a.yaml", "four");
        Assert.Equal(["four", "two", "three"], Texts(again, "a.yaml", 5, 4, 3));
    }

    [Fact]
    public void Rename_TakesTheVersionsAlong_AfterThoseOfADeletedNamesake()
    {
        shelf.Save("b.yaml", "old b");
        shelf.Delete("b.yaml");
        Save("one", "two");

        shelf.Rename("a.yaml", "b.yaml");

        Assert.Equal("two", shelf.Read("b.yaml"));
        Assert.Null(shelf.Read("a.yaml"));
        Assert.Equal(["two", "one", "old b"], Texts(shelf, "b.yaml", 3, 2, 1));
        Assert.Empty(shelf.Deleted());
    }

    [Theory]
    [InlineData("b.yaml", "b.yaml is there already")]
    [InlineData("B.yaml", "b.yaml is there already")]
    [InlineData("s.yaml", "a sample has that name")]
    [InlineData("../b.yaml", "`/` may not stand in a name")]
    [InlineData("x.exe", "ends in .yaml, .yml, .json")]
    [InlineData("nul.yaml", "a device on Windows")]
    [InlineData("  ", "no name")]
    public void Rename_ToANameThatCannotBe_SaysWhy_AndChangesNothing(string name, string why)
    {
        folder.Write("samples/s.yaml", "the sample");
        shelf.Save("a.yaml", "a");
        shelf.Save("b.yaml", "b");

        InputException refused = Assert.Throws<InputException>(() => shelf.Rename("a.yaml", name));

        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
        Assert.Equal(("a", "b"), (shelf.Read("a.yaml"), shelf.Read("b.yaml")));
    }

    [Fact]
    public void Rename_InCaseAlone_IsOneAndTheSameFile()
    {
        Save("one");

        shelf.Rename("a.yaml", "A.yaml");

        Assert.Equal("one", shelf.Read("A.yaml"));
    }

    [Fact]
    public void Delete_CanBeTakenBack_WithAllVersions()
    {
        Save("one", "two");

        shelf.Delete("a.yaml");
        Assert.Null(shelf.Read("a.yaml"));
        Assert.Equal("a.yaml", Assert.Single(shelf.Deleted()).Name);

        shelf.Recover("a.yaml");
        Assert.Equal("two", shelf.Read("a.yaml"));
        Assert.Equal(2, shelf.Versions.List("a.yaml").Count);
        Assert.Throws<InputException>(() => shelf.Recover("a.yaml"));
        Assert.Throws<InputException>(() => shelf.Recover("never.yaml"));
    }

    [Fact]
    public void Deleted_BeyondTheMost_ForgetsThoseDeletedFirst()
    {
        for (int i = 0; i <= StrategyShelf.MostDeleted; i++)
        {
            shelf.Save($"f{i}.yaml", "x");
            shelf.Delete($"f{i}.yaml");
            Directory.SetLastWriteTimeUtc(Path.Combine(folder["own"], ".versions", $"f{i}.yaml"), DateTime.UnixEpoch.AddDays(i));
        }

        shelf.Save("last.yaml", "x");
        shelf.Delete("last.yaml");

        IReadOnlyList<DeletedStrategy> deleted = shelf.Deleted();
        Assert.Equal(StrategyShelf.MostDeleted, deleted.Count);
        Assert.Equal("last.yaml", deleted[0].Name);
        Assert.DoesNotContain(deleted, one => one.Name is "f0.yaml" or "f1.yaml");
    }

    [Fact]
    public void Create_WhereANameIsTaken_IsRefused_AndFreeFindsOne()
    {
        shelf.Create("a.yaml", "one");

        Assert.Throws<InputException>(() => shelf.Create("A.yaml", "two"));
        Assert.Equal("a-2.yaml", StrategyName.Free("a.yaml", shelf.List().Select(one => one.Name)));
        Assert.Equal("b.yaml", StrategyName.Free("b.yaml", shelf.List().Select(one => one.Name)));
    }

    public void Dispose() => folder.Dispose();

    private StrategyShelf Open() => new(folder["own"], folder["samples"], TimeProvider.System);

    private static IEnumerable<string?> Texts(StrategyShelf from, string name, params int[] numbers) =>
        numbers.Select(number => from.Versions.Read(name, number));

    private void Save(params string[] texts)
    {
        foreach (string text in texts)
        {
            shelf.Save("a.yaml", text);
        }
    }
}
