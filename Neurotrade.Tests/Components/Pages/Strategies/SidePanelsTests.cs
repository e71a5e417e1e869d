using Bunit;
using Neurotrade.Core.Market;
using Neurotrade.Tests.Dashboard;
using Neurotrade.Web.Components.Pages.Strategies;
using Neurotrade.Web.Dashboard.Strategies;

namespace Neurotrade.Tests.Components.Pages.Strategies;

/// <summary>What stands beside and below the editor.</summary>
public sealed class SidePanelsTests : BunitContext
{
    [Fact]
    public void Problems_AreCountedAndLeadToTheirPlace()
    {
        Problem? chosen = null;
        StrategyCheck bad = StrategyCheck.Of(StoredRuns.Strategy.Replace("type: ema", "type: emma", StringComparison.Ordinal), "a.yaml");
        IRenderedComponent<ProblemsPanel> panel = Render<ProblemsPanel>(with => with
            .Add(one => one.Reading, bad).Add(one => one.SaveProblem, "disk <full>").Add(one => one.Chosen, problem => chosen = problem));

        Assert.Equal(2, bad.Problems.Count);
        Assert.Equal("2 problems", panel.Find(".row b").TextContent);
        Assert.Equal("disk <full>", panel.Find("p.danger").TextContent);
        panel.FindAll("button.problem")[1].Click();
        Assert.Same(bad.Problems[1], chosen);

        panel.Render(with => with.Add(one => one.Reading, StrategyCheck.Of(StoredRuns.Strategy, "a.yaml")).Add(one => one.SaveProblem, null));
        Assert.Equal("No problem", panel.Find(".row b").TextContent);
        Assert.Empty(panel.FindAll("button, p"));
    }

    [Fact]
    public void WarmUp_IsToldInBarsAndTime_WithWhatIsNotUsed()
    {
        StrategyDraft draft = Draft();
        IRenderedComponent<WarmUpPanel> panel = Render<WarmUpPanel>(with => with.Add(one => one.Strategy, draft.Valid!));

        Assert.Matches("^[0-9]+ bars of 1h$", panel.Find(".hint").TextContent);
        Assert.Contains(" h of candles", panel.Find("p").TextContent, StringComparison.Ordinal);
        Assert.Equal("Not used: rsi", panel.Find(".warn").TextContent.Trim());
    }

    [Fact]
    public void Words_FollowTheLastValidText_AndSayThatTheyDo()
    {
        StrategyDraft draft = Draft();
        IRenderedComponent<WordsPanel> panel = Render<WordsPanel>(with => with.Add(one => one.Draft, draft));
        string words = panel.Find("pre").TextContent;
        Assert.Empty(panel.FindAll(".hint"));

        draft.Change(StoredRuns.Strategy + "\nnonsense");
        panel.Render();
        Assert.Equal((words, "last valid text"), (panel.Find("pre").TextContent, panel.Find(".hint").TextContent));

        IRenderedComponent<WordsPanel> never = Render<WordsPanel>(with => with.Add(one => one.Draft, new StrategyDraft("b.yaml", "<script>", false)));
        Assert.Contains("cannot be read yet", never.Markup, StringComparison.Ordinal);
        Assert.Empty(never.FindAll("pre"));
    }

    [Fact]
    public void Words_OfAnOlderForm_EchoHowItWasRead()
    {
        const string Older = """
            { "strategy_id": "x", "indicators": { "macd": { "fast_length": 12, "slow_length": 26, "signal_smooth": 9 },
            "rsi": { "length": 14, "overbought": 70, "oversold": 30 } }, "trade_parameters": { "position_size": 1 } }
            """;
        IRenderedComponent<WordsPanel> panel = Render<WordsPanel>(with => with.Add(one => one.Draft, new StrategyDraft("x.json", Older, false)));

        Assert.Contains(panel.FindAll("section[aria-labelledby=echo-title] p"), line => line.TextContent.Contains("macd", StringComparison.Ordinal));
    }

    private static StrategyDraft Draft() => new("cross.yaml", StoredRuns.Strategy, false);
}
