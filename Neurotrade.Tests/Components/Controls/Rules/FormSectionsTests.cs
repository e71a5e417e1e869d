using AngleSharp.Dom;
using Bunit;
using Neurotrade.Core.Strategies.Editing;
using Neurotrade.Core.Strategies.Files;
using Neurotrade.Web.Components.Controls.Rules;
using Neurotrade.Web.Dashboard.Strategies;

namespace Neurotrade.Tests.Components.Controls.Rules;

public sealed class FormSectionsTests : FormContext
{
    // A value a place that FormFields knows, each written so that no two fields show the same.
    private const string Whole = """
        schema: 1
        name: whole
        description: |
          first
          second
        tags: [a tag, another]
        market: { exchange: kraken, symbols: [BTC/USDT, ETH/USDT], timeframe: 4h, detail: 1h, benchmark: buy_and_hold }
        capital: 777
        parameters:
          low: { value: 31, min: 21, max: 41, step: 2 }
          far: 71
        indicators:
          rsi: { type: rsi, period: 15, timeframe: 8h }
        rules:
          entry: rsi < $low
        orders:
          size: { risk: 1.5%, stop: 2.5 atr }
          entry: { type: limit, offset: 0.3%, expires: 5 bars }
          stop_loss: 2.2%
          take_profit: [{ at: 3.1%, close: 51% }, { at: 6.1%, close: 100% }]
          trailing_stop: { distance: 3.3%, after: 1.7% }
          max_holding: 3d
          cooldown: 6 bars
        costs:
          fee: { maker: 0.11%, taker: 0.12% }
          slippage: { model: volume_share, impact: 7 bps, limit: 2.7% }
        risk:
          max_positions: 3
          max_exposure: 52%
          max_drawdown: { limit: 22%, action: flatten_and_halt }
          max_daily_loss: { limit: 5.5%, action: halt }
          max_orders_per_minute: 11
          protections:
            - { type: stoploss_guard, count: 4, within: 9h, lock: 10h }

        """;

    [Fact]
    public void Form_OfAFileWithEverything_ShowsEachValueInAField()
    {
        IRenderedComponent<StrategyFormView> form = Open(Whole);

        // There is one schema and one kind of protection, which the form says in words.
        StrategyText read = StrategyText.Read(Whole);
        string[] shown = [.. form.FindAll("input, textarea, option[selected]").Select(one => one.GetAttribute("value") ?? string.Empty)];
        IEnumerable<string> values = read.Outside((path, _) => path is "schema" or "rules" or "risk.protections.0.type")
            .SelectMany(part => Values(read, part.Path));
        Assert.All(values, value => Assert.Contains(value, shown));
        Assert.Empty(StrategyCheck.Of(Whole, "whole.yaml").Problems);
        Assert.Empty(form.FindAll(".outside"));
    }

