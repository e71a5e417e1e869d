using Neurotrade.Core.Features;
using Neurotrade.Core.Market;
using Neurotrade.Tests.Features;

namespace Neurotrade.Tests.Reference;

/// <summary>Whole series computed by Stock.Indicators, whose convention holds where libraries differ (contracts 8).</summary>
public sealed class StockIndicatorsTests
{
    [Theory]
    [InlineData("ad", "adl.csv", "", "adl")]
    [InlineData("adx", "adx_14.csv", "14", "adx,pdi,mdi")]
    [InlineData("aroon", "aroon_25.csv", "25", "aroon_up,aroon_down,oscillator")]
    [InlineData("atr", "atr_14.csv", "14", "atr")]
    [InlineData("bollinger", "bb_20_2.csv", "20,2", "sma,upper_band,lower_band,percent_b,width")]
    [InlineData("cmf", "cmf_20.csv", "20", "cmf")]
    [InlineData("dema", "dema_14.csv", "14", "dema")]
    [InlineData("ema", "ema_20.csv", "20", "ema")]
    [InlineData("kama", "kama_10_2_30.csv", "10,2,30", "kama")]
    [InlineData("keltner", "keltner_20_2_10.csv", "20,2,10", "centerline,upper_band,lower_band")]
    [InlineData("macd", "macd_12_26_9.csv", "12,26,9", "macd,signal,histogram")]
    [InlineData("obv", "obv.csv", "", "obv")]
    [InlineData("roc", "roc_14.csv", "14", "roc")]
    [InlineData("momentum", "roc_14.csv", "14", "momentum")]
    [InlineData("rsi", "rsi_14.csv", "14", "rsi")]
    [InlineData("sma", "sma_20.csv", "20", "sma")]
    [InlineData("stoch", "stoch_14_3_3.csv", "14,3,3", "oscillator,signal")]
    [InlineData("supertrend", "supertrend_10_3.csv", "10,3", "super_trend")]
    [InlineData("t3", "t3_5_0.7.csv", "5,0.7", "t3")]
    [InlineData("tema", "tema_20.csv", "20", "tema")]
    [InlineData("vwap", "vwap_from_first_bar.csv", "", "vwap")]
    [InlineData("williams_r", "williams_r_14.csv", "14", "williams_r")]
    [InlineData("ichimoku", "ichimoku_9_26_52.csv", "9,26,52", "tenkan_sen,kijun_sen,senkou_span_a,senkou_span_b")]
    [InlineData("alligator", "alligator_13_8_8_5_5_3.csv", "13,8,8,5,5,3", "jaw,teeth,lips")]
    [InlineData("gator", "gator_13_8_8_5_5_3.csv", "13,8,8,5,5,3", "upper,lower,upper_is_expanding,lower_is_expanding")]
    [InlineData("awesome", "awesome_oscillator_5_34.csv", "5,34", "oscillator,normalized")]
    [InlineData("bop", "bop_14.csv", "14", "bop")]
    [InlineData("epma", "epma_10.csv", "10", "epma")]
    [InlineData("mcginley", "mcginley_dynamic_14_0.6.csv", "14,0.6", "dynamic")]
    [InlineData("pmo", "pmo_35_20_10.csv", "35,20,10", "pmo,signal")]
    [InlineData("roc_bands", "roc_bands_20_5_5.csv", "20,5,5", "roc,roc_ema,upper_band,lower_band")]
    [InlineData("smi", "smi_13_25_2_3.csv", "13,25,2,3", "smi,signal")]
    [InlineData("sma_analysis", "sma_analysis_20.csv", "20", "sma,mad,mse,mape")]
    [InlineData("adxr", "adx_14.csv", "14", "adxr")]
    [InlineData("dx", "adx_14.csv", "14", "dx")]
    [InlineData("atr_trailing_stop", "atr_trailing_stop_21_3.csv", "21,3", "atr_stop")]
    [InlineData("chop", "chop_14.csv", "14", "chop")]
    [InlineData("ma_envelope", "ma_envelope_20_2.5_sma.csv", "20,2.5", "centerline,upper_envelope,lower_envelope")]
    [InlineData("natr", "atr_14.csv", "14", "atrp")]
    [InlineData("volatility_stop", "volatility_stop_7_3.csv", "7,3", "sar,is_stop")]
    [InlineData("slope", "slope_linreg_14.csv", "14", "slope,intercept,std_dev,r_squared")]
    [InlineData("mama", "mama_0.5_0.05.csv", "0.5,0.05", "mama,fama")]
    [InlineData("ht_trendline", "ht_trendline.csv", "", "trendline,dc_periods,smooth_price")]
    [InlineData("hurst", "hurst_100.csv", "100", "hurst_exponent")]
    [InlineData("fractal_chaos", "fractal_chaos_bands_2.csv", "2", "upper_band,lower_band")]
    [InlineData("doji", "doji_0.1.csv", "0.1", "match")]
    [InlineData("marubozu", "marubozu_95.csv", "95", "match")]
    [InlineData("rolling_pivots", "rolling_pivots_20_0_standard.csv", "20,0", "pp,s1,s2,s3,r1,r2,r3")]
    [InlineData("zscore", "bb_20_2.csv", "20", "z_score")]
    public void Indicator_OverTheReferenceInput_AgreesAtEveryBar(
        string name, string file, string parameters, string columns)
    {
        CandleSeries candles = ReferenceTable.Read("input_default.csv").Candles();
        ReferenceTable expected = ReferenceTable.Read(file);
        IndicatorDefinition definition = IndicatorCatalog.Find(name)!;
        double[] block = IndicatorCatalogTests.Batch(definition, Reference.Parameters(parameters), candles);
        string[] names = columns.Split(',');
        for (int output = 0; output < names.Length; output++)
        {
            double[] values = expected.Column(names[output]);
            for (int i = 0; i < candles.Count; i++)
            {
                Reference.AssertAgrees(values[i], block[(output * candles.Count) + i], $"{names[output]} at bar {i}");
            }
        }
    }

    [Fact]
    public void SuperTrend_Direction_IsTheSideOfTheReferenceBand()
    {
        CandleSeries candles = ReferenceTable.Read("input_default.csv").Candles();
        ReferenceTable expected = ReferenceTable.Read("supertrend_10_3.csv");
        double[] block = IndicatorCatalogTests.Batch(IndicatorCatalog.Find("supertrend")!, [10, 3], candles);
        double[] lower = expected.Column("lower_band");
        for (int i = 10; i < candles.Count; i++)
        {
            Assert.Equal(double.IsNaN(lower[i]) ? -1 : 1, block[candles.Count + i]);
        }
    }

    [Fact]
    public void TrueRange_AsAtrOfOneBar_AgreesAtEveryBar()
    {
        CandleSeries candles = ReferenceTable.Read("input_default.csv").Candles();
        double[] expected = ReferenceTable.Read("true_range.csv").Column("tr");
        double[] block = IndicatorCatalogTests.Batch(IndicatorCatalog.Find("atr")!, [1], candles);
        for (int i = 1; i < candles.Count; i++)
        {
            Reference.AssertAgrees(expected[i], block[i], $"bar {i}");
        }
    }
}
