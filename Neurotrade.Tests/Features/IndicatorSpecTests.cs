using Neurotrade.Core.Features;
using Neurotrade.Core.Market;

namespace Neurotrade.Tests.Features;

/// <summary>Indicators as the command line names them (contracts 1 and 8).</summary>
public sealed class IndicatorSpecTests
{
    [Theory]
    [InlineData("rsi:14,macd:12:26:9", "rsi,macd.line,macd.signal,macd.histogram")]
    [InlineData("rsi", "rsi")]
    [InlineData(" rsi : 7 , obv ", "rsi,obv")]
    [InlineData("sma:10,sma:50", "sma:10,sma:50")]
    [InlineData("sma,sma:50,ema", "sma:20,sma:50,ema")]
    [InlineData("macd::50,macd", "macd:12:50:9.line,macd:12:50:9.signal,macd:12:50:9.histogram,"
        + "macd:12:26:9.line,macd:12:26:9.signal,macd:12:26:9.histogram")]
    [InlineData("bollinger:20:2.5", "bollinger.middle,bollinger.upper,bollinger.lower,bollinger.percent_b,bollinger.width")]
    public void Columns_OfASpec_AreNamedAsContractsSay(string spec, string expected) =>
        Assert.Equal(expected.Split(','), IndicatorSpec.Parse(spec, "--spec").Instances.SelectMany(i => IndicatorSpec.Columns(i)));

    [Fact]
    public void Parameters_LeftOut_HaveTheirDefaults() =>
        Assert.Equal([12, 30, 9], IndicatorSpec.Parse("macd::30", "--spec").Instances[0].Parameters);

    [Theory]
    [InlineData("rsj:14", "--spec:1:1: unknown indicator 'rsj'. Did you mean `rsi`?")]
    [InlineData("zigzag:5", "--spec:1:1: 'zigzag' is drawn only: it moves its last points after the fact")]
    [InlineData("chikou", "--spec:1:1: 'chikou' is drawn only: it is the close drawn back in time")]
    [InlineData("", "--spec:1:1: an indicator's name was expected")]
    [InlineData("rsi,,ema", "--spec:1:5: an indicator's name was expected")]
    [InlineData("rsi:14:3", "--spec:1:1: 2 parameter(s) for rsi, expected rsi:period")]
    [InlineData("obv:1", "--spec:1:1: 1 parameter(s) for obv, expected none")]
    [InlineData("ema, rsi: x", "--spec:1:11: period 'x', expected a whole number from 1 to 100000")]
    [InlineData("rsi:1.5", "--spec:1:5: period '1.5', expected a whole number")]
    [InlineData("rsi:0", "--spec:1:5: period '0'")]
    [InlineData("rsi:NaN", "--spec:1:5: period 'NaN'")]
    [InlineData("rsi:1e99", "--spec:1:5: period '1e99'")]
    [InlineData("macd:26:12", "--spec:1:1: macd: fast (26) must be below slow (12)")]
    [InlineData("sma:20,sma", "--spec:1:8: 'sma' is there already")]
    public void Spec_WithAMistake_SaysWhereAndWhat(string spec, string expected)
    {
        InputException thrown = Assert.Throws<InputException>(() => IndicatorSpec.Parse(spec, "--spec"));
        Assert.StartsWith(expected, Assert.Single(thrown.Problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Spec_WithSeveralMistakes_NamesAllOfThem()
    {
        InputException thrown = Assert.Throws<InputException>(() => IndicatorSpec.Parse("rsj,macd:x:y,emma", "--spec"));
        Assert.Equal([1, 10, 12, 14], thrown.Problems.Select(problem => problem.Column));
    }

    [Fact]
    public void Spec_OfAnyText_IsReadOrRefused()
    {
        const int seed = 61;
        const string alphabet = "sma ema rsi macd obv:,.0123456789-+eENaN\t∞é";
        Random random = new(seed);
        for (int i = 0; i < 20_000; i++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(24)).Select(_ => alphabet[random.Next(alphabet.Length)]));
            try
            {
                Assert.NotEmpty(IndicatorSpec.Parse(text, "--spec").Instances);
            }
            catch (InputException refused)
            {
                Assert.All(refused.Problems, problem => Assert.InRange(problem.Column, 1, text.Length + 1));
            }
        }
    }

    [Fact]
    public void Spec_WithTooMuch_IsRefused()
    {
        string many = string.Join(',', Enumerable.Range(1, 201).Select(i => $"sma:{i}"));
        Assert.Contains("201 indicators", Refusal(many), StringComparison.Ordinal);
        Assert.Contains("20001 characters", Refusal(new string(',', 20_001)), StringComparison.Ordinal);
    }

    private static string Refusal(string spec) =>
        Assert.Single(Assert.Throws<InputException>(() => IndicatorSpec.Parse(spec, "--spec")).Problems).ToString();
}
