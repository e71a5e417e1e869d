using System.Collections.Immutable;
using Neurotrade.Core.Market;
using Neurotrade.Core.Research;
using Neurotrade.Core.Research.Overfitting;
using Neurotrade.Core.Simulation;

namespace Neurotrade.Tests.Research.Overfitting;

public sealed class RegimesTests
{
    // Forty even days, forty that rise by 1%, forty that fall by 1%: a day is of the regime into which thirty days brought it.
    [Fact]
    public void Of_AMarketThatRisesAndFalls_SharesItsDays()
    {
        List<double> closes = [.. Enumerable.Repeat(100.0, 40)];
        closes.AddRange(Enumerable.Range(0, 40).Select(i => closes[39] * Math.Pow(1.01, i + 1)));
        closes.AddRange(Enumerable.Range(0, 40).Select(i => closes[79] * Math.Pow(0.99, i + 1)));
        CandleSeries market = Runs.Flat(Runs.Btc, Timeframe.Day, [.. closes]);
        double[] equity = [.. Enumerable.Range(1, 120).Select(day => 1000.0 + day)];

        ImmutableArray<RegimeShare> found =
            RegimeShare.Of(EquityWalk.Of(Runs.Of(Timeframe.Day, 1000, equity)).Daily, market);

        // 1.01¹⁰ is the first power over 1.1, 31 days of rise hold the most; and so down: the pnl is one a day.
        Assert.Equal([Regime.Bull, Regime.Bear, Regime.Side], found.Select(one => one.Regime));
        Assert.Equal(120 - 30, found.Sum(one => one.Days));
        int bull = Enumerable.Range(30, 90).Count(day => closes[day] / closes[day - 30] >= 1.1);
        int bear = Enumerable.Range(30, 90).Count(day => closes[day] / closes[day - 30] <= 0.9);
        Assert.Equal((bull, bear), (found[0].Days, found[1].Days));
        Assert.True(bull > 30 && bear > 15, $"{bull} {bear}");
        Assert.All(found, one => Assert.Equal(one.Days, one.Pnl));
    }

    [Fact]
    public void Of_FewerThanThirtyDays_HasNone()
    {
        CandleSeries market = Runs.Flat(Runs.Btc, Timeframe.Day, [.. Enumerable.Repeat(5.0, 20)]);
        DailyEquity daily = EquityWalk.Of(Runs.Of(Timeframe.Day, 10, [.. Enumerable.Repeat(11.0, 20)])).Daily;

        Assert.All(RegimeShare.Of(daily, market), one => Assert.Equal((0, 0.0), (one.Days, one.Pnl)));
    }

    // Bought under the low and sold over the high is better than the bar; slippage beyond the other end is only dear.
    [Theory]
    [InlineData(TradeSide.Buy, 98.9, 1)]
    [InlineData(TradeSide.Buy, 99, 0)]
    [InlineData(TradeSide.Buy, 102, 0)]
    [InlineData(TradeSide.Sell, 101.1, 1)]
    [InlineData(TradeSide.Sell, 101, 0)]
    [InlineData(TradeSide.Sell, 95, 0)]
    public void Fills_AgainstTheirBar_AreBetterOrNot(TradeSide side, double price, int better)
    {
        CandleSeries series = CandleSeries.From(Runs.Btc, Timeframe.Day, [new Candle(Runs.Start, 100, 101, 99, 100, 0)]);
        BacktestFill fill = new(1, 1, 1, Runs.Start, Runs.Btc, side, price, 1, 0, Liquidity.Taker, FillReason.Signal);
        BacktestResult result = Runs.Of(Timeframe.Day, 1000, 1000) with { Fills = [fill] };

        Assert.Equal(new FillPlausibility(1, better, 1), FillPlausibility.Of(result, [series]));
    }
}
