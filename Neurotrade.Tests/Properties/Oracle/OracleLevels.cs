namespace Neurotrade.Tests.Properties.Oracle;

/// <summary>Stops and targets inside a candle: contracts 4.5, 4.6, 4.7, 4.12, 4.13 and 4.14.</summary>
internal sealed class OracleLevels(OracleStrategy strategy, OracleWallet wallet, OracleMarketFills fills, Coverage coverage)
{
    /// <summary>Comparisons with a level of an average true range that lay within its free last bits.</summary>
    public int NearTies { get; private set; }

    /// <summary>A candle that opens beyond a level fills there (contracts 4.5), stops before targets.</summary>
    public void AtOpen(OracleBook book, OracleCandle candle)
    {
        (double stop, string reason) = ActingStop(book.Position!);
        if (AtMost(candle.Open, stop, book))
        {
            coverage.Hit("4.5 open beyond the stop");
            Hit(candle.Open == stop, "4.5 open exactly at the stop");
            StartExit(book, candle.Open, reason);
            return;
        }

        while (book.Position is OraclePosition position && Target(position) is double target
            && AtLeast(candle.Open, target, book) && fills.CanFill(book))
        {
            coverage.Hit("4.5 open beyond the target");
            Hit(candle.Open == target, "4.5 open exactly at the target");
            TakeProfit(book, candle.Open);
        }
    }

    /// <summary>The rest of the candle: low against the stop, then high against the targets; then it is complete.</summary>
    public void Inside(OracleBook book, OracleCandle candle)
    {
        OraclePosition position = book.Position!;
        bool isInsideFill = ReferenceEquals(position.FilledInside, candle);
        (double stop, string reason) = isInsideFill ? (StopLevel(position), "stop_loss") : ActingStop(position);
        bool reachesTarget = Target(position) is double first && candle.High >= first;
        if (AtMost(candle.Low, stop, book))
        {
            Hit(candle.Low == stop, "4.5 low exactly at the stop");
            Hit(reachesTarget && !isInsideFill, "4.5 both in one bar is a stop");
            Hit(position.EntryTime == book.Candle.Time, "4.7 stop in the bar of the entry");
            Hit(stop > candle.Open && ReferenceEquals(position.FilledAtOpenOf, candle), "4.7 no gap in the bar of the fill");
            Hit(isInsideFill, "4.14 stop in the candle of a fill inside");
            Hit(position.TargetsDone > 0, "4.12 a stop closes what targets left");
            StartExit(book, stop, reason);
            return;
        }

        if (isInsideFill)
        {
            Hit(reachesTarget, "4.14 target not held in the candle of a fill inside");
            return;
        }

        int reached = 0;
        while (book.Position is not null && Target(position) is double target && AtLeast(candle.High, target, book)
            && fills.CanFill(book))
        {
            Hit(candle.High == target, "4.5 high exactly at the target");
            Hit(target < candle.Open && ReferenceEquals(position.FilledAtOpenOf, candle), "4.7 no gap in the bar of the fill");
            Hit(position.EntryTime == book.Candle.Time, "4.7 target in the bar of the entry");
            TakeProfit(book, target);
            reached++;
        }

        Hit(reached > 1, "4.12 several targets in one bar");
        if (book.Position is not null)
        {
            Complete(position, candle);
        }
    }

    /// <summary>Leaves by an order with slippage, which volume may fill only in part (contracts 4.18).</summary>
    public void StartExit(OracleBook book, double price, string reason)
    {
        book.Position!.ExitReason = reason;
        wallet.DropRest(book);
        fills.SellRest(book, price);
    }

    private void Complete(OraclePosition position, OracleCandle candle)
    {
        position.Highest = double.IsNaN(position.Highest) ? candle.High : Math.Max(position.Highest, candle.High);
        if (!position.TrailStarted && strategy.TrailingAfter is Ratio after
            && candle.High >= position.EntryPrice * (1 + after.Value))
        {
            coverage.Hit("4.13 the trail starts after a gain");
            Hit(candle.High == position.EntryPrice * (1 + after.Value), "4.13 the trail starts with a touch");
            position.TrailStarted = true;
        }
    }

    private void TakeProfit(OracleBook book, double price)
    {
        OraclePosition position = book.Position!;
        Target target = strategy.Targets[position.TargetsDone];
        position.TargetsDone++;
        bool isLast = position.TargetsDone == strategy.Targets.Count;
        double share = target.Share.Value * position.EntryQuantity;
        double quantity = isLast ? position.Held : Math.Min(share, position.Held);
        Hit(!isLast, "4.12 a partial target");
        wallet.Sell(book, price, quantity, true, "take_profit");
    }

    private double StopLevel(OraclePosition position) => strategy.StopLoss is not Distance stop
        ? double.NaN
        : stop.IsAtr
            ? position.EntryPrice - (stop.Multiple * position.Atr)
            : position.EntryPrice * (1 - stop.Ratio!.Value);

    private double TrailLevel(OraclePosition position)
    {
        if (strategy.Trailing is not Distance trail || (strategy.TrailingAfter is not null && !position.TrailStarted))
        {
            return double.NaN;
        }

        double highest = position.Highest > position.EntryPrice ? position.Highest : position.EntryPrice;
        return trail.IsAtr ? highest - (trail.Multiple * position.Atr) : highest * (1 - trail.Ratio!.Value);
    }

    // contracts 4.6: the highest acts and names the exit; level with one another, stop_loss.
    private (double Level, string Reason) ActingStop(OraclePosition position)
    {
        double stop = StopLevel(position);
        double trail = TrailLevel(position);
        Hit(trail == stop, "4.6 stop and trail level with one another");
        return double.IsNaN(stop) || trail > stop ? (trail, "trailing_stop") : (stop, "stop_loss");
    }

    private double? Target(OraclePosition position)
    {
        if (position.TargetsDone >= strategy.Targets.Count)
        {
            return null;
        }

        Distance at = strategy.Targets[position.TargetsDone].At;
        return at.IsAtr
            ? position.EntryPrice + (at.Multiple * position.Atr)
            : position.EntryPrice * (1 + at.Ratio!.Value);
    }

    private bool AtMost(double price, double level, OracleBook book)
    {
        Watch(price, level, book);
        return price <= level;
    }

    private bool AtLeast(double price, double level, OracleBook book)
    {
        Watch(price, level, book);
        return price >= level;
    }

    private void Watch(double price, double level, OracleBook book)
    {
        if (strategy.NeedsAtr && book.Position!.Atr > 0 && Math.Abs(price - level) <= 1e-10 * price)
        {
            NearTies++;
        }
    }

    private void Hit(bool condition, string path)
    {
        if (condition)
        {
            coverage.Hit(path);
        }
    }
}
