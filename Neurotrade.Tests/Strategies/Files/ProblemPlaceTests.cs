using System.Collections.Immutable;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Tests.Strategies.Files;

// contracts 3: every error has line, column, the offending text, what was expected and the nearest known name.
public sealed class ProblemPlaceTests
{
    [Theory]
    [InlineData(
        "stop_loss: 2",
        "18:14: `stop_loss` is `2` without a unit; a ratio was expected: 2% or, as a fraction, 200%. Or a number of `atr`, as in "
            + "2 atr.")]
    [InlineData("stop_loss: 100%", "18:14: `stop_loss` is `100%`; above 0% to 99.99% was expected.")]
    [InlineData("stop_loss: 0 atr", "18:14: `stop_loss` is `0 atr`; above 0 and up to 1000 atr was expected.")]
    [InlineData("stop_loss: 3d", "18:14: `stop_loss` is `3d`; a distance such as 2% or 2 atr was expected.")]
    [InlineData("stop_loss:", "18:13: `stop_loss` is nothing; a distance such as 2% or 2 atr was expected.")]
    [InlineData("stop_loss: { at: 2% }", "18:14: `stop_loss` is a block of keys; a distance such as 2% or 2 atr was expected.")]
    [InlineData("stop_loss: $stp", "18:14: Unknown parameter `$stp`. Did you mean `$stop`?")]
    [InlineData("max_holding: 10", "18:16: `max_holding` is `10`; a length such as 90s, 4h, 3d or 10 bars was expected.")]
    [InlineData("max_holding: 1.5 bars", "18:16: `max_holding` is `1.5 bars`; a length such as 90s, 4h, 3d or 10 bars was expected.")]
    [InlineData("cooldown: 4h", "18:13: `cooldown` is `4h`; a number of bars such as 4 bars was expected.")]
    [InlineData("stop_los: 2%", "18:3: Unknown key `stop_los` in `orders`. Did you mean `stop_loss`?")]
    [InlineData("size: { percent_of_equity: 101% }", "18:30: `percent_of_equity` is `101%`; above 0% to 100% was expected.")]
    [InlineData("size: { quote_amount: 0 }", "18:25: `quote_amount` is `0`; a number above 0, at most 1000000000000000, was expected.")]
    [InlineData("size: { risk: 1% }", "18:9: `stop` is missing in `size`; expected is the distance at which the risk is lost, such as 2 atr or 2%.")]
    [InlineData("size: {}", "18:9: `size` has none of percent_of_equity, quote_amount, risk; one of them was expected.")]
    [InlineData("entry: { type: stop }", "18:18: `type` is `stop`; one of market, limit was expected.")]
    [InlineData("entry: { type: market, offset: 1% }", "18:34: `offset` belongs to a limit entry; a market entry has none.")]
    [InlineData("take_profit: []", "18:16: `take_profit` lists 0 targets; 1 to 20 were expected.")]
    [InlineData(
        "trailing_stop: { after: 1% }",
        "18:18: `distance` is missing in `trailing_stop`; expected is how far below the highest price, such as 3% or 2 atr.")]
    public void Orders_Wrong_SaysWhereAndWhat(string line, string expected)
    {
        string text = Sample.File("  entry: a > b", $"parameters:\n  stop: 2%\n  p: 1\n\n\norders:\n  {line}");

        Assert.Equal(expected, Assert.Single(Sample.Problems(text)));
    }

