using System.Collections.Immutable;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features;

/// <summary>An indicator as a strategy uses it: named, with its parameters' values.</summary>
/// <param name="Name">The instance's name in rules.</param>
/// <param name="Definition">Which indicator.</param>
/// <param name="Parameters">Values in the order of the definition's parameters.</param>
/// <param name="Timeframe">A higher timeframe than the strategy's, or null for the strategy's own (contracts 4.10).</param>
public sealed record IndicatorInstance(
    string Name, IndicatorDefinition Definition, ImmutableArray<double> Parameters, Timeframe? Timeframe);
