using System.Numerics;

namespace Neurotrade.Core.Features;

/// <summary>Columns as rules read them: what is not finite is missing and stands as NaN (contracts 3).</summary>
internal static class KnownValues
{
    /// <summary>Copies values, those that are not finite as NaN; both may be one column.</summary>
    public static void Copy(ReadOnlySpan<double> from, Span<double> into)
    {
        Vector<double> missing = new(double.NaN);
        int i = 0;
        for (; i <= from.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            // What is not finite is no zero less itself.
            Vector<double> value = new(from[i..]);
            Vector<long> isKnown = Vector.Equals(value - value, Vector<double>.Zero);
            Vector.ConditionalSelect(isKnown, value, missing).CopyTo(into[i..]);
        }

        for (; i < from.Length; i++)
        {
            into[i] = double.IsFinite(from[i]) ? from[i] : double.NaN;
        }
    }
}
