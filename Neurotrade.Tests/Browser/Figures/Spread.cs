using System.Globalization;

namespace Neurotrade.Tests.Browser.Figures;

/// <summary>Measurements of one thing, in its unit.</summary>
internal sealed class Spread
{
    private readonly double[] sorted;

    public Spread(IEnumerable<double> values)
    {
        sorted = [.. values.Order()];
        Assert.NotEmpty(sorted);
    }

    public int Count => sorted.Length;

    public double Median => At(0.5);

    public double Max => sorted[^1];

    /// <summary>The value that a share of them does not exceed.</summary>
    public double At(double share) => sorted[(int)Math.Ceiling(share * (sorted.Length - 1))];

    /// <summary>How many exceed a bound, as a share.</summary>
    public double Over(double bound) => (double)sorted.Count(value => value > bound) / sorted.Length;

    public static string Number(double value, int digits = 0) =>
        value.ToString("N" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
