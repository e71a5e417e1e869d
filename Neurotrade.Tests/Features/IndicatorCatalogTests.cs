using System.Collections.Immutable;
using Neurotrade.Core.Features;
using Neurotrade.Core.Market;

namespace Neurotrade.Tests.Features;

/// <summary>What holds for every indicator of the catalogue, with random parameters over unpleasant candles.</summary>
public sealed class IndicatorCatalogTests
{
    public static TheoryData<string> Names => [.. IndicatorCatalog.All.Select(d => d.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Indicator_InBatchAndRolling_GivesTheSameBits(string name)
    {
        IndicatorDefinition definition = IndicatorCatalog.Find(name)!;
        foreach (string kind in RandomCandles.Kinds)
        {
            int seed = 100 + kind.Length;
            CandleSeries candles = RandomCandles.Make(kind, 700, seed);
            Random random = new(seed);
            for (int draw = 0; draw < 4; draw++)
            {
                ImmutableArray<double> parameters =
                    draw == 0 ? RandomInstances.Defaults(definition) : RandomInstances.Draw(definition, random);
                string what = $"{name}:{string.Join(':', parameters)} over {kind}, seed {seed}";
                AssertSameBits(definition, parameters, candles, what);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Indicator_WhenTheFutureIsCut_ChangesNothingBefore(string name)
    {
        IndicatorDefinition definition = IndicatorCatalog.Find(name)!;
        ImmutableArray<double> parameters = RandomInstances.Defaults(definition);
        CandleSeries candles = RandomCandles.Make("ordinary", 500, 7);
        double[] whole = Batch(definition, parameters, candles);
        foreach (int cut in (int[])[1, 2, 100, 251, 499])
        {
            double[] part = Batch(definition, parameters, candles.Slice(0, cut));
            for (int output = 0; output < definition.Outputs.Length; output++)
            {
                Assert.Equal(
                    Bits(whole.AsSpan(output * 500, cut)), Bits(part.AsSpan(output * cut, cut)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Indicator_OnOrdinaryCandles_HasItsFirstRowAtWarmUpBars(string name)
    {
        IndicatorDefinition definition = IndicatorCatalog.Find(name)!;
        Random random = new(11);
        CandleSeries candles = RandomCandles.Make("ordinary", 1_500, 11);
        for (int draw = 0; draw < 5; draw++)
        {
            ImmutableArray<double> parameters =
                draw == 0 ? RandomInstances.Defaults(definition) : RandomInstances.Draw(definition, random);
            double[] columns = Batch(definition, parameters, candles);
            int[] there = [.. Enumerable.Range(0, candles.Count).Select(i => Enumerable.Range(0, definition.Outputs.Length)
                .Count(o => !double.IsNaN(columns[(o * candles.Count) + i])))];
            int first = Array.IndexOf(there, definition.Outputs.Length);
            string what = $"{name}:{string.Join(':', parameters)}";
            if (definition.IsSparse)
            {
                Assert.True(first < 0 || first >= definition.WarmUpBars(parameters), $"{what} at {first}");
                Assert.Contains(there, outputs => outputs > 0);
                continue;
            }

            Assert.Equal($"{what} at {definition.WarmUpBars(parameters)}", $"{what} at {first}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Indicator_OverAnyCandles_IsFiniteOrMissing(string name)
    {
        IndicatorDefinition definition = IndicatorCatalog.Find(name)!;
        foreach (string kind in RandomCandles.Kinds)
        {
            double[] columns = Batch(
                definition, RandomInstances.Defaults(definition), RandomCandles.Make(kind, 400, 3));
            Assert.DoesNotContain(columns, double.IsInfinity);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Indicator_RollingUpdate_AllocatesNothing(string name)
    {
        IndicatorDefinition definition = IndicatorCatalog.Find(name)!;
        foreach (string kind in (string[])["ordinary", "mixed-grid", "huge"])
        {
            CandleSeries candles = RandomCandles.Make(kind, 600, 5);
            IIndicator indicator = definition.Create(RandomInstances.Defaults(definition));
            double[] row = new double[definition.Outputs.Length];
            for (int i = 0; i < 300; i++)
            {
                indicator.Update(candles[i], row);
            }

            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 300; i < 600; i++)
            {
                indicator.Update(candles[i], row);
            }

            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        }
    }

    // A test that cannot fail proves nothing: an indicator that looks one bar ahead must be found out.
    [Fact]
    public void Indicator_ThatLooksAhead_IsCaughtByBothComparisons()
    {
        IndicatorDefinition leaking = new()
        {
            Name = "leak",
            Title = "Leak",
            Group = IndicatorGroups.Trend,
            Outputs = ["leak"],
            Parameters = [],
            Summary = "The next close.",
            Formula = "leak = close of the next bar",
            Source = "None.",
            Create = _ => new LeakingIndicator(),
            WarmUpBars = _ => 0,
        };
        CandleSeries candles = RandomCandles.Make("ordinary", 100, 7);
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => AssertSameBits(leaking, [], candles, "leak"));
        Assert.NotEqual(Batch(leaking, [], candles)[49], Batch(leaking, [], candles.Slice(0, 50))[49]);
    }

    [Fact]
    public void Catalog_DefaultsAndRanges_AgreeWithEachOther()
    {
        foreach (IndicatorDefinition definition in IndicatorCatalog.All)
        {
            ImmutableArray<double> defaults = RandomInstances.Defaults(definition);
            Assert.Null(definition.Check?.Invoke(defaults));
            Assert.All(definition.Parameters, p => Assert.InRange(p.Default, p.Min, p.Max));
            Assert.Equal(definition.Outputs.Length, definition.Outputs.Distinct().Count());
            Assert.All(definition.ChartOnlyOutputs, o => Assert.DoesNotContain(o, definition.Outputs));
            Assert.False(string.IsNullOrWhiteSpace(definition.Formula + definition.Source + definition.Summary));
        }

        Assert.Equal(
            IndicatorCatalog.All.Length, IndicatorCatalog.All.Select(d => d.Name).Distinct().Count());
    }

    internal static double[] Batch(
        IndicatorDefinition definition, ImmutableArray<double> parameters, CandleSeries candles)
    {
        double[] block = new double[candles.Count * definition.Outputs.Length];
        definition.Create(parameters).Compute(candles.Columns, new ColumnBlock(block, candles.Count));
        return block;
    }

    private static void AssertSameBits(
        IndicatorDefinition definition, ImmutableArray<double> parameters, CandleSeries candles, string what)
    {
        double[] columns = Batch(definition, parameters, candles);
        IIndicator rolling = definition.Create(parameters);
        double[] row = new double[definition.Outputs.Length];
        for (int i = 0; i < candles.Count; i++)
        {
            rolling.Update(candles[i], row);
            for (int output = 0; output < row.Length; output++)
            {
                long batch = BitConverter.DoubleToInt64Bits(columns[(output * candles.Count) + i]);
                if (batch != BitConverter.DoubleToInt64Bits(row[output]))
                {
                    Assert.Fail($"{what}, {definition.Outputs[output]} at bar {i}: rolling {row[output]:R}");
                }
            }
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

    private sealed class LeakingIndicator : IIndicator
    {
        public void Update(in Candle candle, Span<double> outputs) => outputs[0] = candle.Close;

        public void Compute(CandleColumns candles, ColumnBlock outputs)
        {
            for (int i = 0; i < candles.Count; i++)
            {
                outputs[0][i] = candles.Closes[Math.Min(i + 1, candles.Count - 1)];
            }
        }
    }
}
