namespace Neurotrade.Tests.Components;

public sealed class TokensTests
{
    // The design's own file; what it promises of contrast is held by the tests of wwwroot-assets.
    [Fact]
    public void Tokens_OfThePages_AreThoseOfTheDesign()
    {
        string design = SharedData.Require("design/ui/tokens.css");
        string ours = Path.Combine(Repository.Root, "Neurotrade.Web", "wwwroot", "css", "tokens.css");

        Assert.Equal(File.ReadAllLines(design), File.ReadAllLines(ours));
    }
}
