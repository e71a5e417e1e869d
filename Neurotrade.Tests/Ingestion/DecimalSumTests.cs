using System.Globalization;
using Neurotrade.Core.Ingestion;

namespace Neurotrade.Tests.Ingestion;

// contracts 4.20: sums are those of the exact decimals, correctly rounded.
public sealed class DecimalSumTests
{
    private static double SumOf(params ReadOnlySpan<double> values)
    {
        DecimalSum sum = default;
        foreach (double value in values)
        {
            sum.Add(value);
        }

        return sum.Value;
    }

    [Fact]
    public void Value_OfTenths_IsExact() => Assert.Equal(0.3, SumOf(0.1, 0.2));

    [Fact]
    public void Value_OfNothing_IsZero() => Assert.Equal(0, SumOf());

    [Fact]
    public void Value_WideVolumes_AreExactToo() =>
        Assert.Equal(246_913_578_024.69, SumOf(123_456_789_012.34, 123_456_789_012.35));

    [Fact]
    public void Value_OffTheGrid_IsStillClose() => Assert.Equal(1e-12, SumOf(1e-12, 1e20, -1e20), 1e-20);

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void Value_RandomDecimals_EqualsTheDecimalSumInAnyOrder(int seed)
    {
        Random random = new(seed);
        for (int round = 0; round < 200; round++)
        {
            decimal[] exact = [.. Enumerable.Range(0, 60).Select(_ =>
                decimal.Round((decimal)(random.NextDouble() * Math.Pow(10, random.Next(0, 13))), random.Next(0, 9)))];
            double[] values = [.. exact.Select(d =>
                double.Parse(d.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture))];
            double expected = double.Parse(
                values.Sum(Exact).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

            double forward = SumOf(values);
            values.AsSpan().Reverse();

            Assert.True(expected == forward && expected == SumOf(values), $"seed {seed} round {round}");
        }
    }

    // What the double reads as: its shortest text.
    private static decimal Exact(double value) =>
        decimal.Parse(value.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
}
