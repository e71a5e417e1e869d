using Neurotrade.Core.Features;
using Neurotrade.Core.Strategies;
using Neurotrade.Web.Dashboard.Strategies;

namespace Neurotrade.Tests.Dashboard.Strategies;

public sealed class StrategyHintsTests
{
    private const string Head = """
        schema: 1
        name: x
        parameters:
          low: { value: 30, min: 20 }
          k: 2%
        indicators:
          rsi: { type: rsi, period: 14 }
          bands: { type: bollinger }

        """;

    [Fact]
    public void At_TheTop_AreTheBlocksThatAreMissing_NeededOnesFirst()
    {
        IReadOnlyList<Hint> hints = At(Head + "|");

        Assert.Equal(["market", "rules", "description"], hints.Take(3).Select(hint => hint.Label));
        Assert.DoesNotContain(hints, hint => hint.Label is "name" or "indicators");
        Assert.Equal(("needed", "rules:\n  "), (hints[1].Detail, hints[1].Insert));
    }

    [Theory]
    [InlineData("orders:\n  stop_loss: 2%\n  |", "size entry take_profit trailing_stop max_holding cooldown")]
    [InlineData("orders:\n  size: { |", "percent_of_equity quote_amount risk stop")]
    [InlineData("orders:\n  entry: { type: |", "market limit")]
    [InlineData("risk:\n  max_drawdown: { limit: 20%, action: |", "halt flatten_and_halt")]
    [InlineData("indicators:\n  m: { type: macd, fast: 5, |", "slow signal timeframe")]
    [InlineData("market:\n  timeframe: |", "1m 5m 15m 30m 1h 4h 1d 1w")]
    [InlineData("orders:\n  stop_loss: 2 |", "% bps atr")]
    [InlineData("orders:\n  cooldown: 4 |", "bars")]
    [InlineData("name: |", "")]
    [InlineData("# ord|", "")]
    public void At_AnyBlock_AreItsKeysAndWords(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', At(text).Select(hint => hint.Label)));

    [Fact]
    public void At_AType_AreAllIndicatorsWithTheirParametersAndOutputs()
    {
        IReadOnlyList<Hint> hints = At(Head + "  more: { type: |");

        Assert.Equal(IndicatorCatalog.All.Length, hints.Count);
        Assert.Contains("Outputs: line, signal, histogram", hints.Single(hint => hint.Label == "macd").Info, StringComparison.Ordinal);
    }

    [Fact]
    public void At_AnInstancesDot_AreItsOutputs()
    {
        Assert.Equal(["middle", "upper", "lower", "percent_b", "width"], Labels(Head + "rules:\n  exit: close > bands.|"));
        Assert.Empty(At(Head + "rules:\n  exit: close > nothing.|"));
        Assert.Equal(["pnl", "bars", "entry_price"], Labels(Head + "rules:\n  exit: position.|"));
    }

    [Theory]
    [InlineData("rules:\n  entry: |")]
    [InlineData("rules:\n  entry:\n    all:\n      - crosses_above(|")]
    [InlineData("rules:\n  entry:\n    any:\n      - { tag: x, when: rsi < |")]
    public void At_ACondition_AreInstancesParametersPricesAndFunctions(string rules)
    {
        IReadOnlyList<Hint> hints = At(Head + rules);

        string[] expected = ["rsi", "bands", "$low", "$k", "close", "crosses_above"];
        Assert.Empty(expected.Except(hints.Select(hint => hint.Label)));
        Assert.Equal("crosses_above(", hints.Single(hint => hint.Label == "crosses_above").Insert);
        Assert.DoesNotContain(hints, hint => hint.Label.StartsWith("position", StringComparison.Ordinal));
    }

    [Fact]
    public void At_AnItemOfARule_AreConditionsAndTheKeysOfANode()
    {
        string[] expected = ["rsi", "tag", "any", "not", "when"];
        Assert.Empty(expected.Except(Labels(Head + "rules:\n  entry:\n    all:\n      - |")));
    }

    [Fact]
    public void At_ADollar_AreTheParametersWithTheirValues() => Assert.Equal(
        [("$low", "30"), ("$k", "2%")], At(Head + "orders:\n  stop_loss: $|").Select(hint => (hint.Label, hint.Detail)));

    [Fact]
    public void At_AKeyOfJson_IsWrittenInQuotes()
    {
        Assert.Equal("\"market\": ", At("{ \"schema\": 1, \"name\": \"x\", |").Single(hint => hint.Label == "market").Insert);
        Assert.Equal("market", At("{ \"schema\": 1, \"name\": \"x\", \"ma|").Single(hint => hint.Label == "market").Insert);
    }

    [Fact]
    public void Vocabulary_HasEveryNameOfTheLanguage()
    {
        // What rules read, asked of the reader itself: an unknown name is a problem of its own.
        foreach (string name in RuleVocabulary.Prices.Select(one => one.Name))
        {
            Assert.Null(Record.Exception(() => Load($"{name} > 0")));
        }

        foreach ((string name, string takes, _) in RuleVocabulary.Functions)
        {
            string call = name + takes.Replace("condition", "close > 1", StringComparison.Ordinal)
                .Replace("a, b", "close, open", StringComparison.Ordinal).Replace("x", "close", StringComparison.Ordinal)
                .Replace(", n)", ", 3)", StringComparison.Ordinal);
            bool isCondition = name is "crosses_above" or "crosses_below" or "rising" or "falling" or "within";
            Assert.Null(Record.Exception(() => Load(isCondition ? call : $"{call} > 0")));
        }
    }

    private static void Load(string condition) => StrategyFile.Load(
        $"schema: 1\nname: x\nmarket: {{ symbols: [BTC/USDT], timeframe: 1h }}\nrules:\n  entry: {condition}\n", "x.yaml", new StrategyOverrides());

    private static string[] Labels(string marked) => [.. At(marked).Select(hint => hint.Label)];

    // The cursor stands where the | is.
    private static IReadOnlyList<Hint> At(string marked)
    {
        string before = marked[..marked.IndexOf('|', StringComparison.Ordinal)];
        return StrategyHints.At(
            before.Count(c => c == '\n') + 1, before.Length - before.LastIndexOf('\n'), marked.Remove(before.Length, 1));
    }
}
