using System.Collections.Immutable;
using Neurotrade.Core.Features;

namespace Neurotrade.Tests.Features;

/// <summary>Parameter values at random, within the catalogue's ranges and checks.</summary>
internal static class RandomInstances
{
    public static ImmutableArray<double> Defaults(IndicatorDefinition definition) =>
        [.. definition.Parameters.Select(p => p.Default)];

    public static ImmutableArray<double> Draw(IndicatorDefinition definition, Random random)
    {
        for (int attempt = 0; attempt < 1_000; attempt++)
        {
            ImmutableArray<double> values = [.. definition.Parameters.Select(p => Draw(p, random))];
            if (definition.Check?.Invoke(values) is null)
            {
                return values;
            }
        }

        throw new InvalidOperationException($"No accepted parameters for {definition.Name}.");
    }

    private static double Draw(IndicatorParameter parameter, Random random)
    {
        if (parameter.IsInteger)
        {
            int low = (int)parameter.Min;
            int high = (int)Math.Min(parameter.Max, low + random.Next(1, 60));
            return random.Next(low, high + 1);
        }

        double top = Math.Min(parameter.Max, Math.Max(parameter.Default * 2, parameter.Min));
        return parameter.Min + (random.NextDouble() * (top - parameter.Min));
    }
}
