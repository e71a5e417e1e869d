using System.Globalization;
using System.Numerics;
using Neurotrade.Core.Features.Exact;

namespace Neurotrade.Tests.Features.Exact;

/// <summary>Sums of quoted values are those of the exact decimals, correctly rounded (contracts 4.20).</summary>
public sealed class ExactSumTests
{
    [Theory]
    [InlineData("0.1", 10_000_000L)]
    [InlineData("35244.09", 3_524_409_000_000L)]
    [InlineData("0.00000001", 1L)]
    [InlineData("262143.99999999", 26_214_399_999_999L)]
    [InlineData("0", 0L)]
    public void QuotedUnits_OfAQuotedValue_AreItsDecimal(string text, long expected)
    {
        Assert.True(QuotedUnits.TrySmall(double.Parse(text, CultureInfo.InvariantCulture), out long units));
        Assert.Equal(expected, units);
    }

    [Theory]
    [InlineData("524288.5", "52428850000000")]
    [InlineData("1234567.89", "123456789000000")]
    [InlineData("87654321012.34", "8765432101234000000")]
    [InlineData("4503599627370497", "450359962737049700000000")]
    [InlineData("67108865.12345678", "6710886512345678")]
    public void QuotedUnits_OfALargeQuotedValue_AreItsDecimal(string text, string expected)
    {
        Assert.True(QuotedUnits.TryAny(double.Parse(text, CultureInfo.InvariantCulture), out Int128 units));
        Assert.Equal(Int128.Parse(expected, CultureInfo.InvariantCulture), units);
    }

