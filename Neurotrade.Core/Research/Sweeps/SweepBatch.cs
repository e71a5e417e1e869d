using System.Collections.Immutable;
using Neurotrade.Core.Features;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Core.Research.Sweeps;

/// <summary>Combinations that run together on a device, and what they share.</summary>
public sealed class SweepBatch
{
    internal SweepBatch(SweepData data, SharedColumns columns, ImmutableArray<Strategy> strategies) =>
        (Data, Columns, Strategies) = (data, columns, strategies);

    /// <summary>The strategy with each combination's values.</summary>
    public ImmutableArray<Strategy> Strategies { get; }

    /// <summary>The bars in range and where their days end.</summary>
    internal SweepData Data { get; }

    /// <summary>Every indicator of every strategy, over the bars up to the end of the range.</summary>
    internal SharedColumns Columns { get; }
}
