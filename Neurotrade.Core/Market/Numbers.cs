using System.Globalization;

namespace Neurotrade.Core.Market;

/// <summary>How numbers are written in every file: the shortest text that reads back to the same double (contracts 5.4).</summary>
public static class Numbers
{
    /// <summary>The shortest round-trip text; empty for what is missing (NaN), and minus zero is zero.</summary>
    public static string Text(double value) =>
        double.IsNaN(value) ? string.Empty : (value == 0 ? 0.0 : value).ToString("R", CultureInfo.InvariantCulture);
}
