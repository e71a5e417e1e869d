using System.Text;
using Neurotrade.Core.Strategies;
using Neurotrade.Web.Dashboard;

namespace Neurotrade.Tests.Dashboard;

public sealed class ChartPlanTests
{
    private const string Text = """
        schema: 1
        name: guides
        market: { exchange: sim, symbols: [BTC/USDT], timeframe: 1h }
        parameters:
          hot: { value: 70, min: 60, max: 90, step: 5 }
        indicators:
          trend: { type: ema, period: 50 }
          slow: { type: ema, period: 90 }
          rsi: { type: rsi, period: 14 }
          macd: { type: macd, fast: 12, slow: 26, signal: 9 }
          cci: { type: cci, period: 20 }
          adx: { type: adx, period: 14 }
          atr: { type: atr, period: 14 }
        rules:
          entry:
            all:
              - rsi[1] < 30 or within(rsi < 25, 3)
              - close > trend
              - not: 100 < cci
              - macd.histogram > 0 and crosses_above(cci, -100)
          exit: rsi > $hot and rsi < close
        """;

    private static readonly Strategy Read = StrategyOf();

    [Fact]
    public void Guides_OfBothRules_AreTheConstantsThatAnOutputIsComparedWith()
    {
        GuideLevels guides = GuideLevels.Of(Read);

        Assert.Equal([25.0, 30, 70], guides.Of(PlaceOf("rsi"), 0));
        Assert.Equal([-100.0, 100], guides.Of(PlaceOf("cci"), 0));
        Assert.Equal([0.0], guides.Of(PlaceOf("macd"), 2));
        Assert.Empty(guides.Of(PlaceOf("macd"), 0));
        Assert.Empty(guides.Of(PlaceOf("trend"), 0));
    }

    [Fact]
    public void Plan_WithAnIndicatorHidden_GivesItsPaneToTheNextAndKeepsColours()
    {
        ChartPlan all = ChartPlan.Of(Read, []);
        ChartPlan less = ChartPlan.Of(Read, ["rsi", "trend"]);

        Assert.Equal(3, all.Panes.Length);
        Assert.False(all.Keys.Single(key => key.Instance == Read.Indicators.Last(one => IsPane(one.Name)).Name).IsShown);
        Assert.Equal(["adx 14", "cci 20", "macd 12 26 9"], less.Panes.Order(StringComparer.Ordinal));
        Assert.DoesNotContain(less.Lines, line => line.Column is "rsi.rsi" or "trend.ema");
        Assert.Equal(all.Keys.Select(key => (key.Instance, key.Color)), less.Keys.Select(key => (key.Instance, key.Color)));
        Assert.Equal(
            all.Lines.Single(line => line.Column == "slow.ema").Color, less.Lines.Single(line => line.Column == "slow.ema").Color);
        Assert.All(less.Lines.Where(line => line.Pane > 0), line => Assert.Equal(
            less.Panes[line.Pane - 1], ChartPlan.NameOf(Read.Indicators[line.Instance])));
    }

    [Fact]
    public void Plan_OfFiveIndicators_GivesEachAColourOfItsOwn()
    {
        ChartPlan plan = ChartPlan.Of(Read, []);

        Assert.Equal(6, plan.Keys.Length);
        Assert.Equal(5, plan.Keys.Take(5).Select(key => key.Color).Distinct().Count());
        Assert.Equal("s3", plan.Keys.First(key => IsPane(key.Instance)).Color);
        Assert.Equal("s1", plan.Keys.First(key => !IsPane(key.Instance)).Color);
    }

    [Fact]
    public void Plan_OfALineAndAPaneOfTwo_TellsAllThreeApart()
    {
        string text = Text[..Text.IndexOf("  slow:", StringComparison.Ordinal)] + """
              stoch: { type: stoch, period: 14, signal: 3, smooth: 3 }
            rules:
              entry: stoch.k > stoch.d and close > trend
            """;

        ChartPlan plan = ChartPlan.Of(StrategyFile.Read(Encoding.UTF8.GetBytes(text), "a.yaml", StrategyOverrides.None).Strategy, []);

        Assert.Equal(3, plan.Lines.Select(line => line.Color).Distinct().Count());
        Assert.All(plan.Keys, key => Assert.Equal(
            key.Color, plan.Lines.First(line => line.Column.StartsWith($"{key.Instance}.", StringComparison.Ordinal)).Color));
    }

    private static bool IsPane(string name) => name is "rsi" or "macd" or "cci" or "adx";

    private static int PlaceOf(string name) => Read.Indicators.Select(one => one.Name).ToList().IndexOf(name);

    private static Strategy StrategyOf() =>
        StrategyFile.Read(Encoding.UTF8.GetBytes(Text), "guides.yaml", StrategyOverrides.None).Strategy;
}