    [Theory]
    [InlineData(1.0 / 3)]
    [InlineData(1e-9)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e300)]
    public void QuotedUnits_OffTheGrid_AreRefused(double value) => Assert.False(QuotedUnits.TryAny(value, out _));

    [Fact]
    public void QuotedUnits_OfRandomDecimals_AreAlwaysFound()
    {
        const int seed = 20260101;
        Random random = new(seed);
        for (int i = 0; i < 200_000; i++)
        {
            long expected = random.NextInt64(0, 1L << random.Next(1, 51));
            double value = (double)((decimal)expected / QuotedUnits.PerOne);
            bool isFound = QuotedUnits.TryAny(value, out Int128 units);
            Assert.True(isFound && units == expected, $"seed {seed}, case {i}: {value:R} gave {units}");
        }
    }

    [Fact]
    public void QuotedUnits_OverTheirScale_AreTheMachinesDivision()
    {
        const int seed = 20260107;
        Random random = new(seed);
        for (int i = 0; i < 500_000; i++)
        {
            double units = random.NextInt64(0, 1L << random.Next(1, 46));
            Assert.True(QuotedUnits.Quoted(units) == units / QuotedUnits.PerOne, $"seed {seed}: {units:R}");
        }
    }

    [Fact]
    public void ExactRatio_OfRandomIntegers_IsTheNearestDouble()
    {
        const int seed = 20260102;
        Random random = new(seed);
        for (int i = 0; i < 100_000; i++)
        {
            Int128 a = RandomInteger(random, 125);
            Int128 b = RandomInteger(random, 100) + 1;
            double got = ExactRatio.Round(a, b);
            Assert.True(Rational.IsNearest(got, (BigInteger)a, (BigInteger)b), $"seed {seed}, case {i}: {a} / {b}");
            Assert.Equal(got, ExactRatio.LongDivision((UInt128)a, (UInt128)b));
            Assert.Equal(-got, ExactRatio.Round(-a, b));
        }
    }

    [Fact]
    public void ExactRatio_AtTheMiddleOfTwoDoubles_RoundsToEven()
    {
        const int seed = 20260103;
        Random random = new(seed);
        for (int i = 0; i < 20_000; i++)
        {
            // An odd 54-bit integer lies between two doubles; times b over b leaves it there, one unit more does not.
            Int128 middle = (1L << 53) + (2 * random.NextInt64(1L << 51)) + 1;
            Int128 b = RandomInteger(random, 60) + 1;
            foreach (int nudge in (int[])[-1, 0, 1])
            {
                Int128 a = (middle * b) + nudge;
                double got = ExactRatio.Round(a, b);
                Assert.True(Rational.IsNearest(got, (BigInteger)a, (BigInteger)b), $"seed {seed}: {a} / {b}");
            }
        }
    }

    [Fact]
    public void FieldWindow_OverNastyPrices_IsTheExactMeanAtEveryBar()
    {
        const int seed = 20260104;
        Random random = new(seed);
        foreach (int length in (int[])[1, 2, 3, 7, 50, 333])
        {
            FieldWindow window = new(length);
            Queue<BigInteger> units = new();
            BigInteger sum = 0;
            for (int i = 0; i < 3_000; i++)
            {
                long quoted = NastyUnits(random);
                units.Enqueue(quoted);
                sum += quoted;
                if (units.Count > length)
                {
                    sum -= units.Dequeue();
                }

                window.Push((double)((decimal)quoted / QuotedUnits.PerOne));
                if (units.Count == length)
                {
                    BigInteger scale = (BigInteger)length * QuotedUnits.PerOne;
                    Assert.True(
                        Rational.IsNearest(window.Mean, sum, scale), $"seed {seed}, length {length}, bar {i}");
                }
            }
        }
    }

    [Fact]
    public void FieldWindow_AfterAValueOffTheGridLeft_IsExactAgain()
    {
        FieldWindow window = new(3);
        foreach (double value in (double[])[1.0 / 3, 1e300, 0.1, 0.2, 0.3])
        {
            window.Push(value);
        }

        Assert.Equal(0.2, window.Mean);
    }

    [Fact]
    public void FieldWindow_OfValuesOffTheGrid_DoesNotDrift()
    {
        const int seed = 20260105;
        Random random = new(seed);
        FieldWindow window = new(20);
        Queue<double> values = new();
        for (int i = 0; i < 20_000; i++)
        {
            double value = i % 3 == 0 ? Math.Round(random.NextDouble() * 100, 2) : random.NextDouble() * 100;
            values.Enqueue(value);
            if (values.Count > 20)
            {
                values.Dequeue();
            }

            window.Push(value);
        }

        // Quoted values count as their decimals, the others as the doubles they are.
        BigInteger quoted = values.Where(IsQuoted).Aggregate(
            BigInteger.Zero, (a, v) => a + new BigInteger((decimal)v * QuotedUnits.PerOne));
        (BigInteger numerator, BigInteger scale) = Rational.Sum(values.Where(v => !IsQuoted(v)));
        numerator = (numerator * QuotedUnits.PerOne) + (quoted * scale);
        double nearest = Rational.Nearest(numerator, scale * QuotedUnits.PerOne * 20);
        Assert.True(Math.Abs(nearest - window.Mean) <= Math.BitIncrement(nearest) - nearest, $"seed {seed}: {window.Mean:R}, not {nearest:R}");
    }

    [Fact]
    public void DeviationWindow_OverNastyPrices_HasTheExactVariance()
    {
        const int seed = 20260106;
        Random random = new(seed);
        foreach (int length in (int[])[2, 3, 20, 100])
        {
            DeviationWindow window = new(length);
            Queue<BigInteger> units = new();
            for (int i = 0; i < 1_000; i++)
            {
                // Prices that differ in the last place only: where E[x²] − E[x]² loses everything.
                long quoted = i % 400 < 200 ? 26_000_000_000_000 + random.Next(3) : NastyUnits(random) % (1L << 44);
                units.Enqueue(quoted);
                if (units.Count > length)
                {
                    units.Dequeue();
                }

                window.Push((double)((decimal)quoted / QuotedUnits.PerOne));
                if (units.Count == length)
                {
                    BigInteger sum = units.Aggregate(BigInteger.Zero, (a, b) => a + b);
                    BigInteger squares = units.Aggregate(BigInteger.Zero, (a, b) => a + (b * b));
                    BigInteger scale = BigInteger.Pow((BigInteger)length * QuotedUnits.PerOne, 2);
                    double variance = Rational.Nearest((length * squares) - (sum * sum), scale);
                    Assert.True(window.Deviation == Math.Sqrt(variance), $"seed {seed}, length {length}, bar {i}");
                }
            }
        }
    }

    // The longest look-back with the largest prices of the fast way: nothing may overflow (contracts 3).
    [Fact]
    public void Windows_OfTheLongestLookBackAndTheLargestPrices_StayExact()
    {
        const int length = 100_000;
        const double large = 262_143.99999999;
        const double small = 0.00000001;
        FieldWindow mean = new(length);
        DeviationWindow deviation = new(length);
        WeightedWindow weighted = new(length);
        ProductWindow product = new(length);
        (double last, double lastProduct) = (0, 0);
        for (int i = 0; i < length + 2; i++)
        {
            double value = i % 2 == 0 ? large : small;
            mean.Push(value);
            deviation.Push(value);
            last = weighted.Next(value);
            lastProduct = product.Next(value, 40_000_000_000);
        }

        // Half of each: the mean is in the middle, and so far everything lies from it. The newest is a small one.
        BigInteger sum = (BigInteger)26_214_399_999_999 + 1;
        Assert.Equal(Rational.Nearest(sum, 2 * (BigInteger)QuotedUnits.PerOne), mean.Mean);
        Assert.Equal(mean.Mean, lastProduct);
        BigInteger distance = 26_214_399_999_999 - 1;
        Assert.Equal(
            Math.Sqrt(Rational.Nearest(distance * distance, 4 * BigInteger.Pow(QuotedUnits.PerOne, 2))), deviation.Deviation);
        const long half = length / 2;
        BigInteger heavy = ((BigInteger)26_214_399_999_999 * half * half) + ((BigInteger)half * (half + 1));
        Assert.Equal(Rational.Nearest(heavy, (BigInteger)QuotedUnits.PerOne * length * (length + 1) / 2), last);
    }

    private static bool IsQuoted(double value) => Math.Round(value, 2) == value;

    private static long NastyUnits(Random random) => random.Next(4) switch
    {
        0 => random.NextInt64(1, 1_000),
        1 => (random.NextInt64(1, 60_000_000) * 1_000_000) + random.Next(2),
        2 => random.NextInt64(1, 1L << 48),
        _ => 3_524_409_000_000 + random.Next(100),
    };

    private static Int128 RandomInteger(Random random, int bits)
    {
        Int128 value = ((Int128)random.NextInt64() << 63) | random.NextInt64();
        return value >> (126 - random.Next(1, bits));
    }
}
