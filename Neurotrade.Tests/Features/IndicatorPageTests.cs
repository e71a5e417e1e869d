using Neurotrade.Core.Features;

namespace Neurotrade.Tests.Features;

/// <summary>docs/indicators.md is what the catalogue says.</summary>
public sealed class IndicatorPageTests
{
    [Fact]
    public void Page_InTheDocs_IsThatOfTheCatalogue()
    {
        string path = Path.Combine(Repository.Root, "docs", "indicators.md");
        string expected = IndicatorPage.Markdown();
        if (Environment.GetEnvironmentVariable("NEUROTRADE_REGENERATE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, expected);
        }

        string actual = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : string.Empty;
        Assert.True(expected == actual, "docs/indicators.md is stale: run this test with NEUROTRADE_REGENERATE=1 to write it.");
    }
}
