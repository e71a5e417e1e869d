using Neurotrade.Core.Features;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Tests.Features;

/// <summary>UTC days, weeks from Monday and months, and what begins anew with them.</summary>
public sealed class CalendarSpanTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(30)]
    public void Span_OverHoursOfTwoYears_BeginsWhereTheDateSays(int days)
    {
        CalendarSpan span = new(days);
        DateTime time = new(2023, 12, 30, 5, 0, 0, DateTimeKind.Utc);
        int before = -1;
        for (int i = 0; i < 17_000; i++)
        {
            int key = Key(time, days);
            Assert.True((key != before) == span.Begins((long)(time - DateTime.UnixEpoch).TotalMilliseconds), $"{time:O}");
            (before, time) = (key, time.AddHours(1));
        }
    }

    [Fact]
    public void Span_OfAnyOtherLength_IsRefused() => Assert.Equal(
        "days (2) must be 1 (UTC day), 7 (week from Monday) or 30 (calendar month)",
        IndicatorCatalog.Find("vwap_bands")!.Check!([2, 2]));

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(30)]
    public void VwapBands_OverMinutesWithGaps_AreTheMeanAndScatterSinceTheSpanBegan(int days)
    {
        CandleSeries candles = RandomCandles.Make("ordinary", 1_000, 9);
        double[] block = IndicatorCatalogTests.Batch(IndicatorCatalog.Find("vwap_bands")!, [days, 2], candles);
        List<(double Price, double Volume)> since = [];
        int before = -1;
        for (int i = 0; i < candles.Count; i++)
        {
            int key = Key(DateTime.UnixEpoch.AddMilliseconds(candles[i].OpenMillis), days);
            since = key == before ? since : [];
            before = key;
            since.Add(((candles[i].High + candles[i].Low + candles[i].Close) / 3, candles[i].Volume));
            double volume = since.Sum(x => x.Volume);
            double mean = volume == 0 ? double.NaN : since.Sum(x => x.Price * x.Volume) / volume;
            double scatter = Math.Sqrt(since.Sum(x => Math.Pow(x.Price - mean, 2) * x.Volume) / volume);
            AssertNear(mean, block[i]);
            AssertNear(mean + (2 * scatter), block[candles.Count + i]);
            AssertNear(mean - (2 * scatter), block[(2 * candles.Count) + i]);
        }
    }

    private static void AssertNear(double expected, double actual) =>
        Reference.Reference.AssertAgrees(expected, actual, "band");

    private static int Key(DateTime time, int days) => days switch
    {
        1 => (time.Year * 400) + time.DayOfYear,
        7 => (int)Math.Floor((time - new DateTime(2023, 1, 2, 0, 0, 0, DateTimeKind.Utc)).TotalDays / 7),
        _ => (time.Year * 12) + time.Month,
    };
}
