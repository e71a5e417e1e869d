using System.Collections.Immutable;
using Neurotrade.Core.Features;
using Neurotrade.Core.Market;

namespace Neurotrade.Tests.Features;

/// <summary>Frame and stream say the same at every bar; higher timeframes appear when their candle closes.</summary>
public sealed class FeatureStreamTests
{
    [Theory]
    [InlineData("ordinary")]
    [InlineData("mixed-grid")]
    [InlineData("huge")]
    public void Stream_OverEveryIndicatorAndTimeframe_GivesTheRowsOfTheFrame(string kind)
    {
        const int seed = 31;
        CandleSeries candles = RandomCandles.Make(kind, 3_000, seed);
        ImmutableArray<IndicatorInstance> instances = [.. Everything(new Random(seed))];
        FeatureFrame frame = FeatureFrame.Compute(candles, instances);
        FeatureStream stream = new(candles.Timeframe, instances);
        for (int bar = 0; bar < candles.Count; bar++)
        {
            ReadOnlySpan<double> row = stream.Update(candles[bar]);
            for (int i = 0; i < instances.Length; i++)
            {
                for (int output = 0; output < instances[i].Definition.Outputs.Length; output++)
                {
                    long expected = BitConverter.DoubleToInt64Bits(frame.Column(i, output)[bar]);
                    long actual = BitConverter.DoubleToInt64Bits(row[stream.Position(i, output)]);
                    Assert.True(expected == actual, $"{instances[i].Name} output {output}, bar {bar}, seed {seed}");
                }
            }
        }
    }

    // contracts 4.10
    [Fact]
    public void HigherTimeframe_OfWholeBuckets_IsVisibleWithTheCloseOfTheLastBar()
    {
        CandleSeries candles = Minutes(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        double[] closes = FeatureFrame.Compute(candles, [Closes(5)]).Column(0, 0).ToArray();
        Assert.Equal([double.NaN, double.NaN, double.NaN, double.NaN, 5, 5, 5, 5, 5, 10], closes);
    }

    // contracts 2: a bucket that lacks its last candle closes when a candle of a later bucket arrives.
    [Fact]
    public void HigherTimeframe_OfABucketThatLacksItsLastBar_IsVisibleAtTheNextBar()
    {
        CandleSeries candles = Minutes(0, 1, 2, 5, 6, 14, 15);
        double[] closes = FeatureFrame.Compute(candles, [Closes(5)]).Column(0, 0).ToArray();

        // Minute 14 ends the bucket of minute 5 by coming late and its own by being its last: its own stands.
        Assert.Equal([double.NaN, double.NaN, double.NaN, 3, 3, 6, 6], closes);
    }

    [Fact]
    public void HigherTimeframe_WhenTheSeriesStartsInsideABucket_LeavesThatBucketOut()
    {
        CandleSeries candles = Minutes(3, 4, 5, 6, 7, 8, 9);
        double[] closes = FeatureFrame.Compute(candles, [Closes(5)]).Column(0, 0).ToArray();
        Assert.Equal([double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, 7], closes);
    }

    [Fact]
    public void Frame_OfEqualInstances_SharesTheirColumns()
    {
        CandleSeries candles = RandomCandles.Make("ordinary", 100, 1);
        IndicatorDefinition ema = IndicatorCatalog.Find("ema")!;
        FeatureFrame frame = FeatureFrame.Compute(
            candles,
            [
                new IndicatorInstance("a", ema, [10], null), new IndicatorInstance("b", ema, [10], Timeframe.Minute),
                new IndicatorInstance("c", ema, [11], null), new IndicatorInstance("d", ema, [10], Timeframe.Hour),
            ]);
        Assert.True(frame.Column(0, 0).Overlaps(frame.Column(1, 0)));
        Assert.False(frame.Column(0, 0).Overlaps(frame.Column(2, 0)));
        Assert.False(frame.Column(0, 0).Overlaps(frame.Column(3, 0)));
    }

    [Fact]
    public void Stream_OnceRunning_AllocatesNothing()
    {
        CandleSeries candles = RandomCandles.Make("ordinary", 2_000, 2);
        FeatureStream stream = new(candles.Timeframe, [.. Everything(new Random(2))]);
        for (int i = 0; i < 1_000; i++)
        {
            stream.Update(candles[i]);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 1_000; i < 2_000; i++)
        {
            stream.Update(candles[i]);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Frame_OfNoCandles_HasEmptyColumns()
    {
        CandleSeries candles = RandomCandles.Make("ordinary", 10, 1).Slice(0, 0);
        Assert.True(FeatureFrame.Compute(candles, [Closes(5)]).Column(0, 0).IsEmpty);
    }

    private static IEnumerable<IndicatorInstance> Everything(Random random)
    {
        foreach (IndicatorDefinition definition in IndicatorCatalog.All)
        {
            foreach (Timeframe? timeframe in (Timeframe?[])[null, Timeframe.Hour, Timeframe.Day])
            {
                ImmutableArray<double> parameters = RandomInstances.Draw(definition, random);
                yield return new IndicatorInstance($"{definition.Name}-{timeframe}", definition, parameters, timeframe);
            }
        }
    }

    private static IndicatorInstance Closes(int minutes)
    {
        Assert.True(Timeframe.TryFromMillis(minutes * 60_000L, out Timeframe timeframe));
        return new IndicatorInstance("close", IndicatorCatalog.Find("sma")!, [1], timeframe);
    }

    // The close of each candle is its place in the list, from 1.
    private static CandleSeries Minutes(params int[] minutes)
    {
        long start = Instant.FromDate(2024, 1, 1).UnixMillis;
        Candle[] candles =
        [
            .. minutes.Select((minute, i) => new Candle(start + (minute * 60_000L), i + 1, i + 1, i + 1, i + 1, 1)),
        ];
        Assert.True(Symbol.TryParse("BTC/USDT", out Symbol symbol));
        return CandleSeries.From(symbol, Timeframe.Minute, candles);
    }
}
