namespace Neurotrade.Tests.Properties.Oracle;

/// <summary>Cash and what fills do to it: the arithmetic of contracts 4.19, in its order.</summary>
internal sealed class OracleWallet(OracleStrategy strategy, OracleResult result, Coverage coverage)
{
    private int entries;

    public double Cash { get; private set; } = strategy.Capital;

    /// <summary>Times of trades closed by a stop or trailing stop, for the guards (contracts 4.21).</summary>
    public List<long> StopExits { get; } = [];

    public void Buy(OracleBook book, OracleOrder order, double price, double quantity, bool isMaker)
    {
        double rate = isMaker ? strategy.MakerFee : strategy.TakerFee;
        double fee = quantity * price * rate;
        double cost = (quantity * price) + fee;
        Cash -= cost;
        order.Spent += cost;
        OraclePosition position = book.Position ??= new OraclePosition
        {
            TradeId = ++entries,
            EntryTime = book.Candle.Time,
            EntryBar = book.Bar,
            Atr = order.Atr,
            Tag = order.Tag,
        };
        position.EntryFills++;
        position.EntryNotional += quantity * price;
        position.EntryQuantity += quantity;
        position.EntryPrice = position.EntryFills == 1 ? price : position.EntryNotional / position.EntryQuantity;
        position.Cost += cost;
        position.Fees += fee;
        position.Held += quantity;
        result.Fills.Add(new OracleFill(
            position.TradeId, book.Candle.Time, book.Symbol.Name, true, price, quantity, fee, isMaker, "entry"));
    }

    public void Sell(OracleBook book, double price, double quantity, bool isMaker, string reason)
    {
        OraclePosition position = book.Position!;
        double rate = isMaker ? strategy.MakerFee : strategy.TakerFee;
        double fee = quantity * price * rate;
        double proceeds = (quantity * price) - fee;
        Cash += proceeds;
        position.ExitFills++;
        position.ExitNotional += quantity * price;
        position.ExitQuantity += quantity;
        position.ExitPrice = position.ExitFills == 1 ? price : position.ExitNotional / position.ExitQuantity;
        position.Proceeds += proceeds;
        position.Fees += fee;
        position.Held = quantity == position.Held ? 0 : position.Held - quantity;
        result.Fills.Add(new OracleFill(
            position.TradeId, book.Candle.Time, book.Symbol.Name, false, price, quantity, fee, isMaker, reason));

        DropRest(book);
        if (position.Held == 0)
        {
            Close(book, position, reason);
        }
    }

    /// <summary>An exit drops the rest of an entry (contracts 4.18).</summary>
    public void DropRest(OracleBook book)
    {
        if (book.Order is not null)
        {
            coverage.Hit("4.18 an exit drops the rest of an entry");
            book.Order = null;
        }
    }

    private void Close(OracleBook book, OraclePosition position, string reason)
    {
        double pnl = position.Proceeds - position.Cost;
        result.Trades.Add(new OracleTrade(
            position.TradeId,
            book.Symbol.Name,
            position.EntryTime,
            position.EntryPrice,
            book.Candle.Time,
            position.ExitPrice,
            position.EntryQuantity,
            pnl,
            pnl / position.Cost,
            position.Fees,
            book.Bar - position.EntryBar,
            reason,
            position.Tag));
        coverage.Hit("exit " + reason);
        if (position.ExitFills > 1)
        {
            coverage.Hit("4.12 a trade of several exits");
        }

        if (reason is "stop_loss" or "trailing_stop")
        {
            StopExits.Add(book.Candle.Time);
        }

        book.Position = null;
        book.LastExitBar = book.Bar;
    }
}