    [Fact]
    public void Market_Fields_ChangeTheTextAndTellTheirProblems()
    {
        IRenderedComponent<StrategyFormView> form = Open(Whole);

        Field(form, "Candles").Change("2h");
        Field(form, "Symbol 2").Change("ETH/EUR");
        Assert.Contains("symbols: [BTC/USDT, ETH/EUR], timeframe: 2h, detail", Text, StringComparison.Ordinal);
        Assert.Contains("not priced in USDT", Field(form, "Symbol 2").ParentElement!.TextContent, StringComparison.Ordinal);
        Field(form, "Symbol 2").Change(string.Empty);
        Field(form, "Finer, inside a bar").Change(string.Empty);
        Field(form, "Exchange").Change("sim");
        Field(form, "Held against").Change(string.Empty);
        Assert.Contains("market: { exchange: sim, symbols: [BTC/USDT], timeframe: 2h }", Text, StringComparison.Ordinal);

        Add(form, "Add a symbol", "SOL/USDT");
        Assert.Contains("symbols: [BTC/USDT, SOL/USDT]", Text, StringComparison.Ordinal);
        Field(form, "Candles").Change(string.Empty);
        IElement section = form.Find("section[aria-labelledby=form-market]");
        Assert.Contains("`timeframe` is missing".Replace("`", string.Empty, StringComparison.Ordinal), section.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Name_DescriptionAndTags_ChangeTheText_LinesStayLines()
    {
        IRenderedComponent<StrategyFormView> form = Open(Whole);

        Field(form, "Description").Change("one\r\ntwo: 2\nthree");
        Field(form, "Name of the strategy").Change("other: name");
        Field(form, "Tag 1").Change(string.Empty);
        Add(form, "Add a tag", "new, tag");

        Assert.StartsWith(
            "schema: 1\nname: \"other: name\"\ndescription: |\n  one\n  two: 2\n  three\ntags: [another, \"new, tag\"]\n",
            Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_AddChangeAndRemove_ChangeTheTextAlone()
    {
        IRenderedComponent<StrategyFormView> form = Open(Whole);

        Field(form, "Orders a minute, at most").Change("30");
        Field(form, "What that drawdown causes").Change("halt");
        Field(form, "Daily loss, at most").Change(string.Empty);
        Field(form, "Lock of guard 1").Change("2d");
        Button(form, "Pause after stops").Click();
        Assert.Contains("max_drawdown: { limit: 22%, action: halt }\n  max_orders_per_minute: 30\n", Text, StringComparison.Ordinal);
        Assert.EndsWith(
            "    - { type: stoploss_guard, count: 4, within: 9h, lock: 2d }\n"
            + "    - type: stoploss_guard\n      count: 4\n      within: 1d\n      lock: 4h\n",
            Text,
            StringComparison.Ordinal);

        Button(form, "Remove guard 2").Click();
        Button(form, "Remove guard 1").Click();
        Assert.EndsWith("  max_orders_per_minute: 30\n", Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_OfAFileWithoutAny_BeginABlock_AndProblemsStandAtTheirField()
    {
        IRenderedComponent<StrategyFormView> form = Open(
            "schema: 1\nname: n\nmarket: { symbols: [A/B], timeframe: 1h }\nrules:\n  entry: close > 1\n");

        Button(form, "Pause after stops").Click();
        Field(form, "Stops of guard 1").Change("0");
        Field(form, "Drawdown, at most").Change("20%");

        Assert.EndsWith(
            "\nrisk:\n  max_drawdown: { limit: 20%, action: halt }\n"
            + "  protections: [{ type: stoploss_guard, count: 0, within: 1d, lock: 4h }]\n",
            Text,
            StringComparison.Ordinal);
        Assert.Contains("from 1", Field(form, "Stops of guard 1").ParentElement!.TextContent, StringComparison.Ordinal);
        Field(form, "Within, of guard 1").Change(string.Empty);
        Assert.Contains("is missing", form.Find("section[aria-labelledby=form-limits]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Costs_OtherKinds_KeepWhatTheyCan()
    {
        IRenderedComponent<StrategyFormView> form = Open(Whole);

        Field(form, "Fee").Change("one");
        Field(form, "Kind of slippage").Change("one");
        Assert.Contains("  fee: 0.12%\n  slippage: 7 bps\n", Text, StringComparison.Ordinal);
        Field(form, "Fee, each side").Change("0.2%");
        Field(form, "Fee").Change("two");
        Field(form, "Kind of slippage").Change("volume_share");
        Assert.Contains(
            "  fee: { maker: 0.2%, taker: 0.2% }\n  slippage: { model: volume_share, impact: 7 bps, limit: 2% }\n",
            Text,
            StringComparison.Ordinal);
        Assert.Empty(StrategyCheck.Of(Text, "whole.yaml").Problems);
    }

    [Fact]
    public void Form_WhatItHasNoFieldFor_IsNamedWithItsLine_AndStays()
    {
        string text = Whole + "agents:\n  mode: gate\n";
        text = text.Replace("stop_loss: 2.2%", "stop_loss: { at: 2% }", StringComparison.Ordinal);
        IRenderedComponent<StrategyFormView> form = Open(text);

        IElement notice = form.Find(".outside");
        Assert.Equal(["orders.stop_loss", "agents"], notice.QuerySelectorAll("code").Select(one => one.TextContent));
        Assert.True(Field(form, "Stop-loss").HasAttribute("disabled"));
        int line = text.Split('\n').ToList().IndexOf("agents:") + 1;
        Button(form, $"line {line}").Click();
        Assert.Equal(new SourcePosition(line, 1), Asked);

        Field(form, "Capital").Change("900");
        Assert.Equal(text.Replace("capital: 777", "capital: 900", StringComparison.Ordinal), Text);
    }

    private static IEnumerable<string> Values(StrategyText text, string path) => text.Value(path) is { } value
        ? [value]
        : text.Keys(path).SelectMany(key => Values(text, $"{path}.{key}"));
}
