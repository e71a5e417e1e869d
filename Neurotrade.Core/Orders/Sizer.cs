using System.Collections.Immutable;
using System.Numerics;
using Neurotrade.Core.Market;
using Neurotrade.Core.Risk;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Core.Orders;

/// <summary>
/// Where the two planes meet: prices and ranges come in as doubles, amounts and quantities leave as the ledger's
/// numbers, finite, rounded to the lot where a run knows instruments (contracts 4.2, 4.15).
/// </summary>
public sealed class Sizer<T>
    where T : struct, INumber<T>
{
    private const double DustShare = 1e-9;
    private const double LargestRounded = 1e25;

    // An amount that is the minimum but for a double's rounding is not under it.
    private static readonly T AlmostAll = T.CreateChecked(1 - 1e-12);

    private readonly SizePlan plan;
    private readonly ImmutableArray<Instrument> instruments;
    private readonly T[] minimums;
    private readonly T dust;

    /// <param name="strategy">Whose size plan and capital hold.</param>
    /// <param name="instruments">One a symbol in list order; empty where the run knows none.</param>
    public Sizer(Strategy strategy, ImmutableArray<Instrument> instruments)
    {
        Guard.That(instruments.IsEmpty || instruments.Length == strategy.Market.Symbols.Length);
        (plan, this.instruments) = (strategy.Orders.Size, instruments);
        minimums = [.. instruments.Select(static one => T.CreateChecked(one.MinNotional))];
        dust = T.CreateChecked(strategy.Capital * DustShare);
    }

    /// <summary>How the quantity of an entry at this close will be found.</summary>
    public EntrySize<T> SizeOf(T equity, double atr) => plan switch
    {
        SizePlan.PercentOfEquity share => new EntrySize<T>.Spend(T.CreateChecked(share.Fraction) * equity),
        SizePlan.QuoteAmount amount => new EntrySize<T>.Spend(T.CreateChecked(amount.Amount)),
        SizePlan.Risk { Stop: Distance.Ratio ratio } risk => new EntrySize<T>.Lose(
            T.CreateChecked(risk.Fraction) * equity, T.CreateChecked(ratio.Fraction), true),
        SizePlan.Risk { Stop: Distance.Atr multiple } risk => new EntrySize<T>.Lose(
            T.CreateChecked(risk.Fraction) * equity, T.CreateChecked(multiple.Multiple * atr), false),
        _ => throw new BrokenPromiseException(nameof(SizePlan)),
    };

    /// <summary>
    /// What an approved entry buys at a price with that much free cash, rounded down to the lot; 0 where the order
    /// would lie under the minimum.
    /// </summary>
    public T Quantity(ApprovedOrder<T> order, double price, T freeCash, double feeRate)
    {
        if (freeCash <= T.Zero)
        {
            return T.Zero;
        }

        T priceInLedger = T.CreateChecked(price);
        T quantity = order.Quantity(priceInLedger, freeCash, T.CreateChecked(feeRate));
        Guard.That(T.IsFinite(quantity) && quantity >= T.Zero);
        T rounded = RoundDown(order.Intent.Symbol, quantity);
        return IsUnderMinimum(order.Intent.Symbol, rounded * priceInLedger) ? T.Zero : rounded;
    }

    /// <summary>Whether an order of that many units of quote currency is too small to be placed.</summary>
    public bool IsUnderMinimum(int symbol, T amount) =>
        amount <= T.Zero || amount < LeastOf(symbol);

    /// <summary>The least amount that is not too small.</summary>
    internal T LeastOf(int symbol) => AlmostAll * (instruments.IsEmpty ? dust : minimums[symbol]);

    // As it is where the run knows no instruments, and where a number has no digits left for one lot.
    internal T RoundDown(int symbol, T quantity) => instruments.IsEmpty || quantity >= T.CreateChecked(LargestRounded)
        ? quantity
        : T.CreateChecked(instruments[symbol].RoundDown(double.CreateChecked(quantity)));
}