    [Theory]
    [InlineData("a <", "11:14: The rule ends where a value: a number, a price, an indicator, a function or `(` was expected.")]
    [InlineData("a < b b", "11:17: `b` stands where an operator such as `and`, `<` or `+`, or the end of the rule was expected.")]
    [InlineData("a < (b", "11:17: The rule ends where `)` for the `(` at character 5 was expected.")]
    [InlineData("a < b < 3", "11:17: Comparisons do not chain: `<` compares a condition. Write `a < b and b < c`.")]
    [InlineData("a = b", "11:13: `=` compares nothing; equality is written `==`.")]
    [InlineData("a < b && b < 3", "11:17: `&` is written `and`.")]
    [InlineData("!a", "11:11: `!` is written `not`.")]
    [InlineData("a", "11:11: `a` is a number where a condition was expected, such as `a > 0`.")]
    [InlineData("a + (a < b) > 3", "11:15: `(a < b)` is a condition where a number was expected.")]
    [InlineData("a < b and a", "11:21: `a` is a number where a condition was expected, such as `a > 0`.")]
    [InlineData("not a", "11:15: `a` is a number where a condition was expected, such as `a > 0`.")]
    [InlineData("rising(a > b, 3)", "11:18: `a > b` is a condition where a number was expected.")]
    [InlineData("within(a, 3)", "11:18: `a` is a number where a condition was expected, such as `a > 0`.")]
    [InlineData("(a > b)[1]", "11:11: `(a > b)` is a condition where a number was expected.")]
    [InlineData("(a > b) == 1", "11:11: `(a > b)` is a condition where a number was expected.")]
    [InlineData("rising(a)", "11:11: `rising` has 1 values in its parentheses; `rising(x, n)` was expected.")]
    [InlineData("rising(a, 0)", "11:21: `0` is not a number of bars; a whole number from 1 to 100000 was expected.")]
    [InlineData("rising(a, 1.5)", "11:21: `1.5` is not a number of bars; a whole number from 1 to 100000 was expected.")]
    [InlineData("rising(a, b)", "11:21: `b` is not a number of bars; a whole number or a $parameter was expected.")]
    [InlineData("a[-1] > 0", "11:13: `-1` is not a number of bars; a whole number or a $parameter was expected.")]
    [InlineData("a[100001] > 0", "11:13: `100001` is not a number of bars; a whole number from 0 to 100000 was expected.")]
    [InlineData("a[60000][60000] > 0", "11:11: `a[60000][60000]` looks 120000 bars back in all; the limit is 100000.")]
    [InlineData("position.pnl[1] > 0", "11:11: `position.pnl[1]`: position.* is known for this bar only; it cannot be asked for 1 bars ago.")]
    [InlineData(
        "highest(position.pnl, 3) > 0",
        "11:11: `highest(position.pnl, 3)` looks at earlier bars, but position.* is known for this bar only.")]
    [InlineData(
        "bars_since(position.pnl > 0) > 0",
        "11:11: `bars_since(position.pnl > 0)` looks at earlier bars, but position.* is known for this bar only.")]
    [InlineData(
        "position.pln > 0",
        "11:11: Unknown name `position.pln`; of the position there are position.pnl, position.bars, position.entry_price. Did "
            + "you mean `position.pnl`?")]
    [InlineData("book.imbalance > 0", "11:11: `book.imbalance` needs an order book, and the data of this run has none.")]
    [InlineData("m.lin > 0", "11:11: `m` (macd) has no output `lin`; it has line, signal, histogram. Did you mean `line`?")]
    [InlineData("hour > 3", "11:11: `hour` is a function: it takes its values in parentheses.")]
    [InlineData("hour(a) > 3", "11:11: `hour()` takes nothing in its parentheses.")]
    [InlineData("crosses_abov(a, b)", "11:11: Unknown function `crosses_abov`. Did you mean `crosses_above`?")]
    [InlineData("sma(20) > a", "11:11: Unknown function `sma`. It is an indicator: declare it under `indicators` and use its name.")]
    [InlineData(
        "clsoe > a",
        "11:11: Unknown name `clsoe`; an indicator of this file, or one of open high low close volume hl2 hlc3 ohlc4, was "
            + "expected. Did you mean `close`?")]
    [InlineData(
        "rsi > a",
        "11:11: Unknown name `rsi`; an indicator of this file, or one of open high low close volume hl2 hlc3 ohlc4, was "
            + "expected. There is an indicator of that type: declare it under `indicators`, as in `rsi: { type: rsi }`.")]
    [InlineData("a > 2 atr", "11:15: `2 atr` has no place in a rule: multiply, as in `2 * atr`.")]
    [InlineData("a > 15m", "11:15: `15m` is neither a number nor a name; the units in a rule are % and bps.")]
    [InlineData("a > 10 bars", "11:15: `10 bars` is a length where a value was expected: write the bare number.")]
    [InlineData("a > 1e999", "11:15: `1e999` is not a number.")]
    [InlineData("a > $q", "11:15: Unknown parameter `$q`. The file has no `parameters`.")]
    [InlineData(
        "a crosses_above b",
        "11:13: `crosses_above` stands where an operator such as `and`, `<` or `+`, or the end of the rule was expected. "
            + "It is a function: `crosses_above(a, b)`.")]
    [InlineData("a ≥ b", "11:13: `≥` is written `>=`.")]
    [InlineData("SMA(20) > a", "11:11: Unknown function `SMA`. It is an indicator: declare it under `indicators` and use its name.")]
    [InlineData("a > not b", "11:15: A number was expected; a `not` inside a comparison or a sum stands in parentheses.")]
    [InlineData("", "11:11: The rule is empty; a condition was expected, such as `rsi < 30`.")]
    public void Rule_Wrong_SaysWhereAndWhat(string expression, string expected) =>
        Assert.Equal(expected, Sample.ProblemOf(expression));

