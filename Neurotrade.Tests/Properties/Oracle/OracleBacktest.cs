namespace Neurotrade.Tests.Properties.Oracle;

/// <summary>
/// Contracts section 4 recomputed in the plainest way: one loop over the times, in it one loop over the symbols for
/// each stage of rule 16. Shares no code with the product.
/// </summary>
internal sealed class OracleBacktest
{
    private readonly OracleStrategy strategy;
    private readonly OracleResult result = new();
    private readonly Coverage coverage;
    private readonly List<OracleBook> books = [];
    private readonly OracleWallet wallet;
    private readonly OracleMarketFills fills;
    private readonly OracleLevels levels;
    private readonly OracleClose close;

    private OracleBacktest(OracleStrategy strategy, OracleMarket market, Coverage coverage)
    {
        (this.strategy, this.coverage) = (strategy, coverage);
        wallet = new OracleWallet(strategy, result, coverage);
        fills = new OracleMarketFills(strategy, wallet, result, coverage);
        levels = new OracleLevels(strategy, wallet, fills, coverage);
        foreach (OracleSymbol symbol in market.Symbols)
        {
            books.Add(new OracleBook { Symbol = symbol, Rules = new OracleRules(strategy, symbol.Bars) });
        }

        close = new OracleClose(strategy, books, wallet, fills, result, coverage);
    }

    public static OracleResult Run(OracleStrategy strategy, OracleMarket market, Coverage coverage)
    {
        OracleBacktest run = new(strategy, market, coverage);
        run.Walk();
        return run.result;
    }

    private void Walk()
    {
        // contracts 4.16: the union of the symbols' candles; 1: [from, to) on the open time.
        List<long> times = [.. books.SelectMany(b => b.Symbol.Bars).Select(b => b.Time).Distinct().Order()];
        times.RemoveAll(t => t < (strategy.From ?? long.MinValue) || t >= (strategy.To ?? long.MaxValue));
        foreach (long time in times)
        {
            foreach (OracleBook book in books)
            {
                int bar = book.Symbol.Bars.FindIndex(Math.Max(book.Bar, 0), b => b.Time >= time);
                book.HasBar = bar >= 0 && book.Symbol.Bars[bar].Time == time;
                if (book.HasBar)
                {
                    book.Bar = bar;
                    SetPieces(book);
                }
            }

            List<OracleBook> open = books.FindAll(b => b.HasBar);
            Hit(open.Count < books.Count, "4.16 a symbol without a candle keeps its mark");
            open.ForEach(ExitsAtOpen);
            open.ForEach(EntriesAtOpen);
            open.ForEach(Levels);
            close.At(time, open);
        }

        result.Trades.Sort((a, b) => a.Id.CompareTo(b.Id));
        foreach (OracleBook book in books)
        {
            if (book.Position is OraclePosition p)
            {
                coverage.Hit("4.8 a position left open");
                result.Open.Add(new OracleOpen(p.TradeId, book.Symbol.Name, p.EntryTime, p.EntryPrice, p.Held));
            }

            result.NearTies += book.Rules.NearTies;
        }

        result.NearTies += levels.NearTies;
    }

    // contracts 4.17: a bar all of whose finer candles are there is walked in them.
    private void SetPieces(OracleBook book)
    {
        OracleCandle bar = book.Candle;
        book.Pieces = [bar];
        book.LacksDetail = false;
        if (strategy.DetailMillis is long detail)
        {
            List<OracleCandle> finer = book.Symbol.Detail!;
            int first = FirstAtOrAfter(finer, bar.Time);
            int next = FirstAtOrAfter(finer, bar.Time + strategy.BarMillis);
            bool isWhole = next - first == strategy.BarMillis / detail;
            book.LacksDetail = !isWhole;
            book.Pieces = isWhole ? finer.GetRange(first, next - first) : book.Pieces;
        }
    }

