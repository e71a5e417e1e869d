using System.Collections.Frozen;
using System.Collections.Immutable;
using Neurotrade.Core.Features.Indicators.Momentum;
using Neurotrade.Core.Features.Indicators.MovingAverages;
using Neurotrade.Core.Features.Indicators.Oscillators;
using Neurotrade.Core.Features.Indicators.Volatility;

namespace Neurotrade.Core.Features;

/// <summary>Every indicator there is, by name.</summary>
public static class IndicatorCatalog
{
    /// <summary>All definitions, by group and then by name.</summary>
    public static ImmutableArray<IndicatorDefinition> All { get; } = Sorted(
    [
        SimpleMovingAverage.Definition,
        ExponentialMovingAverage.Definition,
        RelativeStrengthIndex.Definition,
        MovingAverageConvergence.Definition,
        AverageTrueRange.Definition,
        BollingerBands.Definition,
    ]);

    private static readonly FrozenDictionary<string, IndicatorDefinition> ByName =
        All.ToFrozenDictionary(d => d.Name, StringComparer.Ordinal);

    /// <summary>The definition of that name, or null.</summary>
    public static IndicatorDefinition? Find(string name) => ByName.GetValueOrDefault(name);

    private static ImmutableArray<IndicatorDefinition> Sorted(IndicatorDefinition[] definitions) =>
    [
        .. definitions.OrderBy(d => d.Group, StringComparer.Ordinal).ThenBy(d => d.Name, StringComparer.Ordinal),
    ];
}
