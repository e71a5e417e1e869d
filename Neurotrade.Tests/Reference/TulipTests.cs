using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Neurotrade.Core.Features;
using Neurotrade.Core.Market;
using Neurotrade.Tests.Features;

namespace Neurotrade.Tests.Reference;

/// <summary>
/// Vectors of Tulip Indicators, to their printed digits, where the conventions coincide. Where they do not stands in
/// docs/indicators.md: EMA and what is built on it (seeded with the first value), ATR (the first bar's range counts), ADX,
/// and Aroon where extremes are level (the newest counts; one of its vectors has such bars).
/// </summary>
public sealed class TulipTests
{
    [Theory]
    [InlineData("kama", "kama", "kama", 1.0, "period,2,30")]
    [InlineData("sma", "sma", "sma", 1.0, "")]
    [InlineData("ad", "ad", "ad", 1.0, "")]
    [InlineData("aroon", "aroon", "aroon_up,aroon_down", 1.0, "")]
    [InlineData("aroonosc", "aroon", ",,aroonosc", 1.0, "")]
    [InlineData("bbands", "bollinger", "bbands_middle,bbands_upper,bbands_lower", 1.0, "")]
    [InlineData("mom", "momentum", "mom", 1.0, "")]
    [InlineData("roc", "roc", "roc", 100.0, "")]
    [InlineData("rsi", "rsi", "rsi", 1.0, "")]
    [InlineData("obv", "obv", "obv", 1.0, "")]
    [InlineData("stoch", "stoch", "stoch_k,stoch_d", 1.0, "k_period,d_period,k_slowing_period")]
    [InlineData("willr", "williams_r", "willr", 1.0, "")]
    [InlineData("max", "donchian", ",max", 1.0, "")]
    [InlineData("min", "donchian", ",,min", 1.0, "")]
    [InlineData("trima", "trima", "trima", 1.0, "")]
    [InlineData("rocr", "rocr", "rocr", 1.0, "")]
    [InlineData("fosc", "fosc", "fosc", 1.0, "")]
    [InlineData("tsf", "tsf", "tsf", 1.0, "")]
    [InlineData("stderr", "stderr", "stderr", 1.0, "")]
    [InlineData("linregslope", "slope", "linregslope", 1.0, "")]
    [InlineData("linregintercept", "linreg_intercept", "linregintercept", 1.0, "")]
    [InlineData("bop", "bop", "bop", 1.0, "1")]
    [InlineData("emv", "emv", "emv", 1.0, "1")]
    [InlineData("marketfi", "marketfi", "marketfi", 1.0, "")]
    [InlineData("qstick", "qstick", "qstick", 1.0, "")]
    [InlineData("vhf", "vhf", "vhf", 1.0, "")]
    [InlineData("volatility", "volatility", "volatility", 1.0, "period,252")]
    [InlineData("wad", "wad", "wad", 1.0, "")]
    [InlineData("md", "sma_analysis", ",md", 1.0, "")]
    [InlineData("ao", "awesome", "ao", 1.0, "5,34")]
    public void Indicator_OverTulipsVectors_AgreesToThePrintedDigits(
        string file, string name, string outputs, double scale, string order)
    {
        using JsonDocument document = JsonDocument.Parse(
            File.ReadAllText(SharedData.Require($"reference/indicators/tulip/{file}.json")));
        IndicatorDefinition definition = IndicatorCatalog.Find(name)!;
        foreach (JsonElement test in document.RootElement.GetProperty("tests").EnumerateArray())
        {
            if (name == "aroon" && test.GetProperty("source_file").GetString() != "untest.txt")
            {
                continue;
            }

            CandleSeries candles = Candles(test.GetProperty("inputs"));
            double[] block = IndicatorCatalogTests.Batch(definition, Options(test, order), candles);
            string[] names = outputs.Split(',');
            for (int output = 0; output < names.Length; output++)
            {
                if (names[output].Length > 0)
                {
                    JsonElement expected = test.GetProperty("outputs").GetProperty(names[output]);
                    AssertAgrees(expected, block.AsSpan(output * candles.Count, candles.Count), scale, $"{file} {output}");
                }
            }
        }
    }

    // Right-aligned: the last value belongs to the last bar.
    private static void AssertAgrees(JsonElement expected, ReadOnlySpan<double> actual, double scale, string what)
    {
        int late = actual.Length - expected.GetArrayLength();
        for (int i = 0; i < expected.GetArrayLength(); i++)
        {
            string printed = expected[i].GetRawText();
            double value = double.Parse(printed, CultureInfo.InvariantCulture) * scale;
            double tolerance = Math.Max(0.001, 1.01 * LastDigit(printed)) * scale;
            Assert.True(
                Math.Abs(actual[late + i] - value) <= tolerance, $"{what}[{i}]: {actual[late + i]:R}, expected {value:R}");
        }
    }

    private static double LastDigit(string printed)
    {
        int point = printed.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? 0.5 : Math.Pow(10, point + 1 - printed.Length);
    }

    private static ImmutableArray<double> Options(JsonElement test, string order)
    {
        JsonElement options = test.GetProperty("options");
        return order.Length == 0
            ? [.. options.EnumerateObject().Select(option => option.Value.GetDouble())]
            : [.. order.Split(',').Select(option => options.TryGetProperty(option, out JsonElement value)
                ? value.GetDouble()
                : double.Parse(option, CultureInfo.InvariantCulture))];
    }

    // Vectors of one series stand for all prices; what a vector leaves out does not matter to its indicator.
    private static CandleSeries Candles(JsonElement inputs)
    {
        double[] Field(string name, string other)
        {
            foreach (string candidate in (string[])[name, "real", other])
            {
                if (inputs.TryGetProperty(candidate, out JsonElement values))
                {
                    return [.. values.EnumerateArray().Select(value => value.GetDouble())];
                }
            }

            return new double[inputs.EnumerateObject().First().Value.GetArrayLength()];
        }

        double[] highs = Field("high", "close");
        double[] lows = Field("low", "close");
        double[] closes = Field("close", "high");
        double[] opens = Field("open", "close");
        double[] volumes = Field("volume", "volume");
        Candle[] candles = [.. closes.Select((close, i) =>
            new Candle(i * Instant.MillisPerDay, opens[i], highs[i], lows[i], close, volumes[i]))];
        Assert.True(Symbol.TryParse("BTC/USDT", out Symbol symbol));
        return CandleSeries.From(symbol, Timeframe.Day, candles);
    }
}
