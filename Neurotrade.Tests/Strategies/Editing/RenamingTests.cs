using Neurotrade.Core.Strategies;
using Neurotrade.Core.Strategies.Editing;

namespace Neurotrade.Tests.Strategies.Editing;

public sealed class RenamingTests
{
    private const string Text = """
        schema: 1
        name: rsi
        description: buys where rsi is below $low
        tags: [rsi, $low]
        market: { symbols: [BTC/USDT], timeframe: 15m }
        parameters:
          low: { value: 30, min: 20, max: 40 }   # where rsi is low
          low_2: 2
          far: 2%
        indicators:                      # rsi and macd
          rsi:   { type: rsi, period: 14 }
          macd:  { type: macd, signal: $low_2 }
          rsi_2: { type: rsi, period: $low }
        rules:
          entry:
            tag: rsi
            all:
              - rsi < $low or rsi[1]<$low     # rsi
              - { tag: low, when: "crosses_above(macd.line, macd.signal) and rsi_2 > 1" }
              - not: 'rsi  >  $low_2'
              - >
                change(rsi, 3) >
                0 and RSI_X < rsi
          exit: rsi > 70
        orders:
          stop_loss: $far
          max_holding: $low bars
        """;

    [Fact]
    public void RenameIndicator_ChangesItsNameWhereverItIsSaid_AndNothingElse() => Holds(
        text => text.RenameIndicator("rsi", "strength"),
        ("  rsi:   {", "  strength:   {"),
        ("rsi < $low or rsi[1]<$low ", "strength < $low or strength[1]<$low "),
        ("'rsi  >", "'strength  >"),
        ("change(rsi, 3) >\n", "change(strength, 3) >\n"),
        ("RSI_X < rsi\n", "RSI_X < strength\n"),
        ("exit: rsi >", "exit: strength >"));

    [Fact]
    public void RenameIndicator_OfSeveralOutputs_KeepsTheOutputs() => Holds(
        text => text.RenameIndicator("macd", "m"),
        ("  macd:  {", "  m:  {"),
        ("(macd.line, macd.signal)", "(m.line, m.signal)"));

    [Fact]
    public void RenameParameter_ChangesItsReferences_AndNothingElse() => Holds(
        text => text.RenameParameter("low", "$depth"),
        ("  low: {", "  depth: {"),
        ("period: $low }", "period: $depth }"),
        ("rsi < $low or rsi[1]<$low ", "rsi < $depth or rsi[1]<$depth "),
        ("max_holding: $low bars", "max_holding: $depth bars"));

    [Theory]
    [InlineData("rsi", "macd", "another one's name")]
    [InlineData("rsi", "close", "a word of the rule language")]
    [InlineData("rsi", "two words", "letters, digits and _")]
    [InlineData("rsi", "", "letters, digits and _")]
    [InlineData("gone", "here", "not there any more")]
    public void RenameIndicator_ThatCannotBe_IsRefused(string from, string to, string expected)
    {
        TextEdit edit = StrategyText.Read(Text).RenameIndicator(from, to);

        Assert.Equal(Text, edit.Text);
        Assert.Contains(expected, edit.Refusal!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exit: rsi > 70", "exit: rsi & 70", "`rsi & 70` cannot be read")]
    [InlineData("exit: rsi > 70", "exit: { any: rsi > 70 }", "A part of the rules cannot be read")]
    public void Rename_WhereAUseMightBeMissed_IsRefused(string from, string to, string expected)
    {
        string text = Text.Replace(from, to, StringComparison.Ordinal);

        Assert.Contains(expected, StrategyText.Read(text).RenameIndicator("rsi", "x").Refusal!, StringComparison.Ordinal);
        Assert.Contains(expected, StrategyText.Read(text).RenameParameter("low", "x").Refusal!, StringComparison.Ordinal);
    }

    // contracts 4.15: n atr is n times the indicator named atr.
    [Theory]
    [InlineData("stop_loss: 2 atr", "rsi", "atr", true)]
    [InlineData("stop_loss: $far", "rsi", "atr", false)]
    [InlineData("trailing_stop: { distance: $low_2 atr }", "atr", "range", true)]
    [InlineData("stop_loss: $far", "atr", "range", false)]
    public void RenameIndicator_ThatWouldMeasureDistancesOtherwise_IsRefused(string orders, string from, string to, bool isRefused)
    {
        string text = Text.Replace("stop_loss: $far", orders, StringComparison.Ordinal);
        text = from == "atr" ? text.Replace("  rsi_2: { type: rsi", "  atr: { type: atr", StringComparison.Ordinal) : text;

        TextEdit edit = StrategyText.Read(text).RenameIndicator(from, to);

        Assert.Equal(isRefused, edit.Refusal?.Contains("distance in atr", StringComparison.Ordinal) == true);
        Assert.Equal(isRefused, edit.Text == text);
    }

    [Fact]
    public void RenameIndicator_ToAtrWhereAParameterIsADistanceInAtr_IsRefused()
    {
        string text = Text.Replace("far: 2%", "far: { value: 2 atr }", StringComparison.Ordinal);

        Assert.NotNull(StrategyText.Read(text).RenameIndicator("rsi", "atr").Refusal);
    }

    [Fact]
    public void Rename_InJson_StaysJson()
    {
        const string json = """
            { "schema": 1, "name": "j", "market": { "symbols": ["BTC/USDT"], "timeframe": "1h" },
              "parameters": { "n": 3 }, "indicators": { "a": { "type": "sma", "period": "$n" } },
              "rules": { "entry": { "all": ["a \u003e 1", "close > a"] } } }
            """;

        TextEdit edit = StrategyText.Read(StrategyText.Read(json).RenameIndicator("a", "mean").Text).RenameParameter("n", "m");

        Assert.Null(edit.Refusal);
        Assert.Contains("\"mean > 1\", \"close > mean\"", edit.Text.Replace("\\u003e", ">", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("\"m\": 3", edit.Text, StringComparison.Ordinal);
        Assert.Null(Record.Exception(() => StrategyFile.Load(edit.Text, "j.json", StrategyOverrides.None)));
    }

    // What is named changes and nothing else, and the way back is the very text.
    private static void Holds(Func<StrategyText, TextEdit> change, params (string From, string To)[] expected)
    {
        TextEdit edit = change(StrategyText.Read(Text));

        Assert.Null(edit.Refusal);
        Assert.Equal(expected.Aggregate(Text, (text, pair) => text.Replace(pair.From, pair.To, StringComparison.Ordinal)), edit.Text);
    }
}
