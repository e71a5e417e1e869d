using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;

namespace Neurotrade.Tests.Ingestion;

// contracts 2: resampling.
public sealed class ResamplerTests
{
    private static readonly long Midnight = Instant.FromDate(2024, 3, 4).UnixMillis;
    private static readonly Symbol Pair = Symbols.BtcUsdt;

    private static Candle At(int minute, double open = 10, double high = 12, double low = 9, double close = 11,
        double volume = 1) => new(Midnight + (minute * 60_000L), open, high, low, close, volume);

    private static CandleSeries Minutes(params Candle[] candles) =>
        CandleSeries.From(Pair, Timeframe.Minute, candles);

    private static Timeframe Of(string text)
    {
        Assert.True(Timeframe.TryParse(text, out Timeframe timeframe));
        return timeframe;
    }

    [Fact]
    public void Resample_WholeBucket_TakesFirstHighestLowestLastAndSum()
    {
        ResampledCandles result = Resampler.Resample(
            Minutes(At(0, 10, 15, 9, 11, 0.1), At(1, 11, 12, 7, 8, 0.2), At(2, 8, 9, 8, 8.5, 0.3)), Of("3m"));

        Assert.Equal([new Candle(Midnight, 10, 15, 7, 8.5, 0.6)], All(result.Candles));
        Assert.Equal([2], result.ClosedAt.ToArray());
        Assert.Equal(0, result.IncompleteBuckets);
    }

    [Fact]
    public void Resample_MissingBaseCandles_StandsAndIsCounted()
    {
        ResampledCandles result = Resampler.Resample(
            Minutes(At(0), At(1), At(2), At(4), At(5), At(6), At(7)), Of("3m"));

        Assert.Equal([Midnight, Midnight + 180_000], result.Candles.Times.ToArray());
        Assert.Equal(1, result.IncompleteBuckets);
    }

    [Fact]
    public void Resample_BucketWithoutItsLastBaseCandle_IsKnownWhenTheNextArrives()
    {
        ResampledCandles result = Resampler.Resample(Minutes(At(0), At(1), At(4), At(5)), Of("3m"));

        Assert.Equal([2, 3], result.ClosedAt.ToArray());
        Assert.Equal(2, result.IncompleteBuckets);
    }

    [Fact]
    public void Resample_OneCandleThatEndsTwoBuckets_ClosesBothAtIt()
    {
        ResampledCandles result = Resampler.Resample(Minutes(At(0), At(5)), Of("3m"));

        Assert.Equal([Midnight, Midnight + 180_000], result.Candles.Times.ToArray());
        Assert.Equal([1, 1], result.ClosedAt.ToArray());
    }

    [Fact]
    public void Resample_LateStartAndUnfinishedEnd_AreDropped()
    {
        ResampledCandles result = Resampler.Resample(
            Minutes(At(1), At(2), At(3), At(4), At(5), At(6), At(7)), Of("3m"));

        Assert.Equal([Midnight + 180_000], result.Candles.Times.ToArray());
        Assert.Equal(0, result.IncompleteBuckets);
    }

    [Fact]
    public void Resample_LaterBucketThatStartsLate_Stands() =>
        Assert.Equal(2, Resampler.Resample(Minutes(At(0), At(1), At(2), At(5)), Of("3m")).Candles.Count);

    [Fact]
    public void Resample_ToWeeks_BeginsOnMonday()
    {
        long sunday = Instant.FromDate(2024, 3, 3).UnixMillis;
        Candle[] days = [.. Enumerable.Range(0, 9).Select(d =>
            new Candle(sunday + (d * Instant.MillisPerDay), 1, 1, 1, 1, 1))];

        CandleSeries weeks = Resampler.Resample(CandleSeries.From(Pair, Timeframe.Day, days), Timeframe.Week).Candles;

        Assert.Equal([Midnight], weeks.Times.ToArray());
        Assert.Equal(7, weeks.Volumes[0]);
    }

    [Fact]
    public void Resample_NoCandles_IsEmpty() =>
        Assert.Equal(0, Resampler.Resample(Minutes(), Of("3m")).Candles.Count);

    [Fact]
    public void Resample_ToItsOwnTimeframe_IsTheSame() =>
        Assert.Equal([At(1), At(3)], All(Resampler.Resample(Minutes(At(1), At(3)), Timeframe.Minute).Candles));

    [Fact]
    public void Resample_TimeframeThatTheBaseDoesNotDivide_IsABrokenPromise()
    {
        CandleSeries series = CandleSeries.From(Pair, Of("2m"), [At(0)]);
        Assert.Throws<BrokenPromiseException>(() => Resampler.Resample(series, Of("3m")));
    }

    // An oracle in the plainest form: group, then drop.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Resample_RandomGaps_EqualsGrouping(int seed)
    {
        Random random = new(seed);
        List<Candle> candles = [];
        for (int minute = random.Next(7); minute < 4000; minute += random.Next(5) == 0 ? random.Next(1, 40) : 1)
        {
            double low = random.Next(1, 100);
            candles.Add(At(minute, low + 1, low + random.Next(2, 9), low, low + 1, random.Next(1000) / 1000.0));
        }

        Timeframe five = Of("5m");
        List<IGrouping<long, Candle>> groups = [.. candles.GroupBy(c => five.Floor(c.OpenMillis))];
        bool startsLate = groups[0].First().OpenMillis != groups[0].Key;
        bool endsEarly = groups[^1].Last().OpenMillis != groups[^1].Key + 240_000;
        Candle[] expected = [.. groups.Skip(startsLate ? 1 : 0).SkipLast(endsEarly ? 1 : 0).Select(g => new Candle(
            g.Key, g.First().Open, g.Max(c => c.High), g.Min(c => c.Low), g.Last().Close,
            (double)g.Sum(c => (decimal)c.Volume)))];

        ResampledCandles result = Resampler.Resample(CandleSeries.From(Pair, Timeframe.Minute, candles), five);

        Assert.True(expected.SequenceEqual(All(result.Candles)), $"seed {seed}");
    }

    private static Candle[] All(CandleSeries series) =>
        [.. Enumerable.Range(0, series.Count).Select(i => series[i])];
}
