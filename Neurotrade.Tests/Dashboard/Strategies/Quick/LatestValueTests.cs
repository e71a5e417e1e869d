using Neurotrade.Core.Features;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;
using Neurotrade.Web.Commands;
using Neurotrade.Web.Composition;
using Neurotrade.Web.Dashboard.Candles;
using Neurotrade.Web.Dashboard.Strategies.Quick;

namespace Neurotrade.Tests.Dashboard.Strategies.Quick;

public sealed class LatestValueTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly CandleShelf shelf;
    private readonly QuickCandles candles;
    private readonly Strategy strategy = StrategyFile.Load(
        """
        schema: 1
        name: x
        market: { symbols: [BTC/USDT], timeframe: 1d }
        indicators: { bands: { type: bollinger, period: 20 } }
        rules: { entry: close > bands.upper }
        """,
        "x.yaml",
        new StrategyOverrides());

    public LatestValueTests()
    {
        shelf = new CandleShelf(CandleSources.StoreOf(StateFolder.Of(folder.Path, null, null)), TimeProvider.System);
        candles = new QuickCandles(shelf, [new GeneratedMarket()]);
    }

    [Fact]
    public async Task Of_AnOutput_IsItsValueAtTheLastBarThatTheQuickBacktestHas()
    {
        Assert.Null(LatestValue.Of(candles, strategy, "bands.upper"));

        QuickSet set = await candles.OpenAsync(strategy, GeneratedMarket.Exchange);

        LatestValue latest = LatestValue.Of(candles, strategy, "bands.upper")!;
        CandleSeries bars = set.Symbols[0].Bars;
        FeatureFrame frame = FeatureFrame.Compute(bars, strategy.Indicators);
        Assert.Equal(frame.Column(0, 1)[^1], latest.Value);
        Assert.Equal((GeneratedMarket.Exchange, bars.Times[^1], bars.Symbol), (latest.Exchange, latest.OpenMillis, latest.Symbol));
    }

    [Fact]
    public async Task Of_WhatTheStrategyHasNot_IsNone()
    {
        await candles.OpenAsync(strategy, GeneratedMarket.Exchange);

        Assert.Null(LatestValue.Of(candles, strategy, "bands.nothing"));
        Assert.Null(LatestValue.Of(candles, strategy, "other.upper"));
    }

    public void Dispose()
    {
        candles.Dispose();
        shelf.Dispose();
        folder.Dispose();
    }
}
