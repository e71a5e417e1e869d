using System.Numerics;

namespace Neurotrade.Core.Accounts;

/// <summary>
/// Sums of whole lots that stay whole lots in doubles too: 0.3 − 0.1 is 0.2, not 0.19999999999999998. Quantities of up
/// to 15 significant digits.
/// </summary>
public static class LotArithmetic
{
    /// <summary>The sum of two quantities in lots.</summary>
    public static T Add<T>(T a, T b)
        where T : struct, INumber<T> => T.CreateChecked(Exact(a) + Exact(b));

    /// <summary>A quantity in lots less another.</summary>
    public static T Subtract<T>(T a, T b)
        where T : struct, INumber<T> => T.CreateChecked(Exact(a) - Exact(b));

    private static decimal Exact<T>(T quantity)
        where T : struct, INumber<T> => (decimal)double.CreateChecked(quantity);
}
