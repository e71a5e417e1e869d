using System.Collections.Immutable;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Strategies.Files;

/// <summary>
/// The older form (a): conditions under <c>trading</c>, whose values are percent, and protection under <c>oms</c>, whose
/// values are fractions.
/// </summary>
internal sealed class TradingForm(FileNode.Mapping root, StrategyOverrides overrides, ProblemList problems)
    : OlderForm(root, overrides, problems)
{
    private static readonly ImmutableHashSet<string> NoParameters = ["enabled"];

    private readonly Dictionary<string, string> oldNames = new(StringComparer.OrdinalIgnoreCase);

    protected override IReadOnlyDictionary<string, string> OldNames => oldNames;

    protected override FileNode.Mapping Convert()
    {
        Known(
            Root, "the file", "name", "exchange", "symbol", "timeframe", "start_date", "end_date", "capital", "indicators", "trading", "oms");
        From = Date("start_date", "the run begins there");
        To = Date("end_date", "the run ends before it");
        FileNode? capital = Root.Find("capital");
        if (capital is not null)
        {
            Say("capital", capital, "quote currency at the start");
        }

        FileNode name = Root.Find("name") ?? Scalar("imported", Root);
        FileEntry market = Market();
        FileNode.Mapping indicators = Indicators();
        FileNode.Mapping? trading = Known(
            Root.Find("trading"), "trading",
            "buy_condition", "sell_condition", "trade_size_pct", "slippage_pct", "trading_fee_pct");
        return Map(
            Entry("schema", Scalar("1", Root)),
            Entry("name", name),
            market,
            EntryOrNone("capital", capital),
            Entry("indicators", indicators),
            Entry("rules", Map(
                EntryOrNone("entry", Condition(trading, "buy_condition", "enters when it is true")),
                EntryOrNone("exit", Condition(trading, "sell_condition", "leaves when it is true")))),
            Entry("orders", Orders(trading)),
            Entry("costs", Map(
                EntryOrNone("fee", Percent(
                    trading?.Find("trading_fee_pct"), "trading.trading_fee_pct", "a fee of {0} a side")),
                EntryOrNone("slippage", Percent(
                    trading?.Find("slippage_pct"), "trading.slippage_pct", "slippage of {0}")))));
    }

    private FileNode.Mapping Indicators()
    {
        List<FileEntry> entries = [];
        if (Root.Find("indicators") is FileNode.Mapping map)
        {
            foreach (FileEntry indicator in map.Entries)
            {
                string path = $"indicators.{indicator.Key.Text}";
                if (indicator.Value is not FileNode.Mapping block)
                {
                    Problems.Add(indicator.Value.At, $"`{path}` is {indicator.Value.Kind}; keys such as `enabled` were expected.");
                }
                else if (IsOn(block.Find("enabled"), $"{path}.enabled"))
                {
                    entries.Add(Indicator(indicator, NoParameters));
                    oldNames[indicator.Key.Text] = indicator.Key.Text;
                }
                else
                {
                    Say($"{path}.enabled", block.Find("enabled")!, "left out");
                }
            }
        }
        else if (Root.Find("indicators") is { } other)
        {
            Problems.Add(other.At, $"`indicators` is {other.Kind}; keys such as `rsi` were expected.");
        }

        if (entries.Any(e => e.Key.Text == "macd"))
        {
            // In this form the bare words mean MACD's line and its signal.
            (oldNames["macd"], oldNames["signal"]) = ("macd.line", "macd.signal");
            SayDefault("In conditions `macd` is MACD's line and `signal` its signal.");
        }

        return Map([.. entries]);
    }

    private FileNode? Condition(FileNode.Mapping? trading, string key, string meaning)
    {
        FileNode? node = trading?.Find(key);
        if (node is not null)
        {
            Say($"trading.{key}", node, meaning);
        }

        return node;
    }

    private FileNode.Mapping Orders(FileNode.Mapping? trading)
    {
        FileNode.Mapping? oms = Known(Root.Find("oms"), "oms", "trailing_stop", "trailing_pct", "risk_per_trade");
        FileNode? trailing = oms?.Find("trailing_pct");
        bool isTrailing = trailing is not null && IsOn(oms!.Find("trailing_stop"), "oms.trailing_stop");
        if (trailing is not null && !isTrailing)
        {
            Say("oms.trailing_stop", oms!.Find("trailing_stop")!, "no trailing stop, so trailing_pct has no effect");
        }
        else if (trailing is null && oms?.Find("trailing_stop") is { } alone && IsOn(alone, "oms.trailing_stop"))
        {
            Problems.Add(alone.At, "`oms.trailing_stop` is on without `oms.trailing_pct`; a fraction such as 0.03 was expected.");
        }

        FileNode? distance = isTrailing
            ? Fraction(trailing, "oms.trailing_pct", "a trailing stop {0} below the highest price")
            : null;
        return Map(EntryOrNone("size", Size(trading, oms, distance)), EntryOrNone("trailing_stop", distance));
    }

    // A share of equity and a risk cannot both size an entry; the share is what this form calls the trade's size.
    private FileNode.Mapping? Size(FileNode.Mapping? trading, FileNode.Mapping? oms, FileNode? distance)
    {
        FileNode? share = trading?.Find("trade_size_pct");
        FileNode? risk = oms?.Find("risk_per_trade");
        if (share is not null)
        {
            if (risk is not null && Number(risk, "oms.risk_per_trade") is not null)
            {
                Say("oms.risk_per_trade", risk, "not used, because trading.trade_size_pct sets the size");
            }

            return Percent(share, "trading.trade_size_pct", "each entry uses {0} of equity") is { } percent
                ? Map(Entry("percent_of_equity", percent))
                : null;
        }

        if (risk is null)
        {
            SayDefault("The file gives no trade size; each entry uses 100% of equity.");
            return null;
        }

        if (distance is null)
        {
            Problems.Add(risk.At, "`oms.risk_per_trade` needs a distance to lose it over: `oms.trailing_stop` with `trailing_pct`.");
            return null;
        }

        return Fraction(risk, "oms.risk_per_trade", "each entry risks {0} of equity over the trailing distance") is { } fraction
            ? Map(Entry("risk", fraction), Entry("stop", distance))
            : null;
    }

    private Instant? Date(string key, string meaning)
    {
        if (Root.Find(key) is not { } node)
        {
            return null;
        }

        if (node is FileNode.Scalar scalar && Instant.TryParseIso(scalar.Text, out Instant time))
        {
            Say(key, node, $"{meaning}, unless the command line says otherwise ({time})");
            return time;
        }

        Problems.Add(node.At, $"`{key}` is not a date; ISO 8601 was expected, such as 2024-01-31.");
        return null;
    }
}
