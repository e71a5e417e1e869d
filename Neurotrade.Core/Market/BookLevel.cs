namespace Neurotrade.Core.Market;

/// <summary>A price of the book and how much stands there, in units of <see cref="FixedPoint"/>.</summary>
/// <param name="PriceUnits">Quote currency.</param>
/// <param name="QuantityUnits">Base asset; above 0.</param>
public readonly record struct BookLevel(long PriceUnits, long QuantityUnits)
{
    /// <summary>Quote currency.</summary>
    public decimal Price => FixedPoint.ToDecimal(PriceUnits);

    /// <summary>Base asset.</summary>
    public decimal Quantity => FixedPoint.ToDecimal(QuantityUnits);
}
