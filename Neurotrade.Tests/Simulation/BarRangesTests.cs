using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;

namespace Neurotrade.Tests.Simulation;

/// <summary>Ranges are the plain minimum and maximum, at every length that a span can have.</summary>
public sealed class BarRangesTests
{
    [Fact]
    public void RangeOf_AnyLength_IsMinimumAndMaximum()
    {
        Random random = new(5);
        for (int length = 1; length <= BarRanges.Block; length++)
        {
            double[] prices = [.. Enumerable.Range(0, length).Select(_ => 1 + random.NextDouble())];
            Assert.Equal((prices.Min(), prices.Max()), BarRanges.RangeOf(prices));
        }
    }

    [Fact]
    public void Of_SeriesWithAShortLastBlock_HoldsEveryBlock()
    {
        CandleSeries bars = Research.Sweeps.Sweeps.Candles(150);
        BarRanges ranges = BarRanges.Of(bars);
        for (int block = 0; block < 3; block++)
        {
            Range all = (block * 64)..Math.Min(150, (block + 1) * 64);
            Assert.Equal(bars.Lows[all].ToArray().Min(), ranges.Lows[block]);
            Assert.Equal(bars.Highs[all].ToArray().Max(), ranges.Highs[block]);
            Assert.Equal((bars.Closes[all].ToArray().Min(), bars.Closes[all].ToArray().Max()), ranges.Closes[block]);
        }

        Assert.Equal(3, ranges.Lows.Length);
    }
}
