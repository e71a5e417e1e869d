using System.Collections.Immutable;
using Neurotrade.Core.Features;

namespace Neurotrade.Tests.Reference;

/// <summary>The published values over one million bars of the seeded input, at its last bar.</summary>
public sealed class PublishedValuesTests
{
    [Theory]
    [InlineData("sma", "20", 0, 35244.09, 0)]
    [InlineData("ema", "20", 0, 35240.7807962332, 1e-9)]
    [InlineData("rsi", "14", 0, 49.8073135686, 1e-9)]
    [InlineData("macd", "12,26,9", 0, 5.2350185096, 1e-9)]
    [InlineData("atr", "14", 0, 36.9600938319, 1e-9)]
    [InlineData("adx", "14", 0, 21.4922220470, 1e-9)]
    [InlineData("bollinger", "20,2", 1, 35287.68586173, 1e-8)]
    public void Indicator_AfterAMillionBars_HasThePublishedValue(
        string name, string parameters, int output, double expected, double tolerance)
    {
        IndicatorInstance instance = new(name, IndicatorCatalog.Find(name)!, Reference.Parameters(parameters), null);
        FeatureFrame frame = FeatureFrame.Compute(NumpyBars.Series(), [instance]);
        Assert.Equal(expected, frame.Column(0, output)[^1], tolerance);
    }

    // contracts 4.20: running sums that drift find other ties than these three.
    [Fact]
    public void Averages_OverAMillionBars_TieWhereTheyDoInExactArithmetic()
    {
        IndicatorDefinition sma = IndicatorCatalog.Find("sma")!;
        FeatureFrame frame = FeatureFrame.Compute(
            NumpyBars.Series(),
            [new IndicatorInstance("fast", sma, [10], null), new IndicatorInstance("slow", sma, [50], null)]);
        ImmutableArray<int>.Builder ties = ImmutableArray.CreateBuilder<int>();
        for (int i = 0; i < NumpyBars.Count; i++)
        {
            if (frame.Column(0, 0)[i] == frame.Column(1, 0)[i])
            {
                ties.Add(i);
            }
        }

        Assert.Equal([78_613, 96_901, 669_452], ties.ToImmutable());
    }
}