    [Theory]
    [InlineData("  entry: a > b\n\texit: a < b", "12:1: Not valid YAML or JSON near `exit: a < b`: ", "Indent with spaces, not tabs.")]
    [InlineData("  entry: { any: [a[1] > 2, b > 1] }", "11:23: Not valid YAML or JSON near `entry: { any: [a[1] > 2, b > 1] }`: ", "in quotes.")]
    [InlineData(
        "  entry: a > b: 3",
        "11:15: Not valid YAML or JSON near `entry: a > b: 3`: ",
        "Put a rule in quotes that begins with a sign or holds a colon.")]
    public void Yaml_Wrong_SaysWhereAndWhat(string rules, string start, string end)
    {
        string problem = Assert.Single(Sample.Problems(Sample.File(rules)));

        Assert.StartsWith(start, problem, StringComparison.Ordinal);
        Assert.EndsWith(end, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Rule_WithTwoMistakes_TellsBoth() =>
        Assert.Equal(2, Sample.Problems(Sample.Entry("slwo > 1 and fats < 2")).Length);

    [Fact]
    public void Rule_OverSeveralLines_IsPlacedOnItsOwnLine()
    {
        string text = Sample.File("  entry: >-\n    close > open\n    and close > slwo\n  exit: |\n    close >\n      opne\n");

        Assert.Equal(["13:17", "16:7"], Sample.Problems(text).Select(p => p[..p.IndexOf(": ", StringComparison.Ordinal)]));
    }

    [Fact]
    public void Rule_InWindowsLines_IsPlacedAsInOthers()
    {
        string text = Sample.Entry("slwo > 1");

        Assert.Equal(Sample.Problems(text), Sample.Problems(text.Replace("\n", "\r\n", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(
        "  entry:\n    any: [a > b, crosses_above(a, b)]",
        "12:18: YAML splits a list in [ ] or { } at the comma after `crosses_above(a`: put the rule in quotes, or in a list with "
            + "dashes.")]
    [InlineData(
        "  entry: { tag: x, when: crosses_above(a, b) }",
        "11:26: YAML splits a list in [ ] or { } at the comma after `crosses_above(a`: put the rule in quotes, or in a list with "
            + "dashes.")]
    [InlineData(
        "  entry:\n    all: [min(a, max(b, 3)) > 2]",
        "12:11: YAML splits a list in [ ] or { } at the comma after `min(a`: put the rule in quotes, or in a list with dashes.")]
    [InlineData("  entry: [a > b]", "11:10: `entry` is a list; `all:` or `any:` was expected before it.")]
    [InlineData("  entry: { all: [] }", "11:17: `all` is an empty list; a list of rules was expected.")]
    [InlineData("  entry: { all: a > b }", "11:17: `all` is a value; a list of rules was expected.")]
    [InlineData("  entry: { tag: x }", "11:10: `entry` has none of all, any, not, when; one of them was expected.")]
    [InlineData("  entry: { all: [a > b], any: [a < b] }", "11:31: `entry` has both `all` and `any`; one of them was expected.")]
    [InlineData("  entry: { alll: [a > b] }", "11:12: Unknown key `alll` in `entry`. Did you mean `all`?")]
    [InlineData("  entry:", "11:9: `entry` is empty; a condition was expected, such as `rsi < 30`.")]
    [InlineData("  exit: a > b", "11:3: `entry` is missing in `rules`; expected is a condition, such as `entry: rsi < 30`.")]
    [InlineData("  entry: a > b\n  entry_short: a < b", "12:3: `entry_short` is reserved: this version does not sell short.")]
    [InlineData("  entry: a > b\n  exit_short: a < b", "12:3: `exit_short` is reserved: this version does not sell short.")]
    public void Tree_Wrong_SaysWhereAndWhat(string rules, string expected) =>
        Assert.Equal(expected, Assert.Single(Sample.Problems(Sample.File(rules))));

    [Theory]
    [InlineData("schema: 2", "schema: 1", "1:9: `schema` is `2`; this version reads schema 1.")]
    [InlineData("agents: { mode: gate }\n", "", "1:1: `agents` is not honoured by this version yet; take the block out to trade on the rules alone.")]
    [InlineData("  symbols: [BTCUSDT]", "  symbols: [BTC/USDT]", "4:13: `BTCUSDT` is not a symbol; base and quote were expected, such as BTC/USDT.")]
    [InlineData(
        "  symbols: [BTC/USDT, ETH/EUR]",
        "  symbols: [BTC/USDT]",
        "4:23: `ETH/EUR` is not priced in USDT; symbols that share a wallet have one quote.")]
    [InlineData(
        "  timeframe: 7m",
        "  timeframe: 15m",
        "5:14: `timeframe` is `7m`; a timeframe that divides a day, such as 15m, 4h, 1d, or 1w was expected.")]
    [InlineData(
        "  timeframe: 15m\n  detail: 4m",
        "  timeframe: 15m",
        "6:11: `detail` is 4m; a timeframe that divides the strategy's 15m was expected.")]
    [InlineData(
        "  a: { type: smaa, period: 1 }",
        "  a: { type: sma, period: 1 }",
        "7:14: Unknown indicator `smaa`; a name from the catalogue was expected. Did you mean `sma`?")]
    [InlineData(
        "  a: { type: zigzag }",
        "  a: { type: sma, period: 1 }",
        "7:14: `zigzag` is drawn only: it moves its last points after the fact, which no bar can know in time: charts draw it, rules "
            + "cannot use it; take pivots or williams_fractal, which tell a turn once it is known.")]
    [InlineData("  a: { type: sma, period: 1.5 }", "  a: { type: sma, period: 1 }", "7:27: `a.period` is 1.5; a whole number was expected.")]
    [InlineData("  a: { type: sma, periods: 1 }", "  a: { type: sma, period: 1 }", "7:19: Unknown key `periods` in `a`. Did you mean `period`?")]
    [InlineData(
        "  a: { type: sma, timeframe: 20m }",
        "  a: { type: sma, period: 1 }",
        "7:30: `a.timeframe` is 20m; a multiple of the strategy's 15m was expected.")]
    [InlineData(
        "  close: { type: sma }\n  a: { type: sma, period: 1 }",
        "  a: { type: sma, period: 1 }",
        "7:3: `close` cannot name an indicator: it is a word of the rule language.")]
    public void File_Wrong_SaysWhereAndWhat(string wrong, string right, string expected)
    {
        string valid = Sample.Entry("a > b");
        string text = right.Length == 0 ? wrong + valid : valid.Replace(right, wrong, StringComparison.Ordinal);

        Assert.Equal(expected, Assert.Single(Sample.Problems(text)));
    }

    // A name whose declaration is wrong is not reported again wherever it is used.
    [Fact]
    public void File_WithAWrongIndicator_IsNotToldTwice()
    {
        string text = Sample.Entry("a > b and a > 2").Replace("{ type: sma, period: 1 }", "{ type: smaa }", StringComparison.Ordinal);

        Assert.Single(Sample.Problems(text));
    }

    [Fact]
    public void Set_Wrong_SaysWhatWasExpected()
    {
        const string parameters = "parameters:\n  p: { value: 14, min: 7, max: 28, step: 1 }\n  stop: 2%";
        string text = Sample.File("  entry: a > $p", parameters);
        string[] Of(string name, string value) => Sample.Problems(
            text, new StrategyOverrides { Set = ImmutableSortedDictionary<string, string>.Empty.Add(name, value) });

        Assert.Equal(["13:3: `--set p=29` is outside the parameter's range 7 to 28."], Of("p", "29"));
        Assert.Equal(["13:3: `--set p=7%`: the same unit as in the file, 14, was expected."], Of("p", "7%"));
        Assert.Equal(["13:3: `--set p=x`: a value such as 14 was expected."], Of("p", "x"));
        Assert.Equal(["14:3: `--set stop=0.02`: the same unit as in the file, 2%, was expected."], Of("stop", "0.02"));
        Assert.Equal(["13:3: `--set sotp=3%` names no parameter of this file. Did you mean `stop`?"], Of("sotp", "3%"));
    }

    [Fact]
    public void Json_Wrong_SaysWhereAndWhat()
    {
        const string text = "{\n  \"schema\": 1,\n  \"name\": \"j\",\n"
            + "  \"market\": {\"symbols\": [\"BTC/USDT\"], \"timeframe\": \"15m\"},\n"
            + "  \"rules\": {\"entry\": \"close > opne\"},\n  \"capital\": \"2%\"\n}";

        string[] problems = Sample.Problems(text);

        Assert.StartsWith("5:31: Unknown name `opne`", problems[0], StringComparison.Ordinal);
        Assert.StartsWith("6:14: `capital` is `2%`; a bare number was expected.", problems[1], StringComparison.Ordinal);
    }
}
