using System.Collections.Immutable;
using System.Runtime.Intrinsics.X86;
using Neurotrade.Core.Features;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Tests.Features;

/// <summary>Several settings in one pass give the bits of each by itself, in every form that this machine has.</summary>
public sealed class SettingLanesTests
{
    [Theory]
    [InlineData("ema")]
    [InlineData("smma")]
    [InlineData("atr")]
    public void Fill_AnyNumberOfSettings_IsEachBySelf(string name)
    {
        IndicatorDefinition definition = IndicatorCatalog.Find(name)!;
        Random random = new(name.Length);
        foreach (string kind in RandomCandles.Kinds)
        {
            foreach (int bars in (int[])[1, 7, 60, 403])
            {
                CandleSeries candles = RandomCandles.Make(kind, bars, 3);
                int count = random.Next(1, SettingLanes.Most + 1);
                ImmutableArray<double>[] settings = [.. Enumerable.Range(0, count).Select(_ => ImmutableArray.Create((double)random.Next(1, 80)))];
                double[][] columns = [.. settings.Select(_ => new double[bars])];
                SettingLanes.Fill(candles.Columns, definition, settings, columns);
                for (int i = 0; i < count; i++)
                {
                    Assert.Equal(
                        IndicatorCatalogTests.Batch(definition, settings[i], candles).Select(BitConverter.DoubleToInt64Bits),
                        columns[i].Select(BitConverter.DoubleToInt64Bits));
                }
            }
        }
    }

    [Fact]
    public void RunLanes_OverAnySeries_IsThePlainForm()
    {
        if (!Avx.IsSupported)
        {
            return;
        }

        double[] values = [.. Enumerable.Range(0, 400).Select(i => 100 + Math.Sin(i))];
        (double[][] plain, double[] plainEnds) = Run(SettingLanes.RunPlain, values);
        (double[][] lanes, double[] ends) = Run(SettingLanes.RunLanes, values);

        Assert.Equal(plain, lanes);
        Assert.Equal(plainEnds, ends);
    }

    private delegate void Form(ReadOnlySpan<double> values, int from, ExponentialMean[] means, double[][] targets);

    private static (double[][] Columns, double[] Ends) Run(Form form, double[] values)
    {
        ExponentialMean[] means = [.. Enumerable.Range(1, SettingLanes.Most).Select(period => ExponentialMean.EmaFromFirst(period))];
        double[][] columns = [.. means.Select(_ => new double[values.Length])];
        for (int lane = 0; lane < means.Length; lane++)
        {
            means[lane].Next(values[0]);
        }

        form(values, 4, means, columns);
        return (columns, [.. means.Select(mean => mean.Current)]);
    }
}
