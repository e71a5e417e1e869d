using System.Collections.Immutable;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features;

/// <summary>
/// What has to be computed for a list of instances: equal ones (same indicator, parameters and timeframe) once.
/// </summary>
internal sealed class FeatureBlocks
{
    private FeatureBlocks(ImmutableArray<Block> distinct, ImmutableArray<int> ofInstance, ImmutableArray<Timeframe> longer) =>
        (Distinct, OfInstance, Longer) = (distinct, ofInstance, longer);

    /// <summary>Each thing to compute once, in the order of first use.</summary>
    public ImmutableArray<Block> Distinct { get; }

    /// <summary>For each instance, the index of its block.</summary>
    public ImmutableArray<int> OfInstance { get; }

    /// <summary>The higher timeframes used, in the order of first use.</summary>
    public ImmutableArray<Timeframe> Longer { get; }

    /// <summary>Plans instances over bars of a timeframe; a higher timeframe must be a multiple of it.</summary>
    public static FeatureBlocks Of(Timeframe own, ImmutableArray<IndicatorInstance> instances)
    {
        List<Block> distinct = [];
        List<Timeframe> longer = [];
        ImmutableArray<int>.Builder ofInstance = ImmutableArray.CreateBuilder<int>(instances.Length);
        foreach (IndicatorInstance instance in instances)
        {
            Timeframe? higher = instance.Timeframe is { } asked && asked != own ? asked : null;
            Guard.That(higher is null || (own < higher && own.Divides(higher.Value)));
            int longerIndex = higher is null ? -1 : IndexOrAdd(longer, higher.Value);
            Block block = new(instance.Definition, instance.Parameters, longerIndex);
            int at = distinct.FindIndex(known => known.IsSameAs(block));
            if (at < 0)
            {
                at = distinct.Count;
                distinct.Add(block);
            }

            ofInstance.Add(at);
        }

        return new FeatureBlocks([.. distinct], ofInstance.MoveToImmutable(), [.. longer]);
    }

    private static int IndexOrAdd(List<Timeframe> timeframes, Timeframe timeframe)
    {
        int at = timeframes.IndexOf(timeframe);
        if (at < 0)
        {
            at = timeframes.Count;
            timeframes.Add(timeframe);
        }

        return at;
    }

    /// <summary>An indicator with its parameters, on the strategy's bars (-1) or one of <see cref="Longer"/>.</summary>
    internal sealed record Block(IndicatorDefinition Definition, ImmutableArray<double> Parameters, int LongerIndex)
    {
        public bool IsSameAs(Block other) => ReferenceEquals(Definition, other.Definition)
            && LongerIndex == other.LongerIndex && Parameters.AsSpan().SequenceEqual(other.Parameters.AsSpan());
    }
}
