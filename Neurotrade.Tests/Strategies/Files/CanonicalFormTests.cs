using System.Security.Cryptography;
using System.Text;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Tests.Strategies.Files;

public sealed class CanonicalFormTests
{
    private const string Plain = """
        schema: 1
        name: twin
        market: { symbols: [BTC/USDT, ETH/USDT], timeframe: 15m }
        indicators:
          rsi: { type: rsi, period: 14 }
          macd: { type: macd, fast: 12, slow: 26, signal: 9 }
        rules:
          entry:
            all:
              - rsi < 30
              - crosses_above(macd.line, macd.signal)
              - close[1] * 2 > 0.04
        orders: { stop_loss: 2%, max_holding: 1d, trailing_stop: 2 atr }
        """;

    private const string Twin = """
        # the same, written by somebody else
        rules:
            entry: { all: [ "(RSI) <  $level", 'Crosses_Above(macd, macd.signal)', "((close)[1] * 2) > 4%" ] }
        orders:
            trailing_stop: { distance: 2 ATR }
            stop_loss: 200 bps
            entry: { type: market }
            max_holding: "24h"
            size: { percent_of_equity: 100% }
        parameters: { level: { value: 30.0, min: 10, max: 40 }, unused: 3 }
        indicators:
            macd: { type: macd }
            rsi: { period: 14, type: rsi }
            atr: { type: atr, timeframe: 15m, period: 14 }
        costs: { slippage: 0%, fee: { taker: 0.10%, maker: 10 bps } }
        capital: 1e4
        market: { timeframe: 900s, symbols: [btc/usdt, eth/usdt], exchange: binance, benchmark: buy_and_hold }
        "name": 'twin'
        schema: 1
        """;

    // contracts 3: layout, comments, order of keys, units, defaults and parameters are no meaning.
    [Fact]
    public void Hash_OfTwoFilesThatMeanTheSame_IsTheSame() =>
        Assert.Equal(Sample.Load(Plain).CanonicalText, Sample.Load(Twin.Replace("(RSI)", "(rsi)", StringComparison.Ordinal)).CanonicalText);

