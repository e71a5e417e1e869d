using System.Collections.Immutable;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features;

/// <summary>Checks between parameters that no range can say.</summary>
public static class ParameterOrder
{
    /// <summary>Null where the first value is below the second, else what is wrong.</summary>
    public static string? Rising(
        ImmutableArray<double> values, int lower, string lowerName, int upper, string upperName) =>
        values[lower] < values[upper]
            ? null
            : $"{lowerName} ({Numbers.Text(values[lower])}) must be below {upperName} ({Numbers.Text(values[upper])})";
}
