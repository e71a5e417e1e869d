using System.Collections.Immutable;
using Neurotrade.Core.Features;
using Neurotrade.Core.Market;
using Neurotrade.Tests.Features;

namespace Neurotrade.Tests.Reference;

/// <summary>Indicators without a reference file against their plainest recomputation (contracts 8).</summary>
public sealed class PlainIndicatorTests
{
    private static readonly string[] Names =
    [
        "wma", "hma", "vwma", "smma", "stddev", "stochrsi", "cci", "cmo", "donchian", "mfi", "tsi", "trix", "vortex", "ppo",
        "pvo", "alma", "dpo", "ulcer", "ultimate", "fisher", "heikin_ashi", "psar",
        "trima", "epma", "mcginley", "vidya", "zlema", "sma_analysis", "midpoint", "alligator", "awesome", "accelerator", "bop", "apo",
        "rocr", "elder_ray", "kst", "coppock", "roc_bands", "connors_rsi", "stc",
        "chop", "vhf", "efficiency_ratio", "mass_index", "qstick", "chandelier", "natr", "volatility", "parkinson", "garman_klass",
        "rogers_satchell", "yang_zhang", "cvi", "ma_envelope", "stdev_channels", "starc", "accbands", "force_index", "nvi", "pvi", "kvo",
        "adosc", "pvt", "vosc", "volume_sma", "imi", "demarker", "rvi", "laguerre_rsi",
        "linreg_angle", "tsf", "linreg_intercept", "fosc", "zscore", "variance", "stderr", "skew", "kurtosis", "median", "percent_rank",
        "quantile", "correl", "volume_correl", "beta", "autocorrel", "entropy",
    ];

    public static MatrixTheoryData<string, string> Cases => new(Names, ["ordinary", "steps", "tiny", "rising", "huge", "flat"]);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Indicator_OverUnpleasantCandles_IsItsPlainFormula(string name, string kind)
    {
        CandleSeries candles = RandomCandles.Make(kind, 260, 17);
        AssertIsPlain(name, candles);
    }

    [Fact]
    public void Indicator_OverTheReferenceInput_IsItsPlainFormula()
    {
        CandleSeries candles = ReferenceTable.Read("input_default.csv").Candles();
        Assert.All(Names, name => AssertIsPlain(name, candles));
    }

    private static void AssertIsPlain(string name, CandleSeries candles)
    {
        IndicatorDefinition definition = IndicatorCatalog.Find(name)!;
        ImmutableArray<double> defaults = RandomInstances.Defaults(definition);
        double[] block = IndicatorCatalogTests.Batch(definition, defaults, candles);
        (double[] o, double[] h, double[] l, double[] c, double[] v) = (candles.Opens.ToArray(), candles.Highs.ToArray(),
            candles.Lows.ToArray(), candles.Closes.ToArray(), candles.Volumes.ToArray());
        double[][] expected = new PlainMomentum(o, h, l, c).Of(name) ?? new PlainTrend(o, h, l, c).Of(name)
            ?? new PlainStatistics(h, l, c, v).Of(name) ?? new PlainVolume(o, h, l, c, v).Of(name) ?? new PlainIndicators(o, h, l, c, v).Of(name);
        for (int output = 0; output < expected.Length; output++)
        {
            for (int i = 0; i < candles.Count; i++)
            {
                Reference.AssertAgrees(
                    expected[output][i], block[(output * candles.Count) + i], $"{name}.{output} at bar {i}");
            }
        }
    }
}
