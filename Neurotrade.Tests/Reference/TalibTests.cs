using System.Globalization;
using Neurotrade.Core.Features;
using Neurotrade.Core.Market;
using Neurotrade.Tests.Features;

namespace Neurotrade.Tests.Reference;

/// <summary>
/// Spot checks of TA-Lib's regression tests, to their printed digits, where the conventions coincide. Where they do not
/// stands in docs/indicators.md: MACD (its fast average starts at the slow one's bar), ADX and its parts (n − 1 first
/// movements), DEMA, TEMA and T3 (seeded with means). Where only the start differs, the last bars must agree.
/// </summary>
public sealed class TalibTests
{
    private const int FadedBar = 200;

    [Theory]
    [InlineData("adx", "adx", 0, 0, "late")]
    [InlineData("minus_di", "adx", 2, 0, "late")]
    [InlineData("ma_dema", "dema", 0, 0, "late")]
    [InlineData("ma_tema", "tema", 0, 0, "late")]
    [InlineData("ma_t3", "t3", 0, 0, "late")]
    [InlineData("ad", "ad", 0, 0, "")]
    [InlineData("aroon_up", "aroon", 0, 0, "")]
    [InlineData("aroon_down", "aroon", 1, 0, "")]
    [InlineData("aroonosc", "aroon", 2, 0, "")]
    [InlineData("atr", "atr", 0, 0, "")]
    [InlineData("bbands", "bollinger", 1, 0, "Method_3=SMA")]
    [InlineData("bbands", "bollinger", 0, 1, "Method_3=SMA")]
    [InlineData("bbands", "bollinger", 2, 2, "Method_3=SMA")]
    [InlineData("ma_ema", "ema", 0, 0, "")]
    [InlineData("ma_sma", "sma", 0, 0, "")]
    [InlineData("ma_kama", "kama", 0, 0, "")]
    [InlineData("mom", "momentum", 0, 0, "")]
    [InlineData("roc", "roc", 0, 0, "")]
    [InlineData("rsi", "rsi", 0, 0, "")]
    [InlineData("stoch", "stoch", 0, 0, "")]
    [InlineData("stoch", "stoch", 1, 1, "")]
    [InlineData("willr", "williams_r", 0, 0, "")]
    [InlineData("rocr", "rocr", 0, 0, "")]
    [InlineData("ht_trendline", "ht_trendline", 0, 0, "late")]
    [InlineData("ht_dcperiod", "ht_dcperiod", 0, 0, "late")]
    [InlineData("ht_dcphase", "ht_dcphase", 0, 0, "late")]
    [InlineData("ht_phasor", "ht_phasor", 0, 0, "late")]
    [InlineData("ht_phasor", "ht_phasor", 1, 1, "late")]
    [InlineData("ht_sine", "ht_sine", 0, 0, "late")]
    [InlineData("ht_sine", "ht_sine", 1, 1, "late")]
    [InlineData("ht_trendmode", "ht_trendmode", 0, 0, "")]
    [InlineData("dx", "dx", 0, 0, "late")]
    [InlineData("plus_dm", "dm", 0, 0, "late")]
    [InlineData("minus_dm", "dm", 1, 0, "late")]
    [InlineData("trange", "true_range", 0, 0, "")]
    [InlineData("bop", "bop", 0, 0, "")]
    public void Indicator_OverTalibsHistory_AgreesToThePrintedDigits(
        string file, string name, int output, int theirOutput, string only)
    {
        CandleSeries candles = ReferenceTable.Read("talib/input_252.csv").Candles();
        ReferenceTable checks = ReferenceTable.Read($"talib/{file}_spot_checks.csv");
        IndicatorDefinition definition = IndicatorCatalog.Find(name)!;
        int compared = 0;
        for (int row = 0; row < checks.Count; row++)
        {
            string parameters = checks.Text(row, "params");
            int bar = int.Parse(checks.Text(row, "bar_index"), CultureInfo.InvariantCulture);
            bool isPlain = checks.Text(row, "compatibility") != "metastock" && checks.Text(row, "unstable_period") == "0"
                && checks.Text(row, "start_idx") == "0" && parameters.Contains(only, StringComparison.Ordinal);
            bool isTheirs = checks.Text(row, "output_no") == theirOutput.ToString(CultureInfo.InvariantCulture);
            if (!isTheirs || !(only == "late" ? IsLate(checks, row, bar) : isPlain))
            {
                continue;
            }

            double[] values = [.. Numbers(parameters, name, definition)];
            double[] block = IndicatorCatalogTests.Batch(definition, [.. values], candles);
            double actual = block[(output * candles.Count) + bar];
            string printed = checks.Text(row, "expected_value");
            double expected = double.Parse(printed, CultureInfo.InvariantCulture);
            Assert.True(
                Math.Abs(actual - expected) <= Tolerance(printed), $"{file} {parameters} bar {bar}: {actual:R}, {printed}");
            compared++;
        }

        Assert.True(compared > 0, $"no plain spot check in {file}");
    }

    // Rows of whole numbers were rounded by the library itself.
    private static bool IsLate(ReferenceTable checks, int row, int bar) =>
        bar >= FadedBar && checks.Text(row, "start_idx") == "0" && !checks.Text(row, "expected_value").EndsWith(".0", StringComparison.Ordinal);

    private static double Tolerance(string printed)
    {
        int point = printed.IndexOf('.', StringComparison.Ordinal);
        double lastDigit = point < 0 ? 1 : Math.Pow(10, point + 1 - printed.Length);
        return Math.Max(0.01, 1.01 * lastDigit);
    }

    // TA-Lib's optional inputs in the order of ours.
    private static IEnumerable<double> Numbers(string parameters, string name, IndicatorDefinition definition)
    {
        Dictionary<string, double> given = parameters.Split(';').Select(part => part.Split('='))
            .Where(part => part.Length == 2 && double.TryParse(part[1], CultureInfo.InvariantCulture, out _))
            .ToDictionary(part => part[0], part => double.Parse(part[1], CultureInfo.InvariantCulture));
        return name switch
        {
            "stoch" => [given["Period_0"], given["Period_2"], given["Period_1"]],
            "bollinger" => [given["TimePeriod"], given["NbDevUp"]],
            "kama" => [given["TimePeriod"], 2, 30],
            "bop" => [1],
            _ when definition.Parameters.Length == 0 => [],
            "t3" => [given["TimePeriod"], 0.7],
            _ => given.Values.Take(definition.Parameters.Length),
        };
    }
}