    private static int FirstAtOrAfter(List<OracleCandle> candles, long time)
    {
        int low = 0;
        int high = candles.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = candles[middle].Time < time ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private void ExitsAtOpen(OracleBook book)
    {
        if (book.Position is not OraclePosition position)
        {
            return;
        }

        // contracts 4.7: reasons in the order risk, signal, max_holding.
        bool isTooOld = strategy.MaxHolding is Length holding && (holding.Bars is int bars
            ? book.Bar - position.EntryBar >= bars
            : book.Candle.Time - position.EntryTime >= holding.Millis);
        if (position.ExitReason is null && !isTooOld)
        {
            // contracts 4.5: what the bar opens beyond is filled at the open, so it is an exit at an open.
            levels.AtOpen(book, book.Pieces[0]);
            return;
        }

        Hit(isTooOld && position.ExitReason == "signal", "4.7 signal before max_holding at one open");
        Hit(position.ExitReason == "risk", "4.21 flattened at the open");
        Hit(strategy.MaxHolding is { Bars: null } && isTooOld && book.Bar > 0
            && book.Candle.Time - book.Symbol.Bars[book.Bar - 1].Time > strategy.BarMillis, "4.13 max_holding over a gap");
        levels.StartExit(book, book.Candle.Open, position.ExitReason ?? "max_holding");
    }

    private void EntriesAtOpen(OracleBook book)
    {
        if (book.Order is not OracleOrder order)
        {
            return;
        }

        if (strategy.LimitOffset is null)
        {
            Hit(book.Candle.Time - book.Symbol.Bars[order.SignalBar].Time > strategy.BarMillis, "4 the next candle is late");
            Hit(book.LastExitBar == book.Bar - 1 && book.LastExitBar >= 0, "4.7 entry again at the next open");
            fills.BuyAtOpen(book, wallet.Cash);
        }
        else if (book.Candle.Open < order.LimitPrice && fills.CanFill(book))
        {
            coverage.Hit("4.14 a limit fills at the open");
            FillLimit(book, order, book.Pieces[0], book.Candle.Open, true);
        }
    }

    private void FillLimit(OracleBook book, OracleOrder order, OracleCandle piece, double price, bool isAtOpen)
    {
        book.Order = null;
        wallet.Buy(book, order, price, order.LimitQuantity, true);
        book.Position!.FilledAtOpenOf = isAtOpen ? piece : null;
        book.Position.FilledInside = isAtOpen ? null : piece;
    }

    private void Levels(OracleBook book)
    {
        if (book.LacksDetail && (book.Position is not null || book.Order is { LimitQuantity: > 0 }))
        {
            coverage.Hit("4.17 a bar without its detail");
            result.BarsWithoutDetail++;
        }

        foreach (OracleCandle piece in book.Pieces)
        {
            bool isFirst = ReferenceEquals(piece, book.Pieces[0]);
            if (book.Order is { LimitQuantity: > 0 } order)
            {
                RestingLimit(book, order, piece, isFirst);
            }

            // The bar's own open was asked with the exits at opens; contracts 4.7: no gap in the candle of a fill.
            if (!isFirst && book.Position is { ExitReason: null } held && !ReferenceEquals(held.FilledAtOpenOf, piece)
                && !ReferenceEquals(held.FilledInside, piece))
            {
                levels.AtOpen(book, piece);
            }

            if (book.Position is { ExitReason: null })
            {
                int count = result.Fills.Count;
                levels.Inside(book, piece);
                Hit(result.Fills.Count > count && book.Pieces.Count > 1, "4.17 decided in a finer candle");
            }
        }
    }

    // contracts 4.14; the bar's own open was asked with the entries at opens.
    private void RestingLimit(OracleBook book, OracleOrder order, OracleCandle piece, bool isFirst)
    {
        Hit(piece.Low == order.LimitPrice, "4.14 touching a limit is not enough");
        if (!fills.CanFill(book))
        {
            return;
        }

        if (!isFirst && piece.Open < order.LimitPrice)
        {
            coverage.Hit("4.17 a limit fills at the open of a finer candle");
            FillLimit(book, order, piece, piece.Open, true);
        }
        else if (piece.Low < order.LimitPrice)
        {
            coverage.Hit("4.14 a limit fills inside");
            FillLimit(book, order, piece, order.LimitPrice, false);
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
