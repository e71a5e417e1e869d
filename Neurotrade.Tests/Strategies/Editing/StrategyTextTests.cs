using System.Text.Json.Nodes;
using Neurotrade.Core.Strategies;
using Neurotrade.Core.Strategies.Editing;

namespace Neurotrade.Tests.Strategies.Editing;

public sealed class StrategyTextTests
{
    private const string Text = """
        schema: 1   # the first
        name: dip
        market: { symbols: [BTC/USDT], timeframe: 15m }

        indicators:                      # named
          rsi:   { type: rsi, period: 14 }
          macd:  { type: macd }   # three outputs

        rules:
          entry:
            tag: dip
            all:
              # oversold
              - rsi < 30
              - crosses_above(macd.line, macd.signal)   # momentum

              # one of them
              - any:
                  - close > open
                  # - close > high
              - not: hour() >= 22
          exit: rsi > 70  # hot

        orders:
          stop_loss: 2%                          # or 2 atr
          take_profit:                           # or one value: 4%
            - { at: 2%, close: 50% }
            - { at: 4%, close: 100% }

        """;

    private static readonly RulePath First = RulePath.Entry.Part(0);
    private static readonly RulePath Second = RulePath.Entry.Part(1);
    private static readonly RulePath Group = RulePath.Entry.Part(2);

    [Fact]
    public void Read_OfAFile_OutlinesItsRules()
    {
        RuleOutline entry = StrategyText.Read(Text).Entry!;

        Assert.Equal((OutlineKind.All, "dip", 4), (entry.Kind, entry.Tag, entry.Parts.Length));
        Assert.Equal(
            ["entry", "entry.0", "entry.1", "entry.2", "entry.2.0", "entry.3", "entry.3.0"], entry.Flat().Select(one => one.Path.Text));
        Assert.Equal("crosses_above(macd.line, macd.signal)", entry.Parts[1].Text);
        Assert.Equal("entry.3.0", entry.At(entry.Parts[3].From.Line, 14)!.Path.Text);
    }

    [Fact]
    public void SetCondition_ChangesTheExpressionAlone() =>
        Holds(text => text.SetCondition(First, "rsi < 25 and close > 1"), ("- rsi < 30", "- rsi < 25 and close > 1"));

    [Fact]
    public void SetCondition_WithAComma_StandsPlainInABlockListAndQuotedInBrackets()
    {
        Holds(text => text.SetCondition(First, "within(rsi < 30, 3)"), ("- rsi < 30", "- within(rsi < 30, 3)"));

        string flow = Text.Replace("exit: rsi > 70", "exit: { any: [rsi > 70, { tag: t, when: rsi > 80 }] }", StringComparison.Ordinal);
        TextEdit edit = StrategyText.Read(flow).SetCondition(RulePath.Exit.Part(0), "within(rsi < 30, 3)");
        Assert.Equal(flow.Replace("[rsi > 70,", "[\"within(rsi < 30, 3)\",", StringComparison.Ordinal), edit.Text);
    }

    [Fact]
    public void SetTag_OfABareCondition_MakesABlockOfIt_AndBack()
    {
        string tagged = Holds(
            text => text.SetTag(First, "low"),
            ("- rsi < 30", "- tag: low\n        when: rsi < 30"));

        Assert.Equal(Text, StrategyText.Read(tagged).SetTag(First, null).Text);
    }

    [Fact]
    public void SetTag_OfAGroup_IsAKeyOfIt_AndBack()
    {
        string tagged = Holds(text => text.SetTag(Group, "one"), ("- any:", "- tag: one\n        any:"));

        Assert.Equal(Text, StrategyText.Read(tagged).SetTag(Group, null).Text);
        Holds(text => text.SetTag(RulePath.Entry, "deep"), ("tag: dip", "tag: deep"));
        Holds(text => text.SetTag(RulePath.Entry, null), ("    tag: dip\n", string.Empty));
    }

    [Fact]
    public void SetKind_RenamesTheKey() => Holds(text => text.SetKind(RulePath.Entry, OutlineKind.Any), ("    all:", "    any:"));

    [Fact]
    public void AddCondition_StandsAtItsPlace_AndGoesAgain()
    {
        string added = Holds(
            text => text.AddCondition(Group, 1, "volume > 0"),
            ("          # - close > high\n", "          # - close > high\n          - volume > 0\n"));

        Assert.Equal(Text, StrategyText.Read(added).RemoveRule(Group.Part(1)).Text);
    }

