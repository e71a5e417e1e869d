using System.Text.RegularExpressions;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Tests.Strategies;

/// <summary>What the page on strategy files shows is what the reader reads.</summary>
public sealed partial class DocumentationTests
{
    private static string Page => File.ReadAllText(Path.Combine(Repository.Root, "docs", "strategies.md"));

    public static TheoryData<string> Examples => [.. Blocks().Matches(Page).Select(m => m.Groups["text"].Value)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Page_EveryExample_Loads(string example)
    {
        string text = example.Contains("schema: 1", StringComparison.Ordinal) ? example : Completed(example);

        Assert.NotEmpty(Sample.Load(text).Hash);
    }

    [Fact]
    public void Page_EveryFunctionAndField_IsThere()
    {
        string[] names = [.. Enum.GetNames<RuleFunction>(), .. Enum.GetNames<CandleField>(), .. Enum.GetNames<ClockField>()];

        Assert.All(names, name => Assert.Contains(Snake(name), Page, StringComparison.Ordinal));
    }

    // Contracts 3's own example, less the block that this version does not honour.
    [Fact]
    public void SharedExample_LessItsAgents_Loads()
    {
        string text = File.ReadAllText(SharedData.Require("design/strategy.example.yaml"));
        int agents = text.IndexOf("agents:", StringComparison.Ordinal);
        int risk = text.IndexOf("risk:\n", agents, StringComparison.Ordinal);

        Strategy strategy = Sample.Load(string.Concat(text.AsSpan(0, agents), text.AsSpan(risk)));

        Assert.Equal("rsi-macd-dip", strategy.Name);
        Assert.Null(strategy.AtrInstance);
        Assert.Equal(["rsi", "macd", "bands", "atr", "trend"], strategy.Indicators.Select(i => i.Name));
        Assert.Contains(Sample.Problems(text), p => p.Contains("`agents` is not honoured", StringComparison.Ordinal));
        Assert.Equal(strategy.Hash, Sample.Load(strategy.CanonicalText).Hash);
    }

    // A fragment of the page, with the other blocks that make it a file.
    private static string Completed(string fragment)
    {
        string head = "schema: 1\nname: page\nmarket: { symbols: [BTC/USDT], timeframe: 15m }\n";
        string rules = fragment.Contains("rules:", StringComparison.Ordinal) ? string.Empty : "rules: { entry: close > open }\n";
        return head + rules + fragment;
    }

    private static string Snake(string name) => Capital().Replace(name, "_$0").ToLowerInvariant();

    [GeneratedRegex("```yaml\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex Capital();
}
