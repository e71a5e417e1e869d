using System.Collections.Immutable;

namespace Neurotrade.Core.Strategies.Files;

/// <summary>Reads <c>orders</c>.</summary>
internal sealed class OrderBinder(ValueReader values)
{
    // A stop at or beyond the whole price is none; a gain may be as large as anybody likes.
    private const double MostLoss = 0.9999;
    private const double MostGain = 1000;
    private const int MostTargets = 20;

    private ProblemList Problems => values.Problems;

    /// <summary>The plan; what has a problem keeps its default, as the strategy is refused anyway.</summary>
    public OrderPlan Bind(FileNode? node)
    {
        OrderPlan plan = new();
        if (node is null || Block.Of(
                node, "orders", Problems, "size", "entry", "stop_loss", "take_profit", "trailing_stop", "max_holding", "cooldown")
            is not { } block)
        {
            return plan;
        }

        return plan with
        {
            Size = block.Find("size") is { } size ? Size(size) ?? plan.Size : plan.Size,
            Entry = block.Find("entry") is { } entry ? Entry(entry) ?? plan.Entry : plan.Entry,
            StopLoss = block.Find("stop_loss") is { } stop ? values.Distance(stop, "stop_loss", MostLoss) : null,
            TakeProfits = block.Find("take_profit") is { } targets ? TakeProfits(targets) : [],
            Trailing = block.Find("trailing_stop") is { } trail ? Trailing(trail) : null,
            MaxHolding = block.Find("max_holding") is { } holding ? values.Length(holding, "max_holding") : null,
            CooldownBars = block.Find("cooldown") is { } cooldown ? values.Bars(cooldown, "cooldown", 0) ?? 0 : 0,
        };
    }

    private SizePlan? Size(FileNode node)
    {
        if (Block.Of(node, "size", Problems, "percent_of_equity", "quote_amount", "risk", "stop") is not { } block)
        {
            return null;
        }

        string? kind = block.OnlyOne("percent_of_equity", "quote_amount", "risk");
        if (kind != "risk" && block.Find("stop") is { } alone)
        {
            Problems.Add(alone.At, "`stop` sizes by risk and stands beside `risk` only, as in { risk: 1%, stop: 2 atr }.");
        }

        if (kind is null)
        {
            return null;
        }

        FileNode value = block.Find(kind)!;
        switch (kind)
        {
            case "percent_of_equity":
                return values.Ratio(value, kind, 1) is { } share ? new SizePlan.PercentOfEquity(share) : null;
            case "quote_amount":
                return values.Amount(value, kind) is { } amount ? new SizePlan.QuoteAmount(amount) : null;
            default:
                double? risk = values.Ratio(value, kind, 1);
                Distance? stop = block.Require("stop", "the distance at which the risk is lost, such as 2 atr or 2%") is { } at
                    ? values.Distance(at, "stop", MostLoss)
                    : null;
                return risk is { } fraction && stop is not null ? new SizePlan.Risk(fraction, stop) : null;
        }
    }

    private EntryPlan? Entry(FileNode node)
    {
        if (Block.Of(node, "entry", Problems, "type", "offset", "expires") is not { } block
            || block.Require("type", "`market` or `limit`") is not { } type
            || values.OneOf(type, "type", "market", "limit") is not { } kind)
        {
            return null;
        }

        if (kind == "market")
        {
            foreach (string key in new[] { "offset", "expires" })
            {
                if (block.Find(key) is { } extra)
                {
                    Problems.Add(extra.At, $"`{key}` belongs to a limit entry; a market entry has none.");
                }
            }

            return new EntryPlan.AtMarket();
        }

        double? offset = block.Require("offset", "how far below the close the order rests, such as 0.1%") is { } below
            ? values.Ratio(below, "offset", MostLoss, mayBeZero: true)
            : null;
        int? expires = block.Find("expires") is { } end ? values.Bars(end, "expires") : null;
        return offset is { } fraction ? new EntryPlan.AtLimit(fraction, expires) : null;
    }

    private ImmutableArray<TakeProfit> TakeProfits(FileNode node)
    {
        if (node is not FileNode.Sequence list)
        {
            return values.Distance(node, "take_profit", MostGain) is { } one ? [new TakeProfit(one, 1)] : [];
        }

        if (list.Items.Length is 0 or > MostTargets)
        {
            Problems.Add(node.At, $"`take_profit` lists {list.Items.Length} targets; 1 to {MostTargets} were expected.");
            return [];
        }

        List<TakeProfit> targets = [];
        foreach (FileNode item in list.Items)
        {
            if (Block.Of(item, "take_profit", Problems, "at", "close") is { } block)
            {
                Distance? at = block.Require("at", "a distance such as 2% or 2 atr") is { } place
                    ? values.Distance(place, "at", MostGain)
                    : null;
                double? share = block.Require("close", "the share of the entry to close, such as 50%") is { } part
                    ? values.Ratio(part, "close", 1)
                    : null;
                if (at is not null && share is { } fraction)
                {
                    targets.Add(new TakeProfit(at, fraction));
                }
            }
        }

        return targets.Count == list.Items.Length ? Ordered(targets, node) : [];
    }

    // Contracts 4.12: nearest first, and the last takes all that remains. Levels in per cent and in atr have no order
    // before the entry is known, so a list that mixes them stays as it is written.
    private ImmutableArray<TakeProfit> Ordered(List<TakeProfit> targets, FileNode node)
    {
        bool isMixed = targets.Any(t => t.At is Distance.Atr) && targets.Any(t => t.At is Distance.Ratio);
        List<TakeProfit> ordered = isMixed ? targets : [.. targets.OrderBy(t => Length(t.At))];
        // Added as decimals: ten times 10% is 100%, which doubles would miss.
        DecimalNumber before = default;
        for (int i = 0; i < ordered.Count - 1; i++)
        {
            before = before.Plus(DecimalNumber.Of(ordered[i].Share));
        }

        if (before.ToDouble() >= 1)
        {
            Problems.Add(node.At, "`take_profit`: the shares before the last target come to "
                + $"{before.Shift(2).ToText()}%; less than 100% was expected, as the last closes the rest.");
        }

        if (!isMixed)
        {
            ordered[^1] = ordered[^1] with { Share = 1 };
        }

        return [.. ordered];
    }

    private static double Length(Distance distance) => distance is Distance.Atr atr ? atr.Multiple : ((Distance.Ratio)distance).Fraction;

    private TrailingStop? Trailing(FileNode node)
    {
        if (node is FileNode.Scalar)
        {
            return values.Distance(node, "trailing_stop", MostLoss) is { } one ? new TrailingStop(one, null) : null;
        }

        if (Block.Of(node, "trailing_stop", Problems, "distance", "after") is not { } block)
        {
            return null;
        }

        Distance? distance = block.Require("distance", "how far below the highest price, such as 3% or 2 atr") is { } at
            ? values.Distance(at, "distance", MostLoss)
            : null;
        double? after = block.Find("after") is { } start ? values.Ratio(start, "after", MostGain) : null;
        return distance is null ? null : new TrailingStop(distance, after);
    }
}
