using Neurotrade.Web.Dashboard;

namespace Neurotrade.Tests.Dashboard;

public sealed class BinsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Of_AnyReturns_CountsEachOnceBetweenRoundEdgesWithZeroAmongThem(int seed)
    {
        var random = new Random(seed);
        double[] values = [.. Enumerable.Range(0, 500).Select(_ => (random.NextDouble() - 0.4) * 0.1), 3.5, -0.9, double.NaN];

        Bins bins = Bins.Of(values);

        Assert.Equal(502, bins.Counts.Sum());
        Assert.Equal(bins.Counts.Length + 1, bins.Edges.Length);
        Assert.Contains(bins.Edges, edge => edge == 0);
        Assert.InRange(bins.Counts.Length, 10, 40);
        Assert.True(bins.IsOpenAbove && bins.IsOpenBelow);
        for (int i = 1; i < bins.Counts.Length - 1; i++)
        {
            Assert.Equal(values.Count(value => value >= bins.Edges[i] && value < bins.Edges[i + 1]), bins.Counts[i]);
        }
    }

    [Fact]
    public void Of_OneValueOrNone_StillHasItsBin()
    {
        Assert.Equal(1, Bins.Of([0.05]).Counts.Sum());
        Assert.Equal(1, Bins.Of([0]).Counts.Sum());
        Assert.Empty(Bins.Of([double.NaN]).Counts);
    }
}
