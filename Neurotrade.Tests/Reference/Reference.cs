using System.Collections.Immutable;
using System.Globalization;

namespace Neurotrade.Tests.Reference;

/// <summary>What agreement with a reference means.</summary>
internal static class Reference
{
    /// <summary>Contracts 8: |Δ| ≤ 1e-9 × max(1, |value|), and missing where the reference is.</summary>
    public static void AssertAgrees(double expected, double actual, string what)
    {
        bool agrees = double.IsNaN(expected)
            ? double.IsNaN(actual)
            : Math.Abs(actual - expected) <= 1e-9 * Math.Max(1, Math.Abs(expected));
        Assert.True(agrees, $"{what}: {actual:R}, expected {expected:R}");
    }

    public static ImmutableArray<double> Parameters(string text) => text.Length == 0
        ? []
        : [.. text.Split(',').Select(part => double.Parse(part, CultureInfo.InvariantCulture))];
}
