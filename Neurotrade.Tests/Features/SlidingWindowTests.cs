using Neurotrade.Core.Features.Series;

namespace Neurotrade.Tests.Features;

/// <summary>Sliding extremes against a search through the window.</summary>
public sealed class SlidingWindowTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(64)]
    public void Extremes_OverRandomValuesWithTies_AreThoseOfTheWindow(int length)
    {
        Random random = new(length);
        SlidingRange range = new(length);
        SlidingPeak highs = new(length);
        List<(int High, int Low)> all = [];
        for (int i = 0; i < 1_000; i++)
        {
            // Runs up and down with many ties: the worst for queues and blocks alike.
            int level = i % 200 < 100 ? i % 200 : 200 - (i % 200);
            all.Add((level + random.Next(3), level - random.Next(3)));
            range.Push(all[^1].High, all[^1].Low);
            highs.Push(all[^1].High);
            (int High, int Low)[] window = [.. all.TakeLast(length)];
            int highest = window.Max(pair => pair.High);
            Assert.Equal(highest, range.Highest);
            Assert.Equal(window.Min(pair => pair.Low), range.Lowest);
            Assert.Equal(window.Length - 1 - Array.FindIndex(window, pair => pair.High == highest), highs.Age);
            Assert.Equal(i + 1 >= length, range.IsFull);
            Assert.Equal(range.IsFull, highs.IsFull);
        }
    }

    [Fact]
    public void SeriesWindow_WhenOnlyZerosAreLeft_SumsUpToExactlyZero()
    {
        SeriesWindow window = new(3);
        foreach (double value in (double[])[1e17, 0.1, 1e-17, 0, 0])
        {
            window.Push(value);
        }

        Assert.NotEqual(0, window.Sum);
        window.Push(0);
        Assert.Equal(0, window.Sum);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(30)]
    public void Moments_AfterOutliersAndFlatStretches_AreThoseOfTheWindow(int length)
    {
        Random random = new(length);
        MomentWindow window = new(length);
        List<double> all = [];
        for (int i = 0; i < 2_000; i++)
        {
            double value = i % 300 == 7 ? 1e6 : i % 200 > 150 ? 0.25 : 100 + random.NextDouble();
            all.Add(value);
            window.Push(value);
            double[] w = [.. all.TakeLast(length)];
            double mean = w.Average();
            double variance = w.Average(x => Math.Pow(x - mean, 2));
            Assert.Equal(all.Count >= length, window.IsFull);
            if (window.IsFull)
            {
                Assert.Equal(mean, window.Mean, Math.Abs(mean) * 1e-12);
                Assert.Equal(variance, window.Variance, 1e-9 * Math.Max(1e-3, variance));
                Assert.Equal(w.Distinct().Count() == 1, double.IsNaN(window.Skewness));
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(64)]
    public void SortedWindow_OverRandomValuesWithTies_IsTheSortedWindow(int length)
    {
        Random random = new(length);
        SortedWindow window = new(length);
        List<double> all = [];
        for (int i = 0; i < 1_000; i++)
        {
            all.Add(random.Next(20));
            window.Push(all[^1]);
            double[] sorted = [.. all.TakeLast(length).Order()];
            Assert.Equal(sorted, window.Sorted.ToArray());
            Assert.Equal(sorted.Count(x => x < 10), window.CountBelow(10));
            double median = (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
            Assert.Equal(window.IsFull ? median : double.NaN, window.Median);
        }
    }
}
