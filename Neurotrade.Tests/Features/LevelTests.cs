using System.Globalization;
using Neurotrade.Core.Features;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;
using Neurotrade.Tests.Reference;

namespace Neurotrade.Tests.Features;

/// <summary>Levels that other libraries mark before they can be known, and those of calendar spans (contracts 4.9).</summary>
public sealed class LevelTests
{
    [Theory]
    [InlineData("williams_fractal", "williams_fractal_2.csv", "fractal_bear,fractal_bull", new double[] { 2 }, 2)]
    [InlineData("pivots", "pivots_2_2_20.csv", "high_point,low_point", new double[] { 2, 2 }, 2)]
    public void Point_OverTheReferenceInput_AppearsLateByItsRightSpan(
        string name, string file, string columns, double[] parameters, int late)
    {
        CandleSeries candles = ReferenceTable.Read("input_default.csv").Candles();
        double[] block = IndicatorCatalogTests.Batch(IndicatorCatalog.Find(name)!, [.. parameters], candles);
        string[] names = columns.Split(',');
        for (int output = 0; output < names.Length; output++)
        {
            double[] expected = ReferenceTable.Read(file).Column(names[output]);
            Assert.True(expected.Count(x => !double.IsNaN(x)) > 20);
            for (int i = late; i < candles.Count; i++)
            {
                Assert.Equal(expected[i - late], block[(output * candles.Count) + i]);
            }
        }
    }

    [Fact]
    public void PivotPoints_OfMonths_AgreeAtEveryBar()
    {
        CandleSeries candles = DatedCandles();
        ReferenceTable expected = ReferenceTable.Read("pivot_points_month_standard.csv");
        double[] block = IndicatorCatalogTests.Batch(IndicatorCatalog.Find("pivot_points")!, [30], candles);
        string[] names = ["pp", "s1", "s2", "s3", "r1", "r2", "r3"];
        for (int output = 0; output < names.Length; output++)
        {
            double[] values = expected.Column(names[output]);
            for (int i = 0; i < candles.Count; i++)
            {
                Reference.Reference.AssertAgrees(values[i], block[(output * candles.Count) + i], $"{names[output]} at {i}");
            }
        }
    }

    // One span of open 10, high 16, low 8, close 14, then a bar that opens at 15.
    [Theory]
    [InlineData("fibonacci", new[] { 12.6666666667, 9.6106666667, 7.7226666667, 4.6666666667, 15.7226666667, 17.6106666667, 20.6666666667 })]
    [InlineData("camarilla", new[] { 14, 13.266666666666667, 12.533333333333333, 11.8, 9.6, 14.733333333333333, 15.466666666666667, 16.2, 18.4 })]
    [InlineData("woodie", new[] { 13.5, 11, 5.5, 3, 19, 21.5, 27 })]
    [InlineData("demark", new[] { 13.5, 11, 19 })]
    public void Pivots_OfOneSpan_AreTheirFormula(string kind, double[] expected)
    {
        Candle[] candles =
        [
            new(0, 10, 12, 8, 11, 1), new(3_600_000, 11, 16, 11, 14, 1), new(Instant.MillisPerDay, 15, 15, 15, 15, 1),
        ];
        foreach ((string name, double[] parameters) in ((string, double[])[])[("pivot_points_", [1]), ("rolling_pivots_", [2, 0])])
        {
            IIndicator pivots = IndicatorCatalog.Find(name + kind)!.Create([.. parameters]);
            double[] row = new double[expected.Length];
            foreach (Candle candle in candles)
            {
                pivots.Update(in candle, row);
            }

            Assert.All(expected.Zip(row), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
        }
    }

    [Fact]
    public void Renko_OverTheReferenceInput_MakesTheSameBricks()
    {
        CandleSeries candles = DatedCandles();
        double[] block = IndicatorCatalogTests.Batch(IndicatorCatalog.Find("renko")!, [1], candles);
        ReferenceTable expected = ReferenceTable.Read("renko_1.0.csv");
        double[] opens = expected.Column("open");
        double[] closes = expected.Column("close");
        int brick = 0;
        for (int i = 0; i < candles.Count; i++)
        {
            double bricks = block[(2 * candles.Count) + i];
            for (int k = 0; k < Math.Abs(bricks); k++, brick++)
            {
                double close = block[i] - (Math.Sign(bricks) * (Math.Abs(bricks) - 1 - k));
                Assert.Equal(expected.Text(brick, "date"), Date(candles[i].OpenMillis));
                Assert.Equal(closes[brick], close);
                Assert.Equal(opens[brick], close - Math.Sign(bricks));
                Assert.Equal(Math.Sign(bricks), block[candles.Count + i]);
            }
        }

        Assert.Equal(expected.Count, brick);
    }

    // The channel that ends with the data is the rolling one of its last bar.
    [Fact]
    public void StdevChannels_AtTheEndOfAWindow_AgreeWithTheReference()
    {
        CandleSeries candles = ReferenceTable.Read("input_default.csv").Candles();
        double[] block = IndicatorCatalogTests.Batch(IndicatorCatalog.Find("stdev_channels")!, [20, 2], candles);
        ReferenceTable expected = ReferenceTable.Read("stdev_channels_20_2.csv");
        string[] names = ["centerline", "upper_channel", "lower_channel"];
        for (int output = 0; output < names.Length; output++)
        {
            for (int i = candles.Count - 1; i > 20; i -= 20)
            {
                Reference.Reference.AssertAgrees(expected.Column(names[output])[i], block[(output * candles.Count) + i], $"bar {i}");
            }
        }
    }

    // Beta of two markets is the slope of their returns; an indicator sees one market, its sums are the same.
    [Fact]
    public void PairWindow_OverReturnsOfTwoMarkets_GivesTheReferenceBeta()
    {
        double[] market = ReferenceTable.Read("input_default.csv").Column("close");
        double[] asset = ReferenceTable.Read("input_compare.csv").Column("close");
        double[] expected = ReferenceTable.Read("beta_50_vs_compare.csv").Column("beta");
        PairWindow pair = new(50);
        for (int i = 1; i < market.Length; i++)
        {
            pair.Push((asset[i] / asset[i - 1]) - 1, (market[i] / market[i - 1]) - 1);
            Reference.Reference.AssertAgrees(expected[i], pair.Slope, $"bar {i}");
        }
    }

    private static string Date(long millis) =>
        DateTime.UnixEpoch.AddMilliseconds(millis).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // With the dates of the file: months begin where they do.
    private static CandleSeries DatedCandles()
    {
        ReferenceTable table = ReferenceTable.Read("input_default.csv");
        Candle[] candles =
        [
            .. Enumerable.Range(0, table.Count).Select(i => new Candle(
                (long)(DateTime.Parse(table.Text(i, "date"), CultureInfo.InvariantCulture) - DateTime.UnixEpoch).TotalMilliseconds,
                table.Column("open")[i], table.Column("high")[i], table.Column("low")[i], table.Column("close")[i],
                table.Column("volume")[i])),
        ];
        Assert.True(Symbol.TryParse("SPY/USD", out Symbol symbol));
        return CandleSeries.From(symbol, Timeframe.Day, candles);
    }
}