    [Fact]
    public void Wrap_OfAWholeRule_IndentsItsLines_AndBack()
    {
        string wrapped = StrategyText.Read(Text).Wrap(RulePath.Exit, OutlineKind.Any).Text;

        Assert.Equal(
            Text.Replace("  exit: rsi > 70  # hot", "  exit:\n    any:\n      - rsi > 70  # hot", StringComparison.Ordinal), wrapped);
        Assert.Equal(Text, StrategyText.Read(wrapped).Unwrap(RulePath.Exit).Text);
    }

    [Fact]
    public void Wrap_OfAGroup_KeepsWhatItHolds_AndBack()
    {
        string wrapped = Holds(
            text => text.Wrap(Group, OutlineKind.Not),
            ("- any:\n          - close > open", "- not:\n          any:\n            - close > open"));

        Assert.Equal(Text, StrategyText.Read(wrapped).Unwrap(Group).Text);
    }

    [Fact]
    public void Move_TakesTheCommentsAboveAlong_AndBack()
    {
        TextEdit moved = StrategyText.Read(Text).Move(Group, RulePath.Entry, 0);

        Assert.Null(moved.Refusal);
        Assert.Contains("all:\n\n      # one of them\n      - any:\n          - close > open\n", moved.Text, StringComparison.Ordinal);
        Assert.Equal(Text, StrategyText.Read(moved.Text).Move(First, RulePath.Entry, 2).Text);
    }

    [Fact]
    public void Move_IntoAGroup_IndentsIt_AndBack()
    {
        TextEdit moved = StrategyText.Read(Text).Move(First, Group, 0);

        Assert.Null(moved.Refusal);
        Assert.Contains("- any:\n          # oversold\n          - rsi < 30\n          - close > open\n", moved.Text, StringComparison.Ordinal);
        Assert.Equal(Text, StrategyText.Read(moved.Text).Move(RulePath.Entry.Part(1).Part(0), RulePath.Entry, 0).Text);
    }

    [Fact]
    public void Move_OfTheLastOfAGroup_TakesTheGroupAway()
    {
        TextEdit moved = StrategyText.Read(Text).Move(Group.Part(0), RulePath.Entry, 0);

        Assert.Equal(
            ["close > open", "rsi < 30", "crosses_above(macd.line, macd.signal)", ""],
            StrategyText.Read(moved.Text).Entry!.Parts.Select(part => part.Text));
    }

    [Fact]
    public void Move_IntoItself_IsRefused() =>
        Assert.Equal((Text, "A group cannot be moved into itself."), Of(StrategyText.Read(Text).Move(Group, Group, 0)));

    [Fact]
    public void RemoveRule_LeavesCommentsAbove_AndAnEntryStays()
    {
        Holds(text => text.RemoveRule(First), ("      - rsi < 30\n", string.Empty));
        Holds(text => text.RemoveRule(RulePath.Exit), ("  exit: rsi > 70  # hot\n", string.Empty));
        Assert.NotNull(StrategyText.Read(Text).RemoveRule(RulePath.Entry).Refusal);
    }

    [Theory]
    [InlineData("orders.stop_loss", "3 atr", "stop_loss: 2% ", "stop_loss: 3 atr ")]
    [InlineData("indicators.rsi.period", "21", "period: 14", "period: 21")]
    [InlineData("orders.take_profit.1.at", "6%", "at: 4%", "at: 6%")]
    [InlineData("capital", "500", "15m }\n", "15m }\n\ncapital: 500\n")]
    [InlineData("orders.size.percent_of_equity", "10%", "orders:\n", "orders:\n  size: { percent_of_equity: 10% }\n")]
    [InlineData("orders.cooldown", "4 bars", "    - { at: 4%, close: 100% }\n", "    - { at: 4%, close: 100% }\n  cooldown: 4 bars\n")]
    [InlineData("parameters.low.value", "30", "15m }\n", "15m }\n\nparameters:\n  low: { value: 30 }\n")]
    [InlineData("costs.fee.maker", "0.1%", "close: 100% }\n", "close: 100% }\n\ncosts:\n  fee: { maker: 0.1% }\n")]
    public void SetValue_ChangesTheValueAlone(string path, string value, string from, string to) =>
        Holds(text => text.SetValue(path, value), (from, to));

