using System.Collections.Immutable;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Core.Orders;

/// <summary>
/// The levels that guard a position, set from the entry's fill price (contracts 4.5). What is not asked for is NaN, and
/// no price reaches NaN.
/// </summary>
public sealed record ProtectionPlan
{
    /// <summary>Quantity-weighted price of the fills so far.</summary>
    public required double EntryPrice { get; init; }

    /// <summary>The order id of the stop, whichever of the two it is.</summary>
    public required int StopOrderId { get; init; }

    /// <summary>The stop-loss level; NaN for none.</summary>
    public double StopLoss { get; init; } = double.NaN;

    /// <summary>Targets, nearest first; the last takes all that is left.</summary>
    public ImmutableArray<ProtectionTarget> Targets { get; init; } = [];

    public TrailPlan? Trail { get; init; }

    /// <summary>The plan for an entry at a price, or null where the strategy asks for no protection.</summary>
    /// <param name="orders">What the strategy asks for.</param>
    /// <param name="entryPrice">Quantity-weighted fill price.</param>
    /// <param name="atr">Average true range at the signal bar.</param>
    /// <param name="firstOrderId">The stop's order id; targets take those after it.</param>
    public static ProtectionPlan? Of(OrderPlan orders, double entryPrice, double atr, int firstOrderId)
    {
        if (OrderCount(orders) == 0)
        {
            return null;
        }

        return new ProtectionPlan
        {
            EntryPrice = entryPrice,
            StopOrderId = firstOrderId,
            StopLoss = orders.StopLoss is null ? double.NaN : Below(entryPrice, orders.StopLoss, atr),
            Targets = TargetsOf(orders, entryPrice, atr, firstOrderId + 1),
            Trail = orders.Trailing is null ? null : TrailPlan.Of(orders.Trailing, entryPrice, atr),
        };
    }

    /// <summary>How many order ids a plan takes; 0 where there is nothing to protect with.</summary>
    public static int OrderCount(OrderPlan orders) =>
        orders.StopLoss is null && orders.Trailing is null && orders.TakeProfits.IsEmpty
            ? 0
            : 1 + orders.TakeProfits.Length;

    /// <summary><c>price × (1 − s)</c>, or <c>price − n × atr</c>.</summary>
    internal static double Below(double price, Distance distance, double atr) => distance switch
    {
        Distance.Ratio ratio => price * (1 - ratio.Fraction),
        Distance.Atr multiple => price - multiple.Multiple * atr,
        _ => throw new BrokenPromiseException(nameof(Distance)),
    };

    internal static double Above(double price, Distance distance, double atr) => distance switch
    {
        Distance.Ratio ratio => price * (1 + ratio.Fraction),
        Distance.Atr multiple => price + multiple.Multiple * atr,
        _ => throw new BrokenPromiseException(nameof(Distance)),
    };

    private static ImmutableArray<ProtectionTarget> TargetsOf(
        OrderPlan orders, double entryPrice, double atr, int firstOrderId)
    {
        ProtectionTarget[] targets = new ProtectionTarget[orders.TakeProfits.Length];
        for (int i = 0; i < targets.Length; i++)
        {
            TakeProfit profit = orders.TakeProfits[i];
            targets[i] = new ProtectionTarget(Above(entryPrice, profit.At, atr), profit.Share, firstOrderId + i);
        }

        // Ratios and multiples of the range may change places from trade to trade.
        Array.Sort(targets, static (a, b) => (a.Level, a.OrderId).CompareTo((b.Level, b.OrderId)));
        return ImmutableArray.Create(targets);
    }
}

/// <summary>A target's level, the share of the entry quantity that it closes, and its order id.</summary>
public readonly record struct ProtectionTarget(double Level, double Share, int OrderId);

/// <summary>A stop that follows the highest price (contracts 4.6, 4.13).</summary>
/// <param name="Distance">How far below the highest it lies.</param>
/// <param name="Atr">Average true range at the signal bar.</param>
/// <param name="StartsAt">The completed high that starts it; NaN: it is on from the start.</param>
public sealed record TrailPlan(Distance Distance, double Atr, double StartsAt)
{
    public static TrailPlan Of(TrailingStop trailing, double entryPrice, double atr) =>
        new(trailing.Distance, atr, trailing.After is null ? double.NaN : entryPrice * (1 + trailing.After.Value));

    /// <summary>Where it lies under that highest price.</summary>
    public double LevelUnder(double highest) => ProtectionPlan.Below(highest, Distance, Atr);
}
