using Neurotrade.Web.Dashboard.Strategies;

namespace Neurotrade.Tests.Dashboard.Strategies;

public sealed class StrategyMeaningsTests
{
    private const string Text = """
        schema: 1
        name: x
        parameters:
          n: { value: 21, min: 7, max: 28 }
        indicators:
          slow: { type: ema, period: $n, timeframe: 4h }
          macd: { type: macd }
        rules:
          entry: close > slow and crosses_above(macd.line, macd.signal)
        orders:
          stop_loss: 2%
          entry: { type: limit, offset: 0.1% }

        """;

    [Theory]
    [InlineData("slow and", "slow: ema (period 21)")]
    [InlineData("slow and", "Exponential Moving Average")]
    [InlineData("slow and", "Warm after 20 candles of 4h")]
    [InlineData("macd.signal", "Outputs: line, signal, histogram")]
    [InlineData("macd.signal", "Now 1.5")]
    [InlineData("macd: {", "macd: macd (fast 12, slow 26, signal 9)")]
    [InlineData("crosses_above", "a was at or below b a bar ago")]
    [InlineData("close >", "its last price")]
    [InlineData("$n,", "$n is 21 (min 7, max 28)")]
    [InlineData("stop_loss", "2% or 2 atr")]
    [InlineData("offset", "A ratio with its unit")]
    [InlineData("schema", "schema, needed")]
    [InlineData("type: limit", "One of: market, limit")]
    [InlineData("ema,", "Exponential Moving Average")]
    [InlineData("period:", "period")]
    public void Of_AWordWhereItStands_SaysWhatItIs(string at, string expected) =>
        Assert.Contains(expected, Of(at)!, StringComparison.Ordinal);

    [Theory]
    [InlineData("limit,")]
    [InlineData("x\nparameters")]
    public void Of_AnyOtherWord_IsNothing(string at) => Assert.Null(Of(at));

    // The word that begins where the text says so.
    private static string? Of(string at)
    {
        int start = Text.IndexOf(at, StringComparison.Ordinal);
        int end = start + 1;
        while (char.IsAsciiLetterOrDigit(Text[end]) || Text[end] is '_' or '.')
        {
            end++;
        }

        string before = Text[..start];
        int column = start - before.LastIndexOf('\n');
        return StrategyMeanings.Of(
            Text[start..end], before.Count(c => c == '\n') + 1, column, Text, output => output == "macd.signal" ? "1.5" : null);
    }
}
