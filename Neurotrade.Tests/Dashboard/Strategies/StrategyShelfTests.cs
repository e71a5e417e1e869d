using Neurotrade.Core.Market;
using Neurotrade.Web.Dashboard.Strategies;

namespace Neurotrade.Tests.Dashboard.Strategies;

public sealed class StrategyShelfTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly StrategyShelf shelf;

    public StrategyShelfTests()
    {
        Directory.CreateDirectory(folder["samples"]);
        File.WriteAllText(Path.Combine(folder["samples"], "sample.yaml"), "the sample");
        File.WriteAllText(Path.Combine(folder["samples"], "README.md"), "not a strategy");
        shelf = new StrategyShelf(folder["own"], folder["samples"], TimeProvider.System);
    }

    [Fact]
    public void Save_ASample_MakesACopyThatStandsBeforeIt()
    {
        Assert.True(Assert.Single(shelf.List()).IsSample);

        shelf.Save("sample.yaml", "mine");

        Assert.False(Assert.Single(shelf.List()).IsSample);
        Assert.Equal("mine", shelf.Read("sample.yaml"));
        shelf.Delete("sample.yaml");
        Assert.Equal("the sample", shelf.Read("sample.yaml"));
    }

    [Theory]
    [InlineData("../escape.yaml")]
    [InlineData("/etc/passwd.yaml")]
    [InlineData("..\\escape.yaml")]
    [InlineData(".hidden.yaml")]
    [InlineData("a.exe")]
    [InlineData(".yaml")]
    [InlineData("")]
    [InlineData("a\0.yaml")]
    [InlineData("<b>.yaml")]
    public void Name_ThatCouldLeadElsewhere_IsRefused(string name)
    {
        Assert.Throws<InputException>(() => shelf.Save(name, "x"));
        Assert.Null(shelf.Read(name));
        shelf.Delete(name);
    }

    [Theory]
    [InlineData("../../my strategy.YAML", "my strategy.yaml")]
    [InlineData("C:\\files\\a.json", "a.json")]
    [InlineData("<script>.yaml", "script-.yaml")]
    [InlineData("noending", "noending.yaml")]
    [InlineData(".yaml", "yaml.yaml")]
    public void From_AnyFileName_MayStandForAFile(string given, string expected)
    {
        Assert.Equal(expected, StrategyName.From(given));
        shelf.Save(StrategyName.From(given), "x");
    }

    [Fact]
    public void Save_OneByteTooMany_IsRefused()
    {
        shelf.Save("a.yaml", new string('x', StrategyShelf.MostBytes));

        Assert.Throws<InputException>(() => shelf.Save("a.yaml", new string('x', StrategyShelf.MostBytes + 1)));
        Assert.Equal(StrategyShelf.MostBytes, shelf.Read("a.yaml")!.Length);
    }

    public void Dispose() => folder.Dispose();
}