    [Fact]
    public void Hash_IsTheSha256OfTheCanonicalText()
    {
        Strategy strategy = Sample.Load(Plain);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(strategy.CanonicalText))), strategy.Hash);
    }

    // Each line of the change list alone is another strategy.
    [Theory]
    [InlineData("rsi < 30", "rsi <= 30")]
    [InlineData("rsi < 30", "rsi < 30.5")]
    [InlineData("rsi < 30", "not rsi < 30")]
    [InlineData("close[1]", "close[2]")]
    [InlineData("macd.signal)", "macd.histogram)")]
    [InlineData("crosses_above", "crosses_below")]
    [InlineData("all:", "any:")]
    [InlineData("entry:\n", "entry:\n    tag: x\n")]
    [InlineData("period: 14", "period: 15")]
    [InlineData("{ type: rsi, period: 14 }", "{ type: rsi, period: 14, timeframe: 4h }")]
    [InlineData("stop_loss: 2%", "stop_loss: 2.5%")]
    [InlineData("max_holding: 1d", "max_holding: 96 bars")]
    [InlineData("trailing_stop: 2 atr", "trailing_stop: 2%")]
    [InlineData("[BTC/USDT, ETH/USDT]", "[ETH/USDT, BTC/USDT]")]
    [InlineData("timeframe: 15m", "timeframe: 30m")]
    [InlineData("name: twin", "name: twin\ncapital: 500")]
    [InlineData("name: twin", "name: twin\ncosts: { slippage: 1 bps }")]
    [InlineData("name: twin", "name: twin\nrisk: { max_positions: 1 }")]
    [InlineData("entry:\n", "exit: rsi > 70\n  entry:\n")]
    public void Hash_OfAnyChangeInMeaning_IsAnother(string from, string to)
    {
        string changed = Plain.Replace(from, to, StringComparison.Ordinal);

        Assert.NotEqual(Plain, changed);
        Assert.NotEqual(Sample.Load(Plain).Hash, Sample.Load(changed).Hash);
    }

    [Theory]
    [InlineData("a>b", "a > b")]
    [InlineData("((a)) > ((b))", "a > b")]
    [InlineData("a > b AND b > 3 or NOT a > 2", "a > b and b > 3 or not a > 2")]
    [InlineData("a > b and (b > 3 or a > 2)", "a > b and (b > 3 or a > 2)")]
    [InlineData("(a > b and b > 3) and (a > 1 and b > 2)", "a > b and b > 3 and a > 1 and b > 2")]
    [InlineData("not (a > b and b > 3)", "not (a > b and b > 3)")]
    [InlineData("not not a > b", "not not a > b")]
    [InlineData("a - (b - 3) > 0", "a - (b - 3) > 0")]
    [InlineData("(a - b) - 3 > 0", "a - b - 3 > 0")]
    [InlineData("a / (b * 3) > 0", "a / (b * 3) > 0")]
    [InlineData("(a + b) * 3 > 0", "(a + b) * 3 > 0")]
    [InlineData("-(a + b)[2] > -3", "-(a + b)[2] > -3")]
    [InlineData("(-a)[2] > (-3)[1]", "(-a)[2] > (-3)[1]")]
    [InlineData("a - -b > - - a", "a - -b > --a")]
    [InlineData("(a[1])[2] > a[0]", "a[1][2] > a[0]")]
    [InlineData("MIN(a,B_)>ABS(a)", null)]
    [InlineData("min(a,b)>ABS(a)", "min(a, b) > abs(a)")]
    [InlineData("m > m.line + 50 bps", "m.line > m.line + 0.005")]
    [InlineData("Hour() == 1e1", "hour() == 10")]
    [InlineData("within(a > b or b > a, 3)", "within(a > b or b > a, 3)")]
    [InlineData("rising(a + b, 3 bars)", "rising(a + b, 3)")]
    public void Canonical_Expression_HasOneForm(string written, string? expected)
    {
        if (expected is null)
        {
            Assert.NotEmpty(Sample.ProblemOf(written));
            return;
        }

        Assert.Equal(expected, Sample.Canonical(written));
        Assert.Equal(expected, Sample.Canonical(expected));
    }

    [Fact]
    public void CanonicalText_OfEveryBlock_ReadsBackAsItself()
    {
        const string text = """
            schema: 1
            name: "yes: \"all\" # of it"
            description: |
              Several lines,
                one of them indented.
            tags: ["no", plain, "a: b", "1"]
            market: { exchange: sim, symbols: [BTC/USDT], timeframe: 15m, detail: 1m }
            capital: 0.1
            indicators: { no: { type: sma, period: 3 }, up: { type: bollinger, stddev: 1.5, timeframe: 4h } }
            rules:
              entry:
                tag: outer
                any:
                  - { tag: "a, b", when: close > up.upper }
                  - not: { all: [no > 1, { not: no < 3, tag: "null" }] }
                  - all: [{ any: [{ all: [no > 7] }] }]
                  - not: no > 2
              exit: { tag: x, when: position.bars >= 3 }
            orders:
              size: { risk: 0.5%, stop: 2.5 atr }
              entry: { type: limit, offset: 10 bps, expires: 3 bars }
              stop_loss: 3%
              take_profit: [{ at: 4%, close: 100% }, { at: 2%, close: 50% }]
              trailing_stop: { distance: 3%, after: 1.5% }
              max_holding: 10 bars
              cooldown: 4 bars
            costs: { fee: 5 bps, slippage: { model: volume_share, impact: 5 bps, limit: 2% } }
            risk:
              max_positions: 2
              max_exposure: 50%
              max_drawdown: { limit: 20%, action: halt }
              max_daily_loss: { limit: 5%, action: flatten_and_halt }
              max_orders_per_minute: 10
              protections: [{ type: stoploss_guard, count: 4, within: 1d, lock: 16 bars }]
            """;

        Strategy strategy = Sample.Load(text);
        Strategy again = Sample.Load(strategy.CanonicalText);

        Assert.Equal(strategy.CanonicalText, again.CanonicalText);
        Assert.Equal(strategy.Name, again.Name);
        Assert.Equal(strategy.Description, again.Description);
        Assert.Equal(strategy.Tags, again.Tags);
        Assert.Equal(strategy.Costs, again.Costs);
        Assert.Equal(strategy.Orders.TakeProfits, again.Orders.TakeProfits);
        Assert.Equal(strategy.Risk.Protections, again.Risk.Protections);
        Assert.Equal("yes: \"all\" # of it", again.Name);
        Assert.Equal([0.02, 0.04], again.Orders.TakeProfits.Select(t => ((Distance.Ratio)t.At).Fraction));
    }
}
