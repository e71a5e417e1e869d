using Neurotrade.Core.Accounts;
using Neurotrade.Core.Market;
using Neurotrade.Core.Orders;
using Neurotrade.Core.Risk;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Core.Simulation;

/// <summary>
/// What <see cref="Sizer{T}"/>, <see cref="EntrySize{T}"/> and <see cref="MaxExposure{T}"/> do for one symbol that is
/// flat, in doubles and without making objects.
/// </summary>
internal sealed class FusedSize
{
    // As in MaxExposure: two amounts that are equal but for a double's rounding are equal.
    internal const double Equal = 1 - 1e-12;

    private readonly Sizer<double> sizer;
    private readonly bool isRisk;
    private readonly double share;
    private readonly double amount;
    private readonly double distance;
    private readonly bool isAtr;
    private readonly double exposure;
    private readonly double least;

    public FusedSize(Strategy strategy, Instrument? instrument)
    {
        sizer = new Sizer<double>(strategy, instrument is { } known ? [known] : []);
        least = sizer.LeastOf(0);
        (share, amount, distance) = (double.NaN, double.NaN, double.NaN);
        switch (strategy.Orders.Size)
        {
            case SizePlan.PercentOfEquity percent:
                share = percent.Fraction;
                break;
            case SizePlan.QuoteAmount quote:
                amount = quote.Amount;
                break;
            case SizePlan.Risk risk:
                (isRisk, share, isAtr) = (true, risk.Fraction, risk.Stop is Distance.Atr);
                distance = risk.Stop is Distance.Atr multiple ? multiple.Multiple : ((Distance.Ratio)risk.Stop).Fraction;
                break;
            default:
                throw new BrokenPromiseException(nameof(SizePlan));
        }

        exposure = strategy.Risk.MaxExposure ?? double.NaN;
    }

    /// <summary>An entry at a close, before any rule has looked at it.</summary>
    /// <param name="equity">Marked at that close.</param>
    /// <param name="atr">Average true range there; NaN where nothing is given in it.</param>
    /// <param name="price">The limit's price, or the close.</param>
    public FusedEntry Entry(double equity, double atr, double price)
    {
        double whole = double.IsNaN(share) ? amount : share * equity;
        double away = isAtr ? distance * atr : distance;
        double budget = isRisk ? whole / Away(away, price) * price : whole;
        return new FusedEntry(whole, away, budget, false);
    }

    /// <summary>The entry as the exposure limit leaves it; false where it refuses.</summary>
    public bool TryAllow(ref FusedEntry entry, double equity)
    {
        if (double.IsNaN(exposure))
        {
            return true;
        }

        double left = exposure * equity;
        if (left <= 0)
        {
            return false;
        }

        if (left < entry.Budget * Equal)
        {
            entry = entry with { Budget = left, IsCapped = left < entry.Budget };
        }

        return true;
    }

    /// <summary>Whether an order of that many units of quote currency is too small to be placed.</summary>
    public bool IsUnderMinimum(double notional) => notional <= 0 || notional < least;

    /// <summary>What an entry buys at a price with that much free cash; 0 where it would lie under the minimum.</summary>
    public double Quantity(in FusedEntry entry, double price, double free, double feeRate)
    {
        if (free <= 0)
        {
            return 0;
        }

        double cap = entry.IsCapped ? Math.Min(entry.Budget, free) : free;
        double quantity = isRisk
            ? Math.Min(entry.Whole / Away(entry.Away, price), FillArithmetic.Quantity(cap, price, feeRate))
            : FillArithmetic.Quantity(Math.Min(entry.Whole, cap), price, feeRate);
        Guard.That(double.IsFinite(quantity) && quantity >= 0);
        double rounded = sizer.RoundDown(0, quantity);
        return IsUnderMinimum(rounded * price) ? 0 : rounded;
    }

    private double Away(double away, double price) => isAtr ? away : away * price;
}

/// <summary>An entry that is sized but not filled.</summary>
/// <param name="Whole">What it spends, or what it may lose, in quote currency.</param>
/// <param name="Away">How far the stop that sizes it lies: an amount for a range, else a fraction.</param>
/// <param name="Budget">What it is expected to spend.</param>
/// <param name="IsCapped">Whether the exposure limit allowed less than was asked for.</param>
internal readonly record struct FusedEntry(double Whole, double Away, double Budget, bool IsCapped);
