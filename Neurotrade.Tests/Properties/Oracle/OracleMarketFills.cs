namespace Neurotrade.Tests.Properties.Oracle;

/// <summary>Fills with slippage: sizes and prices of contracts 4.1, 4.2, 4.15 and 4.18.</summary>
internal sealed class OracleMarketFills(
    OracleStrategy strategy, OracleWallet wallet, OracleResult result, Coverage coverage)
{
    /// <summary>The least that an order may be worth (contracts 4.2).</summary>
    public double Minimum => strategy.Instrument is (_, decimal notional) ? Exact.Double(notional) : strategy.Capital * 1e-9;

    /// <summary>A quantity as the instrument allows it.</summary>
    public double Rounded(double quantity)
    {
        if (strategy.Instrument is not (decimal step, _) || quantity <= 0)
        {
            return quantity;
        }

        coverage.Hit("4.2 a quantity rounded down to the lot step");
        return Exact.FloorTo(quantity, step);
    }

    /// <summary>Under volume_share a bar of volume 0 fills nothing: no limit and no target either (contracts 4.18).</summary>
    public bool CanFill(OracleBook book)
    {
        bool isIdle = strategy.VolumeImpact is not null && book.Candle.Volume == 0;
        if (isIdle)
        {
            coverage.Hit("4.18 a bar of volume 0 fills nothing");
        }

        return !isIdle;
    }

    /// <summary>Sells all that is held at a price before slippage, or as much of it as the bar's volume lets.</summary>
    public void SellRest(OracleBook book, double price)
    {
        OraclePosition position = book.Position!;
        if (strategy.VolumeImpact is null)
        {
            wallet.Sell(book, price * (1 - (strategy.Slippage?.Value ?? 0)), position.Held, false, position.ExitReason!);
            return;
        }

        double volume = book.Candle.Volume;
        double taken = Taken(position.Held, volume);
        if (taken <= 0)
        {
            coverage.Hit("4.18 an exit finds a bar of volume 0");
            return;
        }

        if (taken < position.Held)
        {
            coverage.Hit("4.18 an exit takes several bars");
        }

        position.ExitHasFilled = true;
        double filled = price * (1 - (strategy.VolumeImpact.Value * taken / volume));
        wallet.Sell(book, filled, taken, false, position.ExitReason!);
    }

    /// <summary>A market entry at the open, the first time or its rest.</summary>
    public void BuyAtOpen(OracleBook book, double cashFree)
    {
        OracleOrder order = book.Order!;
        double open = book.Candle.Open;
        if (strategy.VolumeImpact is null)
        {
            double price = open * (1 + (strategy.Slippage?.Value ?? 0));
            double quantity = Rounded(Size(order, price, strategy.TakerFee, cashFree));
            book.Order = null;
            if (IsLargeEnough(quantity, price))
            {
                wallet.Buy(book, order, price, quantity, false);
                book.Position!.FilledAtOpenOf = book.Pieces[0];
            }

            return;
        }

        double volume = book.Candle.Volume;
        if (volume == 0)
        {
            coverage.Hit("4.18 an entry finds a bar of volume 0");
            return;
        }

        BuyShare(book, order, open, volume, cashFree);
    }

    /// <summary>Rule 2's quantity at a price; a risk size's by its distance (4.15), both capped by cash.</summary>
    public double Size(OracleOrder order, double price, double fee, double cashFree)
    {
        if (cashFree < order.Budget)
        {
            coverage.Hit("4.2 capped by cash");
        }

        if (strategy.RiskFraction is not Ratio risk)
        {
            return Math.Min(order.Budget, cashFree) / (price * (1 + fee));
        }

        double distance = strategy.RiskStop!.IsAtr ? strategy.RiskStop.Multiple * order.Atr
            : strategy.RiskStop.Ratio!.Value * price;
        double cap = order.IsCut ? Math.Min(order.Budget, cashFree) : cashFree;
        return Math.Min(risk.Value * order.Equity / distance, cap / (price * (1 + fee)));
    }

    /// <summary>Counts the order that is too small to be placed.</summary>
    public bool IsLargeEnough(double quantity, double price)
    {
        if (quantity > 0 && quantity * price >= Minimum)
        {
            return true;
        }

        coverage.Hit("4.2 under the minimum once cash is looked at");
        result.OrdersBelowMinimum++;
        return false;
    }

    // A bar that takes all but a double's rounding takes all: no order lives on for the last bit of its quantity.
    private double Taken(double rest, double volume)
    {
        double most = strategy.VolumeLimit!.Value * volume;
        return most >= rest * (1 - 1e-12) ? rest : most;
    }

    private void BuyShare(OracleBook book, OracleOrder order, double open, double volume, double cashFree)
    {
        double worst = open * (1 + (strategy.VolumeImpact!.Value * strategy.VolumeLimit!.Value));
        if (order.Rest is null)
        {
            double quantity = Rounded(Size(order, worst, strategy.TakerFee, cashFree));
            if (!IsLargeEnough(quantity, worst))
            {
                book.Order = null;
                return;
            }

            order.Rest = quantity;
        }
        else
        {
            double affordable = cashFree / (worst * (1 + strategy.TakerFee));
            coverage.Hit("4.18 an entry takes several bars");
            if (affordable < order.Rest)
            {
                coverage.Hit("4.18 the rest capped by cash");
                order.Rest = affordable;
                if (affordable * worst < Minimum)
                {
                    // What there is no money for is given up.
                    coverage.Hit("4.18 the rest under the minimum");
                    book.Order = null;
                    return;
                }
            }
        }

        double taken = Taken(order.Rest.Value, volume);
        wallet.Buy(book, order, open * (1 + (strategy.VolumeImpact.Value * taken / volume)), taken, false);
        book.Position!.FilledAtOpenOf = book.Pieces[0];
        order.Rest -= taken;
        if (order.Rest <= 0)
        {
            book.Order = null;
        }
    }
}
