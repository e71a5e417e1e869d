using System.Collections.Immutable;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Strategies;

/// <summary>How a strategy enters, how much, and how a position is protected and left (contracts 3 and 4).</summary>
public sealed record OrderPlan
{
    public SizePlan Size { get; init; } = new SizePlan.PercentOfEquity(1);

    public EntryPlan Entry { get; init; } = new EntryPlan.AtMarket();

    /// <summary>Distance of the stop-loss below the entry price, or null for none.</summary>
    public Distance? StopLoss { get; init; }

    /// <summary>Targets in rising order of distance; shares of all but the last sum to less than 1 (contracts 4.12).</summary>
    public ImmutableArray<TakeProfit> TakeProfits { get; init; } = [];

    public TrailingStop? Trailing { get; init; }

    public TimeSpanOrBars? MaxHolding { get; init; }

    /// <summary>Bars after an exit in which entry rules are ignored (contracts 4.13).</summary>
    public int CooldownBars { get; init; }
}

/// <summary>How much an entry buys.</summary>
public abstract record SizePlan
{
    private SizePlan()
    {
    }

    /// <summary>A fraction of equity marked at the signal's close (contracts 4.2).</summary>
    public sealed record PercentOfEquity(double Fraction) : SizePlan;

    /// <summary>An amount of quote currency.</summary>
    public sealed record QuoteAmount(double Amount) : SizePlan;

    /// <summary>A fraction of equity lost if the price falls by the distance (contracts 4.15).</summary>
    public sealed record Risk(double Fraction, Distance Stop) : SizePlan;
}

/// <summary>How an entry is placed.</summary>
public abstract record EntryPlan
{
    private EntryPlan()
    {
    }

    /// <summary>At the next open.</summary>
    public sealed record AtMarket : EntryPlan;

    /// <summary>Resting at <c>close × (1 − offset)</c>; null bars: until filled or cancelled (contracts 4.14).</summary>
    public sealed record AtLimit(double Offset, int? ExpiresBars) : EntryPlan;
}

/// <summary>How far a level lies from a price.</summary>
public abstract record Distance
{
    private Distance()
    {
    }

    /// <summary>A fraction of the price.</summary>
    public sealed record Ratio(double Fraction) : Distance;

    /// <summary>So many times the average true range at the signal bar (contracts 4.15).</summary>
    public sealed record Atr(double Multiple) : Distance;
}

/// <summary>One target: where it lies above the entry and which share of the entry quantity it closes.</summary>
public sealed record TakeProfit(Distance At, double Share);

/// <summary>A stop that follows the highest price; <paramref name="After"/> is the gain that starts it, or null.</summary>
public sealed record TrailingStop(Distance Distance, double? After);
