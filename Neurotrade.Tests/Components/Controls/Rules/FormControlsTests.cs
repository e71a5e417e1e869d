using AngleSharp.Dom;
using Bunit;
using Neurotrade.Web.Components.Controls.Rules;
using Neurotrade.Web.Dashboard.Strategies;

namespace Neurotrade.Tests.Components.Controls.Rules;

public sealed class FormControlsTests : FormContext
{
    private const string Plain = """
        schema: 1
        name: plain
        market: { symbols: [BTC/USDT], timeframe: 1h }
        parameters:
          far: 2%
        indicators:
          mean: { type: kama, period: 12, fast: 3, slow: 30 }
        rules:
          entry: close > mean
        orders:
          trailing_stop: 3%
          take_profit: 4%

        """;

    [Fact]
    public void Condition_OfTwoValues_CanBeWrittenAsText_AndBack()
    {
        IRenderedComponent<StrategyFormView> form = Open(Plain);

        Button(form, "Write close > mean as text").Click();
        Field(form, "Condition close > mean").Change("close > mean and volume > 0");

        Assert.Contains("entry: close > mean and volume > 0\n", Text, StringComparison.Ordinal);
        Assert.Empty(form.FindAll("select[aria-label^=Comparison]"));
        Field(form, "Condition close > mean and volume > 0").Change("close < mean");
        Button(form, "Write close < mean as text").Click();
        Assert.Equal(["<", "<=", ">", ">=", "==", "!=", "crosses_above", "crosses_below"],
            Field(form, "Comparison of close < mean").QuerySelectorAll("option").Select(one => one.GetAttribute("value")));
    }

