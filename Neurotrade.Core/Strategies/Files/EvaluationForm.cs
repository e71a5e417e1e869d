using System.Collections.Immutable;

namespace Neurotrade.Core.Strategies.Files;

/// <summary>
/// The older form (b): RSI and MACD with fixed rules, fractions throughout; <c>position_size</c> is an amount of quote
/// currency.
/// </summary>
internal sealed class EvaluationForm(FileNode.Mapping root, StrategyOverrides overrides, ProblemList problems)
    : OlderForm(root, overrides, problems)
{
    private static readonly ImmutableHashSet<string> Levels = ["overbought", "oversold"];

    protected override FileNode.Mapping Convert()
    {
        Known(
            Root, "the file", "strategy_id", "exchange", "symbol", "timeframe", "indicators", "trade_parameters", "slippage", "risk",
            "evaluation");
        FileNode name = Root.Find("strategy_id")!;
        Say("strategy_id", name, "the strategy's name");
        FileEntry market = Market();
        FileNode.Mapping? indicators = Known(Root.Find("indicators"), "indicators", "macd", "rsi");
        FileEntry? macd = Required(indicators, "macd");
        FileEntry? rsi = Required(indicators, "rsi");
        (string oversold, string overbought) = rsi is null ? ("30", "70")
            : (Level(rsi, "oversold", "30"), Level(rsi, "overbought", "70"));
        FileEntry?[] instances = macd is null || rsi is null ? [] : [Indicator(macd, Levels), Indicator(rsi, Levels)];
        FileNode rules = rsi?.Value ?? Root;
        string entry = $"rsi < {oversold} and macd.line > macd.signal";
        string exit = $"rsi > {overbought} or macd.line < macd.signal";
        SayDefault($"Enters when {entry}; leaves when {exit}.");
        EchoMetrics();
        return Map(
            Entry("schema", Scalar("1", Root)),
            Entry("name", name),
            market,
            Entry("indicators", Map(instances)),
            Entry("rules", Map(Entry("entry", Scalar(entry, rules)), Entry("exit", Scalar(exit, rules)))),
            Entry("orders", Orders()),
            Entry("costs", Map(EntryOrNone("slippage", Fraction(Root.Find("slippage"), "slippage", "slippage of {0}")))),
            Entry("risk", Risk()));
    }

    private FileEntry? Required(FileNode.Mapping? indicators, string name)
    {
        FileEntry? found = indicators?.Entries.FirstOrDefault(e => e.Key.Text == name);
        if (found is null || found.Value is not FileNode.Mapping)
        {
            Problems.Add(indicators?.At ?? Root.At, $"`indicators.{name}` is missing; this form's rules need rsi and macd.");
            return null;
        }

        return found;
    }

    private string Level(FileEntry rsi, string key, string otherwise)
    {
        if (((FileNode.Mapping)rsi.Value).Find(key) is not { } node)
        {
            SayDefault($"indicators.rsi.{key} is left out; {otherwise} is taken.");
            return otherwise;
        }

        Say($"indicators.rsi.{key}", node, "a level of RSI, 0 to 100");
        return Number(node, $"indicators.rsi.{key}")?.ToText() ?? otherwise;
    }

    private FileNode.Mapping Orders()
    {
        FileNode.Mapping? trade = Known(
            Root.Find("trade_parameters"), "trade_parameters", "position_size", "stop_loss_pct", "take_profit_pct");
        FileNode? size = trade?.Find("position_size");
        if (size is not null && Number(size, "trade_parameters.position_size") is not null)
        {
            Say("trade_parameters.position_size", size, "each entry uses that much quote currency");
        }

        return Map(
            size is null ? null : Entry("size", Map(Entry("quote_amount", size))),
            EntryOrNone("stop_loss", Fraction(
                trade?.Find("stop_loss_pct"), "trade_parameters.stop_loss_pct", "a stop-loss {0} below the entry price")),
            EntryOrNone("take_profit", Fraction(
                trade?.Find("take_profit_pct"), "trade_parameters.take_profit_pct", "a target {0} above the entry price")));
    }

    private FileNode.Mapping Risk()
    {
        FileNode.Mapping? risk = Known(Root.Find("risk"), "risk", "max_drawdown", "max_position_size");
        FileNode? drawdown = Fraction(
            risk?.Find("max_drawdown"), "risk.max_drawdown", "entries are blocked once equity is {0} below its peak");
        return Map(
            EntryOrNone("max_exposure", Fraction(
                risk?.Find("max_position_size"), "risk.max_position_size", "positions use at most {0} of equity")),
            drawdown is null ? null : Entry("max_drawdown", Map(Entry("limit", drawdown), Entry("action", Scalar("halt", drawdown)))));
    }

    private void EchoMetrics()
    {
        FileNode.Mapping? evaluation = Known(Root.Find("evaluation"), "evaluation", "metrics");
        if (evaluation?.Find("metrics") is { } metrics)
        {
            Say("evaluation.metrics", metrics, "every metric is always computed");
        }
    }
}
