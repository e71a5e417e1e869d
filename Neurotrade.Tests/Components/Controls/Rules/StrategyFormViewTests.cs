using AngleSharp.Dom;
using Bunit;
using Neurotrade.Web.Components.Controls.Rules;

namespace Neurotrade.Tests.Components.Controls.Rules;

public sealed class StrategyFormViewTests : FormContext
{
    private const string Dip = """
        schema: 1
        name: dip
        market: { symbols: [BTC/USDT], timeframe: 1h }   # hourly
        parameters:
          low: { value: 30, min: 20, max: 40 }
        indicators:
          rsi: { type: rsi, period: 14 }   # momentum
          bands: { type: bollinger }
        rules:
          entry:
            all:
              # oversold
              - rsi < $low
              - { tag: cheap, when: close < bands.lower }
              - any:
                  - rising(close, 3)
                  - volume > 0
        orders:
          stop_loss: 2%   # tight

        """;

    [Fact]
    public void Form_OfAStrategy_ShowsEachConditionWithItsWordsAndFields()
    {
        IRenderedComponent<StrategyFormView> form = Open();

        Assert.Equal("rsi", Chosen(form, "First value of rsi < $low"));
        Assert.Equal("<", Chosen(form, "Comparison of rsi < $low"));
        Assert.Equal("$low", Field(form, "Second value of rsi < $low").GetAttribute("value"));
        Assert.Equal("rising(close, 3)", Field(form, "Condition rising(close, 3)").GetAttribute("value"));
        Assert.Equal("cheap", Field(form, "Tag of close < bands.lower").GetAttribute("value"));
        Assert.Contains("rsi is below 30", form.Markup, StringComparison.Ordinal);
        Assert.Contains("stops and targets alone", form.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Form_AFieldOfACondition_ChangesItsTextAlone()
    {
        IRenderedComponent<StrategyFormView> form = Open();

        Field(form, "Second value of rsi < $low").Change("25");
        Field(form, "Comparison of rsi < 25").Change("crosses_below");

        Assert.Equal(Dip.Replace("rsi < $low", "crosses_below(rsi, 25)", StringComparison.Ordinal), Text);
    }

    [Fact]
    public void Form_ANameThatIsNot_IsToldAtItsConditionWithTheFix()
    {
        IRenderedComponent<StrategyFormView> form = Open();

        Field(form, "Condition rising(close, 3)").Change("rising(clsoe, 3)");

        IElement node = form.FindAll("li.rnode").Last(one => one.TextContent.Contains("clsoe", StringComparison.Ordinal));
        Assert.Equal("entry.2.0", node.QuerySelector("[data-row]")!.GetAttribute("data-row"));
        form.Find("[data-fix]").Click();
        Assert.Equal(Dip, Text);
    }

    [Fact]
    public void Form_MenuOfANode_GroupsMovesTagsAndRemoves()
    {
        IRenderedComponent<StrategyFormView> form = Open();

        Do(form, "More for rsi < $low", "Negate: not");
        Assert.Contains("      - not: rsi < $low\n", Text, StringComparison.Ordinal);
        Do(form, "More for what does not hold", "Take the not away");
        Assert.Equal(Dip, Text);

        Do(form, "More for rsi < $low", "Move down");
        Do(form, "More for rsi < $low", "Move up");
        Assert.Equal(Dip, Text);

        Do(form, "More for rsi < $low", "Add a tag");
        Field(form, "Tag of rsi < $low").Change("low");
        Assert.Contains("- tag: low\n        when: rsi < $low\n", Text, StringComparison.Ordinal);
        Do(form, "More for rsi < $low", "Take the tag away");
        Assert.Equal(Dip, Text);

        Do(form, "More for volume > 0", "Remove");
        Assert.Equal(Dip.Replace("          - volume > 0\n", string.Empty, StringComparison.Ordinal), Text);
    }

    [Fact]
    public void Form_AGroup_TakesAnotherConditionAndChangesItsKind()
    {
        IRenderedComponent<StrategyFormView> form = Open();

        Button(form, "Add a condition to any of 2").Click();
        form.FindAll("select.kind")[^1].Change("All");

        Assert.EndsWith(
            "      - all:\n          - rising(close, 3)\n          - volume > 0\n          - close > open\norders:\n  stop_loss: 2%   # tight\n",
            Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_KeysAndDrops_MoveConditions()
    {
        IRenderedComponent<StrategyFormView> form = Open();

        await form.InvokeAsync(() => form.Instance.Step("entry.0", "Down"));
        Assert.Contains("- { tag: cheap, when: close < bands.lower }\n      # oversold\n      - rsi < $low", Text, StringComparison.Ordinal);
        await form.InvokeAsync(() => form.Instance.Drop("entry.1", "entry.2", "into"));
        Assert.Contains("- any:\n          # oversold\n          - rsi < $low\n", Text, StringComparison.Ordinal);
        await form.InvokeAsync(() => form.Instance.Drop("entry.1.0", "entry.0", "before"));
        Assert.Equal(Dip, Text);
        await form.InvokeAsync(() => form.Instance.Drop("entry.2", "entry.2.0", "after"));
        Assert.Equal(Dip, Text);
    }

    [Fact]
    public void Form_Orders_AreFieldsOfTheText()
    {
        IRenderedComponent<StrategyFormView> form = Open();

        Field(form, "Stop-loss").Change("3 atr");
        Field(form, "Size").Change("percent_of_equity");
        Field(form, "Share of equity").Change("25%");
        Field(form, "Take-profit").Change("5%");
        Field(form, "period of rsi").Change("21");

        Assert.Contains(
            "orders:\n  size: { percent_of_equity: 25% }\n  stop_loss: 3 atr   # tight\n  take_profit: 5%\n", Text, StringComparison.Ordinal);
        Assert.Contains("rsi: { type: rsi, period: 21 }   # momentum", Text, StringComparison.Ordinal);

        Field(form, "Take-profit").Change(string.Empty);
        Field(form, "Size").Change(string.Empty);
        Assert.Contains("orders:\n  stop_loss: 3 atr   # tight\n", Text, StringComparison.Ordinal);
        Assert.DoesNotContain("take_profit", Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Form_AValueThatIsRefused_IsToldAtItsField()
    {
        IRenderedComponent<StrategyFormView> form = Open();

        Field(form, "Stop-loss").Change("2");

        IElement field = Field(form, "Stop-loss");
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        Assert.Contains("without a unit", field.ParentElement!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Form_IndicatorsAndParameters_ComeAndGo()
    {
        IRenderedComponent<StrategyFormView> form = Open();

        form.FindAll("input[placeholder=name]")[0].Change("trend");
        form.FindAll("form")[0].Submit();
        Assert.Contains("  bands: { type: bollinger }\n  trend: { type: ema, period: ", Text, StringComparison.Ordinal);
        Button(form, "Remove trend").Click();
        Assert.Equal(Dip, Text);
        Assert.Contains("Refused", Refused(form, "Remove rsi"), StringComparison.Ordinal);
    }

    [Fact]
    public void Form_ANameOfAnIndicatorOrAParameter_ChangesWhereverItIsSaid()
    {
        IRenderedComponent<StrategyFormView> form = Open();

        Field(form, "Name of bands").Change("range");
        Field(form, "Name of $low").Change("depth");

        string expected = Dip.Replace("bands", "range", StringComparison.Ordinal).Replace("$low", "$depth", StringComparison.Ordinal)
            .Replace("  low:", "  depth:", StringComparison.Ordinal);
        Assert.Equal(expected, Text);
        Field(form, "Name of range").Change("bands");
        Field(form, "Name of $depth").Change("low");
        Assert.Equal(Dip, Text);
    }

    [Fact]
    public void Form_ANameThatCannotBe_StaysInItsFieldWithTheReason_AndGoesWithTheNextName()
    {
        IRenderedComponent<StrategyFormView> form = Open();

        Field(form, "Name of rsi").Change("bands");

        IElement field = Field(form, "Name of rsi");
        Assert.Equal(Dip, Text);
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        Assert.Contains("another one's name", field.ParentElement!.TextContent, StringComparison.Ordinal);
        field.Change("strength");
        Assert.Null(Field(form, "Name of strength").GetAttribute("aria-invalid"));
        Assert.Contains("  strength: { type: rsi, period: 14 }", Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Form_OfATextThatCannotBeTakenApart_SaysWhy()
    {
        IRenderedComponent<StrategyFormView> form = Open("schema: 1\nrules: [");

        Assert.Contains("mend its first problem", form.Find(".empty, .sform").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Form_EveryField_HasANameForThoseWhoDoNotSeeIt()
    {
        IRenderedComponent<StrategyFormView> form = Open();

        Assert.All(
            form.FindAll("input, select, button"),
            one => Assert.True(
                one.HasAttribute("aria-label") || one.TextContent.Trim().Length > 0 || one.Closest("label") is not null, one.OuterHtml));
        Assert.Empty(form.FindAll("[data-row] input:not([aria-label]), [data-row] select:not([aria-label])"));
    }

    // Removing what rules name is a change like any other; the rules then say what is missing.
    private static string Refused(IRenderedComponent<StrategyFormView> form, string button)
    {
        Button(form, button).Click();
        return form.FindAll("li.rnode .danger").Count > 0 ? "Refused by the rules" : string.Empty;
    }

    private IRenderedComponent<StrategyFormView> Open() => Open(Dip);

    private static void Do(IRenderedComponent<StrategyFormView> form, string menu, string action)
    {
        Button(form, menu).Click();
        form.FindAll(".menu button").Single(button => button.TextContent == action).Click();
    }

    private static string? Chosen(IRenderedComponent<StrategyFormView> form, string name) =>
        Field(form, name).QuerySelectorAll("option").Single(option => option.HasAttribute("selected")).GetAttribute("value");
}