    [Fact]
    public void Condition_OffersTheNamesOfItsFile_AndThePositionToAnExitAlone()
    {
        IRenderedComponent<StrategyFormView> form = Open(Plain.Replace("orders:", "  exit: close < mean\norders:", StringComparison.Ordinal));

        string[] entry = Offered(form, "First value of close > mean");
        string[] exit = Offered(form, "First value of close < mean");

        Assert.Superset(new HashSet<string> { "close", "mean", "$far", "hlc3" }, entry.ToHashSet());
        Assert.Equal(["position.bars", "position.entry_price", "position.pnl"], exit.Except(entry).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void RuleWithoutExit_GetsOne_AndLosesItAgain()
    {
        IRenderedComponent<StrategyFormView> form = Open(Plain);

        Button(form, "Add a rule").Click();
        Assert.Contains("  entry: close > mean\n  exit: close < open\n", Text, StringComparison.Ordinal);
        Button(form, "More for close < open").Click();
        form.FindAll(".menu button").Single(one => one.TextContent == "Remove").Click();

        Assert.Equal(Plain, Text);
        Assert.Empty(form.FindAll(".menu"));
    }

    [Fact]
    public void Problem_WithoutAFix_IsToldWithoutAButton()
    {
        IRenderedComponent<StrategyFormView> form = Open(Plain);

        Field(form, "Take-profit").Change("4");

        IElement problem = Field(form, "Take-profit").ParentElement!.QuerySelector("[role=alert]")!;
        Assert.Contains("without a unit", problem.TextContent, StringComparison.Ordinal);
        Assert.Null(problem.QuerySelector("[data-fix]"));
    }

    [Fact]
    public void Indicator_OfAnotherType_KeepsTheParametersThatItHasToo()
    {
        IRenderedComponent<StrategyFormView> form = Open(Plain);

        Field(form, "Type of mean").Change("ema");
        Assert.Contains("  mean: { type: ema, period: 12 }\n", Text, StringComparison.Ordinal);
        Field(form, "Candles of mean").Change("4h");
        Field(form, "period of mean").Change(string.Empty);

        Assert.Contains("  mean: { type: ema, timeframe: 4h }\n", Text, StringComparison.Ordinal);
        Assert.Equal("20", Field(form, "period of mean").GetAttribute("placeholder"));
    }

    [Fact]
    public void Parameter_IsAdded_GetsARange_AndGoes()
    {
        IRenderedComponent<StrategyFormView> form = Open(Plain);

        NewParameter(form).QuerySelectorAll("input")[0].Change("low");
        NewParameter(form).QuerySelectorAll("input")[1].Change("30");
        NewParameter(form).Submit();
        Field(form, "min of low").Change("20");
        Field(form, "max of low").Change("40");
        form.FindAll("button").First(one => one.TextContent.Trim() == "Range").Click();
        Field(form, "max of far").Change("5%");
        Assert.Contains(
            "parameters:\n  far: { value: 2%, max: 5% }\n  low: { value: 30, min: 20, max: 40 }\n", Text, StringComparison.Ordinal);

        Button(form, "Remove low").Click();
        Field(form, "max of far").Change("1%");
        Assert.Contains("outside its own range", Field(form, "Value of far").ParentElement!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mean", "another one's name")]
    [InlineData("close", "a word of the rule language")]
    [InlineData("two words", "letters, digits and _")]
    public void Indicator_WithANameThatCannotBe_IsNotAdded_AndItSaysWhy(string name, string expected)
    {
        IRenderedComponent<StrategyFormView> form = Open(Plain);

        IElement Adding() => form.FindAll("form").Single(one => one.TextContent.Contains("New indicator", StringComparison.Ordinal));
        Adding().QuerySelector("input")!.Change(name);
        Adding().Submit();

        Assert.Equal(Plain, Text);
        Assert.Contains(expected, Adding().QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Adding().QuerySelector("input")!.Change("trend");
        Adding().Submit();
        Assert.Contains("  trend: { type: ema, period: 20 }", Text, StringComparison.Ordinal);
        Assert.Null(Adding().QuerySelector("[role=alert]"));
    }

    [Fact]
    public void Parameter_WithoutAValue_IsNotAdded_AndItSaysWhy()
    {
        IRenderedComponent<StrategyFormView> form = Open(Plain);

        NewParameter(form).QuerySelectorAll("input")[0].Change("$low");
        NewParameter(form).Submit();

        Assert.Equal(Plain, Text);
        Assert.Contains("low needs a value", NewParameter(form).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Name_ThatTheFileMayNotGive_IsToldAtItsField_AndCanBeChanged()
    {
        IRenderedComponent<StrategyFormView> form = Open(Plain.Replace("mean", "close", StringComparison.Ordinal));

        Assert.Contains("a word of the rule language", Field(form, "Name of close").ParentElement!.TextContent, StringComparison.Ordinal);
        Field(form, "Name of close").Change("mean");

        // What says the word still means the price.
        Assert.Equal(Plain.Replace("entry: close > mean", "entry: close > close", StringComparison.Ordinal), Text);
    }

    [Fact]
    public void Orders_TargetsTrailAndLimit_AreWrittenAsTheyNeedBe()
    {
        IRenderedComponent<StrategyFormView> form = Open(Plain);

        Field(form, "Trails once up by").Change("1%");
        form.FindAll("button").Single(one => one.TextContent.Trim() == "Close in parts").Click();
        Field(form, "Target 1").Change("2%");
        Field(form, "Entry").Change("limit");
        Field(form, "Expires after").Change("3 bars");
        Assert.EndsWith(
            "orders:\n  entry: { type: limit, offset: 0.1%, expires: 3 bars }\n  trailing_stop: { distance: 3%, after: 1% }\n"
            + "  take_profit: [{ at: 2%, close: 50% }, { at: 4%, close: 100% }]\n",
            Text,
            StringComparison.Ordinal);
        Assert.Empty(StrategyCheck.Of(Text, "plain.yaml").Problems);

        Button(form, "Remove target 2").Click();
        Field(form, "Trails once up by").Change(string.Empty);
        Field(form, "Entry").Change("market");
        Assert.EndsWith("orders:\n  trailing_stop: 3%\n  take_profit: [{ at: 2%, close: 50% }]\n", Text, StringComparison.Ordinal);
    }

    // Both kinds at once cannot be, and neither is hidden.
    [Fact]
    public void Orders_OfTwoSizes_ShowBothWithTheProblem()
    {
        IRenderedComponent<StrategyFormView> form = Open(
            Plain.Replace("orders:", "orders:\n  size: { quote_amount: 250, percent_of_equity: 10% }", StringComparison.Ordinal));

        Assert.Equal("250", Field(form, "Amount, quote currency").GetAttribute("value"));
        Field(form, "Share of equity").Change(string.Empty);
        Assert.Contains("  size: { quote_amount: 250 }\n", Text, StringComparison.Ordinal);
    }

    private static IElement NewParameter(IRenderedComponent<StrategyFormView> form) =>
        form.FindAll("form").Single(one => one.TextContent.Contains("New parameter", StringComparison.Ordinal));

    private static string[] Offered(IRenderedComponent<StrategyFormView> form, string field) =>
        [.. Field(form, field).QuerySelectorAll("option").Select(one => one.GetAttribute("value")!)];
}
