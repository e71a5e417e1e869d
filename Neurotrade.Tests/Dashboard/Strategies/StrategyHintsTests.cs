using Neurotrade.Core.Features;
using Neurotrade.Web.Dashboard.Strategies;

namespace Neurotrade.Tests.Dashboard.Strategies;

public sealed class StrategyHintsTests
{
    [Fact]
    public void At_AfterType_AreAllIndicators() =>
        Assert.Equal(IndicatorCatalog.All.Length, At("  rsi: { type: r", StoredRuns.Strategy).Count);

    [Fact]
    public void At_AfterAnInstancesDot_AreItsOutputs()
    {
        string text = StoredRuns.Strategy.Replace("rsi: { type: rsi", "bands: { type: bollinger", StringComparison.Ordinal);

        Assert.Equal(
            ["middle", "upper", "lower", "percent_b", "width"],
            At("  exit: close > bands.", text).Select(hint => hint.Label));
        Assert.Empty(At("  exit: close > nothing.", text));
    }

    [Fact]
    public void At_InARule_AreInstancesParametersPricesAndFunctions()
    {
        string[] labels = [.. At("  exit: close < ", StoredRuns.Strategy).Select(hint => hint.Label)];

        Assert.Superset(new HashSet<string> { "fast", "slow", "rsi", "$fast", "close", "crosses_above" }, new HashSet<string>(labels));
    }

    [Fact]
    public void At_WhereAKeyBegins_IsNothing() => Assert.Empty(At("na", StoredRuns.Strategy));

    [Theory]
    [InlineData("slow", "Exponential Moving Average")]
    [InlineData("macd", "Outputs: line, signal, histogram")]
    [InlineData("hlc3", "(high + low + close) / 3")]
    public void Describe_AKnownWord_SaysWhatItIs(string word, string expected) =>
        Assert.Contains(expected, StrategyHints.Describe(word, StoredRuns.Strategy), StringComparison.Ordinal);

    [Fact]
    public void Describe_AnyOtherWord_IsNothing() => Assert.Null(StrategyHints.Describe("schema", StoredRuns.Strategy));

    // The cursor stands behind the last letter.
    private static IReadOnlyList<Hint> At(string line, string text) => StrategyHints.At(line, line.Length + 1, text);
}
