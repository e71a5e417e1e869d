using Neurotrade.Web.Dashboard.Strategies;

namespace Neurotrade.Tests.Dashboard.Strategies;

public sealed class StrategyDraftsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly StrategyShelf shelf;

    public StrategyDraftsTests() => shelf = Open();

    [Fact]
    public void WhatWasTyped_OutlivesTheServer_UntilItIsDropped()
    {
        shelf.Drafts.Keep("a.yaml", "ty");
        shelf.Drafts.Keep("a.yaml", "typed");

        Assert.Equal("typed", Open().Drafts.Find("a.yaml")!.Text);
        Assert.Equal(["a.yaml"], Open().Drafts.Names());

        shelf.Drafts.Drop("a.yaml");
        Assert.Null(shelf.Drafts.Find("a.yaml"));
    }

    [Fact]
    public void WhatWasTyped_GoesWithTheFile_ToAnotherName_AndAwayWithIt()
    {
        shelf.Save("a.yaml", "one");
        shelf.Drafts.Keep("a.yaml", "typed");

        shelf.Rename("a.yaml", "b.yaml");
        Assert.Equal("typed", shelf.Drafts.Find("b.yaml")!.Text);
        Assert.Null(shelf.Drafts.Find("a.yaml"));

        shelf.Delete("b.yaml");
        Assert.Empty(shelf.Drafts.Names());
    }

    [Theory]
    [InlineData("../x.yaml")]
    [InlineData("")]
    [InlineData(".part")]
    public void Draft_OfANameThatCouldLeadElsewhere_IsNone(string name)
    {
        shelf.Drafts.Keep(name, "x");

        Assert.Null(shelf.Drafts.Find(name));
        Assert.False(Directory.Exists(folder["own/.drafts"]));
    }

    [Fact]
    public void Draft_OfAFileWithWindowsLines_KeepsThem()
    {
        var draft = new StrategyDraft("a.yaml", "a\r\nb\r\n", false);

        draft.Change("a\nb\n");
        Assert.False(draft.IsChanged);
        Assert.True(draft.IsText("a\nb\n"));

        draft.Change("a\nc\n");
        Assert.Equal("a\r\nc\r\n", draft.Text);
    }

    [Fact]
    public void Template_ForANewFile_RunsAsItIs_AndCarriesItsName()
    {
        string text = StrategyTemplate.Named(StrategyTemplate.Smallest, "my cross.yaml");

        StrategyCheck check = StrategyCheck.Of(text, "my cross.yaml");
        Assert.Empty(check.Problems);
        Assert.Equal("my-cross", check.Strategy!.Name);
        Assert.Equal(StrategyTemplate.Smallest.Replace("new-strategy", "my-cross", StringComparison.Ordinal), text);
        Assert.Equal("not: a strategy", StrategyTemplate.Named("not: a strategy", "x.yaml"));
    }

    public void Dispose() => folder.Dispose();

    private StrategyShelf Open() => new(folder["own"], folder["samples"], TimeProvider.System);
}
