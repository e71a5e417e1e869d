using System.Collections.Immutable;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features;

/// <summary>What makes two instances the same columns: indicator, parameters, timeframe; not the name.</summary>
internal readonly struct IndicatorKey : IEquatable<IndicatorKey>
{
    private readonly int hash;

    private IndicatorKey(IndicatorDefinition definition, ImmutableArray<double> parameters, Timeframe? longer)
    {
        (Definition, Parameters, Longer) = (definition, parameters, longer);
        long mixed = longer?.Millis ?? 0;
        foreach (char letter in definition.Name)
        {
            mixed = (mixed * 31) + letter;
        }

        foreach (double value in parameters)
        {
            mixed = (mixed * 1_000_003) ^ BitConverter.DoubleToInt64Bits(value);
        }

        hash = (int)(mixed ^ (mixed >> 32));
    }

    public IndicatorDefinition Definition { get; }

    public ImmutableArray<double> Parameters { get; }

    /// <summary>A higher timeframe than the bars'; null: their own.</summary>
    public Timeframe? Longer { get; }

    /// <summary>The key of an instance over bars of a timeframe.</summary>
    public static IndicatorKey Of(IndicatorInstance instance, Timeframe own) => new(
        instance.Definition, instance.Parameters, instance.Timeframe is { } asked && asked != own ? asked : null);

    public bool Equals(IndicatorKey other) => ReferenceEquals(Definition, other.Definition) && Longer == other.Longer
        && Parameters.AsSpan().SequenceEqual(other.Parameters.AsSpan());

    public override bool Equals(object? obj) => obj is IndicatorKey other && Equals(other);

    public override int GetHashCode() => hash;
}
