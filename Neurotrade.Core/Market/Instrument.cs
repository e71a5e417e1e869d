namespace Neurotrade.Core.Market;

/// <summary>What an exchange allows for one pair. 0 means that there is no such rule.</summary>
/// <param name="Symbol">The pair.</param>
/// <param name="LotStep">Quantities are multiples of this, base asset.</param>
/// <param name="TickSize">Prices are multiples of this, quote currency.</param>
/// <param name="MinNotional">Smallest quantity × price of an order, quote currency.</param>
public sealed record Instrument(Symbol Symbol, decimal LotStep, decimal TickSize, decimal MinNotional)
{
    // Beyond this a decimal overflows.
    private const double LargestRounded = 1e28;

    /// <summary>
    /// The quantity rounded down to the lot step. It is read to 15 significant digits first, so that a quantity which
    /// is a whole number of lots but for a double's last bit does not lose one.
    /// </summary>
    public decimal RoundDown(double quantity)
    {
        Guard.That(double.IsFinite(quantity) && quantity is >= 0 and < LargestRounded);
        decimal exact = (decimal)quantity;
        return LotStep == 0 ? exact : decimal.Floor(exact / LotStep) * LotStep;
    }
}