    [Fact]
    public void RemoveValue_TakesEmptyBlocksWithIt_AndUndoesWhatWasAdded()
    {
        string[] paths = ["capital", "parameters.low.value", "costs.fee.maker", "orders.size.percent_of_equity", "indicators.trend.type"];
        foreach (string path in paths)
        {
            string set = StrategyText.Read(Text).SetValue(path, "1%").Text;

            Assert.NotEqual(Text, set);
            Assert.Equal(Text, StrategyText.Read(set).RemoveValue(path).Text);
        }
    }

    [Fact]
    public void Put_InPlaceOfAList_KeepsTheCommentBesideTheKey() => Holds(
        text => text.Put("orders.take_profit", JsonValue.Create("5%")),
        ("take_profit:                           # or", "take_profit: 5%                           # or"),
        ("    - { at: 2%, close: 50% }\n    - { at: 4%, close: 100% }\n", string.Empty));

    [Fact]
    public void Edits_OfTextWithOtherLineEnds_KeepThem()
    {
        string windows = "\uFEFF" + Text.TrimEnd('\n').Replace("\n", "\r\n", StringComparison.Ordinal);

        string wrapped = StrategyText.Read(windows).Wrap(Group, OutlineKind.All).Text;
        string added = StrategyText.Read(windows).SetValue("costs.slippage", "1 bps").Text;

        Assert.DoesNotContain('\n', wrapped.Replace("\r\n", string.Empty, StringComparison.Ordinal));
        Assert.EndsWith("\r\n\r\ncosts:\r\n  slippage: 1 bps", added, StringComparison.Ordinal);
        Assert.Equal(windows, StrategyText.Read(wrapped).Unwrap(Group).Text);
        Assert.Equal(windows, StrategyText.Read(added).RemoveValue("costs.slippage").Text);
    }

    [Fact]
    public void Edits_OfJson_StayJson()
    {
        const string json = """
            {
              "schema": 1, "name": "j",
              "market": { "symbols": ["BTC/USDT"], "timeframe": "1h" },
              "rules": {
                "entry": {
                  "all": [
                    "close > open",
                    "close > 10"
                  ]
                }
              }
            }
            """;

        string text = StrategyText.Read(json).AddCondition(RulePath.Entry, 2, "max(open, close) > 3").Text;
        text = StrategyText.Read(text).Wrap(First, OutlineKind.Not).Text;
        text = StrategyText.Read(text).SetTag(Second, "x").Text;
        text = StrategyText.Read(text).SetValue("capital", "250.5").Text;
        text = StrategyText.Read(text).SetValue("orders.stop_loss", "2%").Text;
        TextEdit moved = StrategyText.Read(text).Move(RulePath.Entry.Part(2), RulePath.Entry, 0);
        text = moved.Text;
        Assert.True(moved.Refusal is null, moved.Refusal);

        JsonNode parsed = JsonNode.Parse(text)!;
        const string expected = """["max(open, close) > 3",{"not":"close > open"},{"tag":"x","when":"close > 10"}]""";
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), parsed["rules"]!["entry"]!["all"]), text);
        Assert.Equal(250.5, parsed["capital"]!.GetValue<double>());
        Assert.Null(Record.Exception(() => StrategyFile.Load(text, "j.json", new StrategyOverrides())));
    }

    [Theory]
    [InlineData("schema: 1\nname: [", "first problem")]
    [InlineData("{ \"strategy_id\": \"x\" }", "older form")]
    [InlineData("schema: 1\na: &x 1\n", "first problem")]
    [InlineData("", "first problem")]
    public void Read_OfWhatHasNoForm_SaysWhy_AndLeavesTheTextAlone(string text, string expected)
    {
        StrategyText read = StrategyText.Read(text);

        Assert.Contains(expected, read.Refusal!, StringComparison.Ordinal);
        Assert.Equal((text, read.Refusal), Of(read.SetCondition(RulePath.Entry, "close > open")));
        Assert.Equal((text, read.Refusal), Of(read.Move(First, RulePath.Entry, 1)));
        Assert.Null(read.Entry);
    }

    private static (string, string?) Of(TextEdit edit) => (edit.Text, edit.Refusal);

    // The edit changes what is named and nothing else.
    private static string Holds(Func<StrategyText, TextEdit> change, params (string From, string To)[] expected)
    {
        TextEdit edit = change(StrategyText.Read(Text));
        Assert.Null(edit.Refusal);
        Assert.Equal(expected.Aggregate(Text, (text, pair) => text.Replace(pair.From, pair.To, StringComparison.Ordinal)), edit.Text);
        return edit.Text;
    }
}
