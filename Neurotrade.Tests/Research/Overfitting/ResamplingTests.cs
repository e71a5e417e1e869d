using System.Collections.Immutable;
using Neurotrade.Core.Market;
using Neurotrade.Core.Research;
using Neurotrade.Core.Research.Overfitting;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Core.Simulation;

namespace Neurotrade.Tests.Research.Overfitting;

public sealed class ResamplingTests
{
    private static readonly double[] Gains = [.1, -.05, .2, -.3, .05];

    // Worked out by hand: 1.1 × 0.95 × 1.2 × 0.7 × 1.05, the deepest fall that of 30%.
    [Fact]
    public void Shuffled_Trades_EndAlikeAndFallDifferently()
    {
        TradeResampling found = Trades(Gains, TradeOrder.Shuffled);

        Assert.Equal(-0.07831, found.Actual.Return, 9);
        Assert.Equal(0.3, found.Actual.MaxDrawdown, 9);
        Assert.Equal(found.Actual.Return, found.Return.P5, 9);
        Assert.Equal(found.Actual.Return, found.Return.P95, 9);

        // No order falls less than its worst trade, none more than both losses one after the other.
        Assert.InRange(found.MaxDrawdown.P5, 0.2999, 0.3001);
        Assert.InRange(found.MaxDrawdown.P95, 0.3349, 0.3351);
        Assert.Equal([1, 2, 3, 4, 5], found.Bands.Select(band => band.Trades));
        Assert.Equal(1 + found.Actual.Return, found.Bands[^1].Equity.Median, 9);
    }

    // Drawn with putting back: the mean of the logarithms is that of the trades, and their spread is that of a sum.
    [Fact]
    public void Blocks_OfTrades_SpreadAsDrawnOnesDo()
    {
        Random random = new(5);
        double[] gains = [.. Enumerable.Range(0, 400).Select(_ => (random.NextDouble() - 0.48) / 20)];

        TradeResampling found = Trades(gains, TradeOrder.Blocks, runs: 4000);

        double[] logs = [.. gains.Select(gain => Math.Log(1 + gain))];
        double deviation = Moments.PopulationDeviation(logs)!.Value * Math.Sqrt(400);
        Assert.Equal(7, found.Block);
        Assert.Equal(logs.Sum(), Math.Log(1 + found.Return.Median), 0.1 * deviation);
        Assert.InRange(Math.Log((1 + found.Return.P95) / (1 + found.Return.P5)) / (2 * 1.645 * deviation), 0.8, 1.2);
        Assert.Equal(50, found.Bands.Length);
        Assert.Equal(400, found.Bands[^1].Trades);
    }

    [Fact]
    public void Trades_AnyThreads_AreTheSameAndOtherSeedsDiffer()
    {
        TradeResampling one = Trades(Gains, TradeOrder.Blocks, threads: 1);

        Assert.Equal(one.Bands, Trades(Gains, TradeOrder.Blocks, threads: 3).Bands);
        Assert.NotEqual(one.Bands, Trades(Gains, TradeOrder.Blocks, seed: 2).Bands);
    }

    // A trade's gain is its share of the balance that the trades closed before it left.
    [Fact]
    public void Trades_OfARun_ComeToItsClosedBalance()
    {
        BacktestResult result = Runs.Of(Timeframe.Day, 1000, 1000) with { Trades = Runs.Trades(100, -55, 209) };

        TradeResampling found = TradeResampling.Of(
            result, TradeOrder.Shuffled, 10, 1, -1, TestContext.Current.CancellationToken)!;

        Assert.Equal(0.254, found.Actual.Return, 12);
        Assert.Equal(0.05, found.Actual.MaxDrawdown, 12);
        Assert.Null(TradeResampling.Of(
            result with { Trades = Runs.Trades(3) }, TradeOrder.Shuffled, 10, 1, -1, TestContext.Current.CancellationToken));
    }

    // A market of blocks is one that could be: valid candles at the same times, its moves the series' own.
    [Fact]
    public void Resampled_Candles_AreValidAndMoveAsTheirOwn()
    {
        CandleSeries series = Sweeps.Sweeps.Candles(500);
        int[] places = new int[499];
        new Draws(3, "candles", 0).Blocks(places, 499, 23);

        CandleSeries other = CandleResampling.Resampled(series, places);

        Assert.Equal(series.Times, other.Times);
        for (int i = 0; i < 500; i++)
        {
            Assert.True(other[i].IsValid);
        }

        for (int i = 1; i < 500; i++)
        {
            double own = series.Closes[places[i - 1] + 1] / series.Closes[places[i - 1]];
            Assert.Equal(own, other.Closes[i] / other.Closes[i - 1], 1e-8);
            Assert.Equal(series.Volumes[places[i - 1] + 1], other.Volumes[i]);
        }

        // Inside a block places follow one another.
        Assert.All(Enumerable.Range(1, 498).Where(i => i % 23 != 0), i => Assert.Equal((places[i - 1] + 1) % 499, places[i]));

        // In their own order they are the series.
        CandleSeries same = CandleResampling.Resampled(series, [.. Enumerable.Range(0, 499)]);
        Assert.Equal(series.Closes.ToArray(), same.Closes.ToArray());
    }

