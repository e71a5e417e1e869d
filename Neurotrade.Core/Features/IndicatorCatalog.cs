using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Neurotrade.Core.Features;

/// <summary>Every indicator there is, by name.</summary>
public static class IndicatorCatalog
{
    /// <summary>All definitions, by group and then by name.</summary>
    public static ImmutableArray<IndicatorDefinition> All { get; } = [];

    private static readonly FrozenDictionary<string, IndicatorDefinition> ByName =
        All.ToFrozenDictionary(d => d.Name, StringComparer.Ordinal);

    /// <summary>The definition of that name, or null.</summary>
    public static IndicatorDefinition? Find(string name) => ByName.GetValueOrDefault(name);
}
