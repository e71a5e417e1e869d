using System.Collections.Immutable;
using Neurotrade.Core.Features;
using Neurotrade.Core.Features.Exact;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Tests.Features;

/// <summary>Loops that take many bars at once give the bits of one step after another, wherever they begin and end.</summary>
public sealed class LeapTests
{
    public static TheoryData<string> Names => [.. IndicatorCatalog.All.Select(d => d.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Indicator_OverAHistoryInParts_GivesTheBitsOfTheWhole(string name)
    {
        IndicatorDefinition definition = IndicatorCatalog.Find(name)!;
        foreach (string kind in (string[])["ordinary", "mixed-grid", "steps", "huge", "flat"])
        {
            Random random = new(kind.Length);
            CandleSeries candles = RandomCandles.Make(kind, 1_500, 23);
            ImmutableArray<double> parameters = RandomInstances.Defaults(definition);
            double[] whole = IndicatorCatalogTests.Batch(definition, parameters, candles);
            IIndicator indicator = definition.Create(parameters);
            for (int from = 0; from < candles.Count;)
            {
                int count = Math.Min(random.Next(1, 400), candles.Count - from);
                CandleSeries part = candles.Slice(from, count);
                double[] block = new double[count * definition.Outputs.Length];
                indicator.Advance(part.Columns, new ColumnBlock(block, count));
                for (int output = 0; output < definition.Outputs.Length; output++)
                {
                    Assert.True(
                        Bits(whole.AsSpan((output * candles.Count) + from, count)).SequenceEqual(Bits(block.AsSpan(output * count, count))),
                        $"{name} over {kind}, {definition.Outputs[output]}, bars {from} to {from + count}");
                }

                from += count;
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(20)]
    [InlineData(200)]
    public void QuotedMeans_InEveryForm_StopAtTheSamePlaceWithTheSameBits(int length)
    {
        for (int seed = 0; seed < 50; seed++)
        {
            Random random = new(seed);
            double[] values = [.. Enumerable.Range(0, 700).Select(_ => Math.Round(30_000 + (random.NextDouble() * 100), random.Next(1, 9)))];
            int awkward = random.Next(length, 900);
            if (awkward < values.Length)
            {
                values[awkward] = seed % 2 == 0 ? 1e9 / 3 : Math.PI;
            }

            double start = values.Take(length).Sum(x => Math.Round(x * 1e8));
            double plainSum = start;
            double sum = start;
            double[] plain = new double[values.Length];
            double[] vectors = new double[values.Length];
            int end = QuotedMeans.RunPlain(values, length, length, ref plainSum, plain);
            Assert.Equal(Math.Min(awkward, values.Length), end);
            Assert.Equal(end, QuotedMeans.Run(values, length, length, ref sum, vectors));
            Assert.Equal(plainSum, sum);
            Assert.Equal(plain[..end], vectors[..end]);
            double vectorSum = start;
            Assert.InRange(QuotedMeans.RunVectors(values, length, length, ref vectorSum, vectors), Math.Max(length, end - 3), end);
        }
    }

    // On grids of every number of places, with leaps of price that take the sums beyond what is exact.
    [Theory]
    [InlineData(2)]
    [InlineData(20)]
    [InlineData(200)]
    [InlineData(300)]
    public void DeviationWindow_TakingManyAtOnce_GivesTheBitsOfEachStep(int length)
    {
        int taken = 0;
        for (int seed = 0; seed < 40; seed++)
        {
            Random random = new(seed);
            int places = seed % 9;
            double price = 10 + random.Next(100_000);
            double[] values = new double[1_300];
            for (int i = 0; i < values.Length; i++)
            {
                price = Math.Max(1, price + ((random.NextDouble() - 0.5) * (i == 900 ? 100_000 : 20)));
                values[i] = seed % 4 == 3 && i == 700 ? Math.PI : Math.Round(price, places);
            }

            DeviationWindow plain = new(length);
            DeviationWindow leaping = new(length);
            double[] means = new double[values.Length];
            double[] deviations = new double[values.Length];
            for (int at = 0; at < values.Length;)
            {
                int end = leaping.Leap(values, at, means, deviations);
                for (; at < end; at++, taken++)
                {
                    plain.Push(values[at]);
                    Assert.Equal(Bits([plain.Mean, plain.Deviation]), Bits([means[at], deviations[at]]));
                }

                for (int step = 0; step < 9 && at < values.Length; step++, at++)
                {
                    plain.Push(values[at]);
                    leaping.Push(values[at]);
                    Assert.Equal(Bits([plain.Mean, plain.Deviation]), Bits([leaping.Mean, leaping.Deviation]));
                }
            }
        }

        Assert.True(length > QuotedDeviations.MostLength ? taken == 0 : taken > 10_000, $"{taken} values at once");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(14)]
    [InlineData(64)]
    public void SlidingExtremes_OverRandomValues_AreThoseOfEachWindow(int length)
    {
        Random random = new(length);
        double[] values = [.. Enumerable.Range(0, 100 + length).Select(_ => (double)random.Next(1_000))];
        double[] highest = new double[values.Length - length + 1];
        double[] lowest = new double[highest.Length];
        SlidingExtremes.Highest([.. values], length, highest);
        SlidingExtremes.Lowest([.. values], length, lowest);
        for (int i = 0; i < highest.Length; i++)
        {
            Assert.Equal(values[i..(i + length)].Max(), highest[i]);
            Assert.Equal(values[i..(i + length)].Min(), lowest[i]);
        }
    }

    private static long[] Bits(ReadOnlySpan<double> values)
    {
        long[] bits = new long[values.Length];
        for (int i = 0; i < bits.Length; i++)
        {
            bits[i] = BitConverter.DoubleToInt64Bits(values[i]);
        }

        return bits;
    }
}