    [Fact]
    public void Candles_AnyThreads_GiveTheSame()
    {
        SweepInput input = Sweeps.Sweeps.Input(Sweeps.Sweeps.TwoAverages, Sweeps.Sweeps.Candles(800));
        BacktestInput backtest = input.BacktestOf(input.Template.Reading.Strategy);
        BacktestResult actual = Backtest.Run(backtest, null, TestContext.Current.CancellationToken);

        CandleResampling one = Candles(backtest, actual, 1);

        Assert.Equal(one, Candles(backtest, actual, 3));
        Assert.Equal((29, 30), (one.Block, one.Runs));
        Assert.True(one.Return.P5 < one.Return.Median && one.Return.Median < one.Return.P95);
        Assert.InRange(one.ActualRank, 0, 1);
    }

    [Fact]
    public void Candles_OfSymbolsWithOtherTimes_AreMissing()
    {
        SweepInput input = Sweeps.Sweeps.Input(Sweeps.Sweeps.TwoAverages, Sweeps.Sweeps.Candles(100));
        BacktestInput backtest = input.BacktestOf(input.Template.Reading.Strategy);
        BacktestResult actual = Backtest.Run(backtest, null, TestContext.Current.CancellationToken);
        SymbolCandles shorter = new(backtest.Symbols[0].Bars.Slice(0, 50), null);

        Assert.Null(CandlesOrNone(backtest with { Symbols = backtest.Symbols.Add(shorter) }, actual, 1));
    }

    // Trades that begin at the foot of every rise are not what chance would have entered; trades of chance are.
    [Fact]
    public void RandomEntries_OfKnowingTradesOrAnyTrades_TellsThemApart()
    {
        double[] closes = [.. Enumerable.Range(0, 400).Select(i => 100 + (10 * Math.Abs((i % 40) - 20.0) / 20))];
        CandleSeries series = Runs.Flat(Runs.Btc, Timeframe.Day, closes);

        RandomEntries knowing = Entries(series, [.. Enumerable.Range(0, 9).Select(i => (20 + (i * 40), 15))]);
        RandomEntries blind = Entries(series, [.. Enumerable.Range(0, 9).Select(i => (13 + (i * 40), 15))]);

        Assert.Equal((9, 200), (knowing.Trades, knowing.Runs));
        Assert.Equal(1.0 / 201, knowing.PValue, 12);
        Assert.Equal((series.Closes[34] / series.Opens[20]) - 1, knowing.Actual, 12);
        Assert.InRange(blind.PValue, 0.2, 0.99);
        Assert.True(knowing.Random.Median < knowing.Actual / 2);
    }

    // On a walk without an edge each p-value is as likely as any other, so one in ten lies below a tenth.
    [Fact]
    public void RandomEntries_OfRandomTrades_HaveEvenPValues()
    {
        double[] values = new double[60];
        for (int seed = 0; seed < values.Length; seed++)
        {
            CandleSeries series = Sweeps.Sweeps.Candles(300, seed);
            Random random = new(seed);
            (int, int)[] held = [.. Enumerable.Range(0, 10).Select(i => ((i * 30) + random.Next(15), random.Next(1, 15)))];
            values[seed] = Entries(series, held).PValue;
        }

        Assert.InRange(values.Average(), 0.38, 0.62);
        Assert.InRange(values.Count(value => value < 0.1), 0, 14);
    }

    [Fact]
    public void RandomEntries_WithoutTrades_AreMissing() => Assert.Null(EntriesOrNone(Sweeps.Sweeps.Candles(50), []));

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void Draws_BelowABound_AreEven(int bound)
    {
        Draws draws = new(1, "test", 3);
        int[] counts = new int[bound];
        for (int i = 0; i < 7000; i++)
        {
            counts[draws.Below(bound)]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 0.85 * 7000 / bound, 1.15 * 7000 / bound));
    }

    private static TradeResampling Trades(double[] gains, TradeOrder order, int runs = 500, int seed = 1, int threads = -1) =>
        TradeResampling.Of(gains, order, runs, seed, threads, TestContext.Current.CancellationToken);

    private static CandleResampling? CandlesOrNone(BacktestInput input, BacktestResult actual, int threads) =>
        CandleResampling.Of(input, actual, 30, 1, threads, null, TestContext.Current.CancellationToken);

    private static CandleResampling Candles(BacktestInput input, BacktestResult actual, int threads) =>
        CandlesOrNone(input, actual, threads)!;

    private static RandomEntries Entries(CandleSeries series, (int Bar, int Held)[] trades) => EntriesOrNone(series, trades)!;

    private static RandomEntries? EntriesOrNone(CandleSeries series, (int Bar, int Held)[] trades)
    {
        BacktestResult result = Runs.At(series.Timeframe, 1000, series.Times.ToArray(), new double[series.Count]) with
        {
            Trades = [.. trades.Select((trade, at) => Runs.Trade(at + 1, 0) with
            {
                EntryMillis = series.Times[trade.Bar],
                ExitMillis = series.Times[trade.Bar + trade.Held],
                BarsHeld = trade.Held,
            })],
        };
        ImmutableArray<CandleSeries> candles = [series];
        return RandomEntries.Of(result, candles, 200, 1, -1, TestContext.Current.CancellationToken);
    }
}
