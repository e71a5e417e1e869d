using System.Collections.Immutable;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Strategies.Files;

/// <summary>Reads <c>risk</c>.</summary>
internal sealed class RiskBinder(ValueReader values)
{
    private const int MostProtections = 20;
    private const int MostCount = 1_000_000;

    /// <summary>The limits; what has a problem is left out, as the strategy is refused anyway.</summary>
    public RiskLimits Bind(FileNode? node)
    {
        RiskLimits limits = new();
        if (node is null || Block.Of(
                node, "risk", values.Problems,
                "max_positions", "max_exposure", "max_drawdown", "max_daily_loss", "max_orders_per_minute", "protections")
            is not { } block)
        {
            return limits;
        }

        return limits with
        {
            MaxPositions = block.Find("max_positions") is { } most ? values.Whole(most, "max_positions", 1, MostCount) : null,
            MaxExposure = block.Find("max_exposure") is { } exposure ? values.Ratio(exposure, "max_exposure", 1) : null,
            MaxDrawdown = block.Find("max_drawdown") is { } drawdown ? Loss(drawdown, "max_drawdown") : null,
            MaxDailyLoss = block.Find("max_daily_loss") is { } daily ? Loss(daily, "max_daily_loss") : null,
            MaxOrdersPerMinute = block.Find("max_orders_per_minute") is { } orders
                ? values.Whole(orders, "max_orders_per_minute", 1, MostCount)
                : null,
            Protections = block.Find("protections") is { } list ? Protections(list) : [],
        };
    }

    private LossLimit? Loss(FileNode node, string what)
    {
        if (Block.Of(node, what, values.Problems, "limit", "action") is not { } block)
        {
            return null;
        }

        double? limit = block.Require("limit", "a ratio such as 20%") is { } at ? values.Ratio(at, $"{what}.limit", 1) : null;
        string? action = block.Require("action", "`halt` or `flatten_and_halt`") is { } act
            ? values.OneOf(act, $"{what}.action", "halt", "flatten_and_halt")
            : null;
        return limit is { } fraction && action is not null
            ? new LossLimit(fraction, action == "halt" ? LossAction.Halt : LossAction.FlattenAndHalt)
            : null;
    }

    private ImmutableArray<StoplossGuard> Protections(FileNode node)
    {
        if (node is not FileNode.Sequence { Items.Length: <= MostProtections } list)
        {
            string found = node is FileNode.Sequence ? "too long a list" : node.Kind;
            values.Problems.Add(node.At, $"`protections` is {found}; a list of at most {MostProtections} was expected.");
            return [];
        }

        ImmutableArray<StoplossGuard>.Builder guards = ImmutableArray.CreateBuilder<StoplossGuard>();
        foreach (FileNode item in list.Items)
        {
            if (Block.Of(item, "protections", values.Problems, "type", "count", "within", "lock") is not { } block)
            {
                continue;
            }

            string? type = block.Require("type", "`stoploss_guard`") is { } t ? values.OneOf(t, "type", "stoploss_guard") : null;
            int? count = block.Require("count", "how many stops, such as 4") is { } c
                ? values.Whole(c, "count", 1, MostCount)
                : null;
            TimeSpanOrBars? within = block.Require("within", "a length such as 1d or 96 bars") is { } w
                ? values.Length(w, "within")
                : null;
            TimeSpanOrBars? @lock = block.Require("lock", "a length such as 4h or 16 bars") is { } l
                ? values.Length(l, "lock")
                : null;
            if (type is not null && count is { } number && within is not null && @lock is not null)
            {
                guards.Add(new StoplossGuard(number, within, @lock));
            }
        }

        return guards.ToImmutable();
    }
}
