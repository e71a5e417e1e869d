using System.Collections.Immutable;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Strategies;

/// <summary>What a run changes in a strategy file, and what it supplies where an older file says nothing.</summary>
public sealed record StrategyOverrides
{
    /// <summary>Nothing is changed.</summary>
    public static StrategyOverrides None { get; } = new();

    /// <summary>Parameters by name with their values as text: <c>--set oversold=25</c>, <c>--set stop=2%</c>.</summary>
    public ImmutableSortedDictionary<string, string> Set { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Quote currency at the start instead of the file's.</summary>
    public double? Capital { get; init; }

    /// <summary>The data's symbols, for older forms that name none.</summary>
    public ImmutableArray<Symbol> Symbols { get; init; } = [];

    /// <summary>The data's timeframe, for older forms that name none.</summary>
    public Timeframe? Timeframe { get; init; }
}
