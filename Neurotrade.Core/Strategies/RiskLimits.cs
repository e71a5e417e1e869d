using System.Collections.Immutable;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Strategies;

/// <summary>The limits a strategy sets for itself; null or empty means none (contracts 4.21).</summary>
public sealed record RiskLimits
{
    public int? MaxPositions { get; init; }

    /// <summary>Fraction of equity that all positions and unfilled entries may reach.</summary>
    public double? MaxExposure { get; init; }

    public LossLimit? MaxDrawdown { get; init; }

    public LossLimit? MaxDailyLoss { get; init; }

    public int? MaxOrdersPerMinute { get; init; }

    public ImmutableArray<StoplossGuard> Protections { get; init; } = [];
}

/// <summary>A loss, as a fraction of equity, and what happens when it is reached.</summary>
public sealed record LossLimit(double Limit, LossAction Action);

/// <summary>What a reached loss limit does.</summary>
public enum LossAction
{
    /// <summary>Entries are blocked.</summary>
    Halt,

    /// <summary>Entries are blocked and positions are sold at the next open.</summary>
    FlattenAndHalt,
}

/// <summary>After <paramref name="Count"/> stop exits within a time, entries are locked for a time (contracts 4.21).</summary>
public sealed record StoplossGuard(int Count, TimeSpanOrBars Within, TimeSpanOrBars Lock);
