namespace Neurotrade.Tests.Properties.Oracle;

/// <summary>What happens at a close, in the order of contracts 4.16: equity, risk, expiries, exits, entries.</summary>
internal sealed class OracleClose(
    OracleStrategy strategy,
    List<OracleBook> books,
    OracleWallet wallet,
    OracleMarketFills fills,
    OracleResult result,
    Coverage coverage)
{
    private double peak = strategy.Capital;
    private long day = long.MinValue;
    private double dayFirst;
    private bool isHalted;
    private bool isHaltedToday;
    private long lockedUntil = long.MinValue;

    private double Reserved => books.Sum(b => b.Order?.Reserved ?? 0);

    public void At(long time, List<OracleBook> open)
    {
        open.ForEach(b => b.Mark = b.Candle.Close);
        double value = 0;
        books.ForEach(b => value += (b.Position?.Held ?? 0) * b.Mark);
        double equity = wallet.Cash + value;
        result.Equity.Add(new OracleEquity(time, equity, wallet.Cash, value, books.Exists(b => b.Position is not null)));
        RiskRules(time, equity);
        open.ForEach(Expire);
        open.ForEach(Leave);
        open.ForEach(b => Enter(b, time, equity, value));
    }

    private void RiskRules(long time, double equity)
    {
        peak = Math.Max(peak, equity);
        if (!isHalted && strategy.MaxDrawdown is LossRule drawdown && (peak - equity) / peak >= drawdown.Limit.Value)
        {
            isHalted = true;
            Halt(drawdown, "4.21 max_drawdown");
        }

        if (time / 86_400_000 != day)
        {
            Hit(isHaltedToday, "4.21 a daily halt ends at midnight");
            (day, dayFirst, isHaltedToday) = (time / 86_400_000, equity, false);
        }

        if (!isHaltedToday && strategy.MaxDailyLoss is LossRule daily
            && (dayFirst - equity) / dayFirst >= daily.Limit.Value)
        {
            isHaltedToday = true;
            Halt(daily, "4.21 max_daily_loss");
        }

        foreach (GuardRule guard in strategy.Guards)
        {
            int within = wallet.StopExits.Count(e => time - e < guard.Within.InMillis(strategy.BarMillis));
            if (wallet.StopExits.Contains(time) && within >= guard.Count)
            {
                coverage.Hit("4.21 a stoploss guard locks");
                lockedUntil = Math.Max(lockedUntil, time + guard.Lock.InMillis(strategy.BarMillis));
                DropOrders();
            }
        }
    }

    private void Halt(LossRule rule, string path)
    {
        coverage.Hit(path + (rule.Flattens ? " flattens" : " halts"));
        DropOrders();
        foreach (OracleBook book in books)
        {
            if (rule.Flattens && book.Position is { ExitHasFilled: false } position)
            {
                position.ExitReason = "risk";
            }
        }
    }

    private void DropOrders()
    {
        foreach (OracleBook book in books)
        {
            if (book.Order is { LimitQuantity: > 0 })
            {
                result.EntriesNotFilled++;
            }

            Hit(book.Order is not null, "4.21 a halt or lock drops an unfilled entry");
            book.Order = null;
        }
    }

    private void Expire(OracleBook book)
    {
        if (book.Order is OracleOrder order && strategy.LimitExpiresBars is int bars && book.Bar - order.SignalBar >= bars)
        {
            coverage.Hit("4.14 a limit expires");
            result.EntriesNotFilled++;
            book.Order = null;
        }
    }

    private void Leave(OracleBook book)
    {
        if (strategy.Exit is not Rule exit || (book.Position is null && book.Order is null))
        {
            return;
        }

        OracleFacts facts = book.Position is OraclePosition p ? new(p.EntryPrice, p.EntryBar) : OracleFacts.Flat;
        if (book.Position is { ExitReason: not null } || book.Rules.Evaluate(exit, book.Bar, facts) != true)
        {
            return;
        }

        Hit(book.Order is { LimitQuantity: > 0 }, "4.14 a true exit cancels a resting limit");
        Hit(book.Order is { LimitQuantity: 0 }, "4.18 a true exit drops an entry not yet filled");
        result.EntriesNotFilled += book.Order is { LimitQuantity: > 0 } ? 1 : 0;
        book.Order = null;
        if (book.Position is not null)
        {
            Hit(exit.UsesPosition, "3 an exit rule that asks about the position");
            book.Position.ExitReason = "signal";
        }
    }

    private void Enter(OracleBook book, long time, double equity, double value)
    {
        bool wants = book.Rules.Evaluate(strategy.Entry, book.Bar, OracleFacts.Flat) == true;
        if (!wants || book.Position is not null)
        {
            return;
        }

        if (book.Order is not null)
        {
            coverage.Hit("4.14 entry rules are ignored while an order waits");
            return;
        }

        if (strategy.Exit is Rule exit && book.Rules.Evaluate(exit, book.Bar, OracleFacts.Flat) == true)
        {
            coverage.Hit("4.4 entry true and exit true");
            return;
        }

        if (book.LastExitBar >= 0 && book.Bar < book.LastExitBar + strategy.CooldownBars)
        {
            coverage.Hit("4.13 cooldown");
            return;
        }

        double atr = book.Rules.Atr is Reading[] column ? column[book.Bar].Value : double.NaN;
        if (strategy.NeedsAtr && !(atr > 0))
        {
            coverage.Hit("4.15 no average true range, no order");
            result.OrdersWithoutAtr++;
            return;
        }

        string? refusal = isHalted ? "max_drawdown"
            : isHaltedToday ? "max_daily_loss"
            : time < lockedUntil ? "stoploss_guard"
            : books.Count(b => b.Position is not null || b.Order is not null) >= strategy.MaxPositions ? "max_positions"
            : null;
        if (refusal is not null)
        {
            Refuse(refusal);
            return;
        }

        Place(book, equity, value, atr);
    }

    private void Place(OracleBook book, double equity, double value, double atr)
    {
        double price = book.Candle.Close;
        if (strategy.LimitOffset is Ratio offset)
        {
            price *= 1 - offset.Value;
        }

        double budget = Budget(equity, atr, price);
        bool isCut = false;
        if (strategy.MaxExposure is Ratio exposure)
        {
            double unfilled = 0;
            books.ForEach(b => unfilled += b.Order is OracleOrder o ? Math.Max(o.Budget - o.Spent, 0) : 0);
            double room = (exposure.Value * equity) - value - unfilled;
            if (room <= 0)
            {
                Refuse("max_exposure");
                return;
            }

            // Amounts that are equal but for a double's rounding are equal: a size by risk would jump by its fee otherwise.
            isCut = room < budget * (1 - 1e-12);
            budget = isCut ? room : budget;
            Hit(isCut, "4.21 max_exposure cuts a budget");
        }

        if (budget < fills.Minimum)
        {
            coverage.Hit("4.2 a budget under the minimum");
            result.OrdersBelowMinimum++;
            return;
        }

        OracleOrder order = new()
        {
            Budget = budget,
            IsCut = isCut,
            Equity = equity,
            Atr = atr,
            SignalBar = book.Bar,
            Tag = book.Rules.Tag(strategy.Entry, book.Bar),
        };
        Hit(order.Tag.Length > 0, "5.2 an entry with a tag");
        Hit(book.Bar == book.Symbol.Bars.Count - 1, "4.8 a signal on the last bar");
        if (strategy.LimitOffset is null || Reserve(order, price))
        {
            book.Order = order;
        }
    }

    // contracts 4.14: the quantity is fixed at the limit's price with the maker fee, and that cash is held.
    private bool Reserve(OracleOrder order, double price)
    {
        double quantity = fills.Rounded(fills.Size(order, price, strategy.MakerFee, wallet.Cash - Reserved));
        if (!fills.IsLargeEnough(quantity, price))
        {
            return false;
        }

        double fee = quantity * price * strategy.MakerFee;
        (order.LimitPrice, order.LimitQuantity, order.Reserved) = (price, quantity, (quantity * price) + fee);
        return true;
    }

    private double Budget(double equity, double atr, double price)
    {
        if (strategy.QuoteAmount is double amount)
        {
            return amount;
        }

        if (strategy.RiskFraction is Ratio risk)
        {
            Distance stop = strategy.RiskStop!;
            double distance = stop.IsAtr ? stop.Multiple * atr : stop.Ratio!.Value * price;
            Hit(stop.IsAtr, "4.15 a risk size by atr");
            Hit(!stop.IsAtr, "4.15 a risk size by ratio");
            return risk.Value * equity / distance * price;
        }

        return (strategy.PercentOfEquity?.Value ?? 1) * equity;
    }

    private void Refuse(string rule)
    {
        coverage.Hit("4.21 refused by " + rule);
        result.RefusedByRisk[rule] = result.RefusedByRisk.GetValueOrDefault(rule) + 1;
    }

    private void Hit(bool condition, string path)
    {
        if (condition)
        {
            coverage.Hit(path);
        }
    }
}
