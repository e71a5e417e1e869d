using Neurotrade.Core.Features;
using Neurotrade.Core.Strategies.Editing;

namespace Neurotrade.Web.Dashboard.Strategies;

/// <summary>The places of a strategy file that its form has fields for; what stands elsewhere the form leaves alone.</summary>
internal static class FormFields
{
    /// <summary>Each by its keys; <c>*</c> stands for a name that the file gives, or for an item's number.</summary>
    public static IReadOnlyList<string> Values { get; } =
    [
        "schema", "name", "description", "tags.*", "capital",
        "market.exchange", "market.symbols.*", "market.timeframe", "market.detail", "market.benchmark",
        "parameters.*", "parameters.*.value", "parameters.*.min", "parameters.*.max", "parameters.*.step",
        "indicators.*.type", "indicators.*.timeframe",
        "orders.size.percent_of_equity", "orders.size.quote_amount", "orders.size.risk", "orders.size.stop",
        "orders.entry.type", "orders.entry.offset", "orders.entry.expires",
        "orders.stop_loss", "orders.take_profit", "orders.take_profit.*.at", "orders.take_profit.*.close",
        "orders.trailing_stop", "orders.trailing_stop.distance", "orders.trailing_stop.after",
        "orders.max_holding", "orders.cooldown",
        "costs.fee", "costs.fee.maker", "costs.fee.taker",
        "costs.slippage", "costs.slippage.model", "costs.slippage.impact", "costs.slippage.limit",
        "risk.max_positions", "risk.max_exposure", "risk.max_orders_per_minute",
        "risk.max_drawdown.limit", "risk.max_drawdown.action", "risk.max_daily_loss.limit", "risk.max_daily_loss.action",
        "risk.protections.*.type", "risk.protections.*.count", "risk.protections.*.within", "risk.protections.*.lock",
    ];

    // Each with all that it holds: the tree shows also what it cannot take apart.
    private static readonly string[] Trees = ["rules.entry", "rules.exit"];

    private static readonly string[][] Steps = [.. Values.Select(value => value.Split('.'))];

    /// <summary>What of a text has no field, whole blocks by their key.</summary>
    public static IReadOnlyList<OutsidePart> Missing(StrategyText text) => text.Outside((path, isValue) =>
        Trees.Contains(path) || (isValue && (IsListed(path.Split('.')) || IsOfIndicator(path.Split('.'), text))));

    private static bool IsListed(string[] path) => Steps.Any(steps => steps.Length == path.Length
        && steps.Zip(path).All(pair => pair.First == "*" || pair.First == pair.Second));

    private static bool IsOfIndicator(string[] path, StrategyText text) => path is ["indicators", var name, var parameter]
        && text.Value($"indicators.{name}.type") is { } type
        && IndicatorCatalog.Find(type)?.Parameters.Any(one => one.Name == parameter) == true;
}
