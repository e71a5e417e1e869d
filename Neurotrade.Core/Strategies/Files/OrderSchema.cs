using System.Text.Json.Nodes;
using static Neurotrade.Core.Strategies.StrategySchema;

namespace Neurotrade.Core.Strategies.Files;

/// <summary>The schema of <c>orders</c>, <c>costs</c> and <c>risk</c>.</summary>
internal static class OrderSchema
{
    /// <summary>The block <c>orders</c>.</summary>
    public static JsonObject Orders() => Object("How positions are entered, sized, protected and left.", [], new JsonObject
    {
        ["size"] = Described("How much an entry buys; all of equity where left out.", OneOf(
            Object(null, ["percent_of_equity"], new JsonObject { ["percent_of_equity"] = Reference("ratio") }),
            Object(null, ["quote_amount"], new JsonObject { ["quote_amount"] = Number(0, null) }),
            Object(null, ["risk", "stop"], new JsonObject
            {
                ["risk"] = Reference("ratio"),
                ["stop"] = Reference("distance"),
            }))),
        ["entry"] = OneOf(
            Object(null, ["type"], new JsonObject { ["type"] = Words("market") }),
            Object(null, ["type", "offset"], new JsonObject
            {
                ["type"] = Words("limit"),
                ["offset"] = Reference("ratio"),
                ["expires"] = Reference("bars"),
            })),
        ["stop_loss"] = Reference("distance"),
        ["take_profit"] = OneOf(Reference("distance"), new JsonObject
        {
            ["type"] = "array",
            ["minItems"] = 1,
            ["items"] = Object(null, ["at", "close"], new JsonObject
            {
                ["at"] = Reference("distance"),
                ["close"] = Reference("ratio"),
            }),
        }),
        ["trailing_stop"] = OneOf(Reference("distance"), Object(null, ["distance"], new JsonObject
        {
            ["distance"] = Reference("distance"),
            ["after"] = Reference("ratio"),
        })),
        ["max_holding"] = Reference("length"),
        ["cooldown"] = Reference("bars"),
    });

    /// <summary>The block <c>costs</c>.</summary>
    public static JsonObject Costs() => Object("What trading costs.", [], new JsonObject
    {
        ["fee"] = OneOf(Reference("ratio"), Object(null, [], new JsonObject
        {
            ["maker"] = Reference("ratio"),
            ["taker"] = Reference("ratio"),
        })),
        ["slippage"] = OneOf(Reference("ratio"), Object(null, ["model", "impact", "limit"], new JsonObject
        {
            ["model"] = Words("volume_share"),
            ["impact"] = Reference("ratio"),
            ["limit"] = Reference("ratio"),
        })),
    });

    /// <summary>The block <c>risk</c>.</summary>
    public static JsonObject Risk() => Object("The limits that the strategy sets for itself.", [], new JsonObject
    {
        ["max_positions"] = Number(1, null, isWhole: true),
        ["max_exposure"] = Reference("ratio"),
        ["max_drawdown"] = Loss(),
        ["max_daily_loss"] = Loss(),
        ["max_orders_per_minute"] = Number(1, null, isWhole: true),
        ["protections"] = List(Object(null, ["type", "count", "within", "lock"], new JsonObject
        {
            ["type"] = Words("stoploss_guard"),
            ["count"] = Number(1, null, isWhole: true),
            ["within"] = Reference("length"),
            ["lock"] = Reference("length"),
        })),
    });

    private static JsonObject Loss() => Object(null, ["limit", "action"], new JsonObject
    {
        ["limit"] = Reference("ratio"),
        ["action"] = Words("halt", "flatten_and_halt"),
    });

    private static JsonObject OneOf(params JsonObject[] schemas) => new() { ["anyOf"] = new JsonArray([.. schemas]) };
}
