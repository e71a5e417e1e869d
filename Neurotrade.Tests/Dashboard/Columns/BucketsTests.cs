using Neurotrade.Core.Market;
using Neurotrade.Tests.Ingestion;
using Neurotrade.Web.Dashboard.Columns;

namespace Neurotrade.Tests.Dashboard.Columns;

public sealed class BucketsTests
{
    [Fact]
    public void Candles_OfAWindow_AreWhatTheirRowsSay()
    {
        CandleSeries series = Random(1003, seed: 7);
        RowWindow window = RowWindow.Of(series.Count, 100, 1003, 120);

        CandleSeries found = Buckets.Candles(series, window);

        Assert.Equal(8, window.Stride);
        Assert.Equal(window.Count, found.Count);
        for (int i = 0; i < found.Count; i++)
        {
            int from = window.From + (i * window.Stride);
            Candle[] rows = [.. Enumerable.Range(from, Math.Min(window.Stride, 1003 - from)).Select(row => series[row])];
            var expected = new Candle(
                rows[0].OpenMillis, rows[0].Open, rows.Max(c => c.High), rows.Min(c => c.Low), rows[^1].Close, rows.Sum(c => c.Volume));
            Assert.Equal(expected, found[i]);
        }
    }

    [Fact]
    public void Lasts_OfAWindow_StandAtEachBucketsClose()
    {
        double[] values = [.. Enumerable.Range(0, 11).Select(i => (double)i)];

        Assert.Equal([3, 7, 10], Buckets.Lasts(values, new RowWindow(0, 11, 4)));
        Assert.Equal([4, 5], Buckets.Lasts(values, new RowWindow(4, 6, 1)));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(97)]
    [InlineData(5000)]
    public void Extremes_OfALine_KeepItsPeaksItsEndsAndItsOrder(int buckets)
    {
        CandleSeries series = Random(10_000, seed: buckets);
        double[] values = series.Closes.ToArray();
        values[0] = double.NaN;
        values[5001] = 1e9;
        values[5002] = -1e9;

        int[] rows = Buckets.Extremes(values, 0, values.Length, buckets);

        Assert.True(rows.Length <= (2 * buckets) + 2);
        Assert.Equal(rows.Order().Distinct(), rows);
        Assert.Contains(5001, rows);
        Assert.Contains(5002, rows);
        Assert.Contains(9999, rows);
        Assert.DoesNotContain(0, rows);
    }

    [Fact]
    public void Extremes_WhereEverythingIsMissing_AreNone() =>
        Assert.Empty(Buckets.Extremes(Enumerable.Repeat(double.NaN, 100).ToArray(), 0, 100, 10));

    private static CandleSeries Random(int count, int seed)
    {
        var random = new Random(seed);
        var candles = new List<Candle>(count);
        double price = 100;
        for (int i = 0; i < count; i++)
        {
            double open = price;
            price *= 1 + ((random.NextDouble() - 0.5) * 0.02);
            double high = Math.Max(open, price) * (1 + (random.NextDouble() * 0.01));
            double low = Math.Min(open, price) * (1 - (random.NextDouble() * 0.01));
            candles.Add(new Candle(i * 60_000L, open, high, low, price, random.NextDouble()));
        }

        return CandleSeries.From(Symbols.BtcUsdt, Timeframe.Minute, candles);
    }
}
