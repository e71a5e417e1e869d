using System.Collections.Immutable;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;

namespace Neurotrade.Core.Research;

/// <summary>
/// How far a trade went against its entry price and in its favour while it was surely open: the ranges of the
/// strategy's bars from the entry's up to the one before the exit's, and the exit price. What the exit's bar did beside
/// it may have come after, so it does not count; nor does the high of a bar in which a limit entry filled inside
/// (contracts 4.14).
/// </summary>
/// <param name="Adverse">(worst price − entry) / entry, 0 or below (MAE).</param>
/// <param name="Favourable">(best price − entry) / entry, 0 or above (MFE).</param>
public readonly record struct Excursion(double Adverse, double Favourable)
{
    /// <summary>One for each closed trade, in their order.</summary>
    public static ImmutableArray<Excursion> Of(BacktestResult result, ImmutableArray<CandleSeries> candles)
    {
        Dictionary<int, BacktestFill> entries = [];
        foreach (BacktestFill fill in result.Fills)
        {
            if (fill.Reason == FillReason.Entry)
            {
                entries.TryAdd(fill.TradeId, fill);
            }
        }

        ImmutableArray<Excursion>.Builder all = ImmutableArray.CreateBuilder<Excursion>(result.Trades.Length);
        foreach (BacktestTrade trade in result.Trades)
        {
            CandleSeries? series = candles.FirstOrDefault(candidate => candidate.Symbol == trade.Symbol);
            bool isLimit = entries.TryGetValue(trade.Id, out BacktestFill? entry) && entry.Liquidity == Liquidity.Maker;
            all.Add(series is null ? OfPrices(trade) : Of(trade, series, isLimit));
        }

        return all.MoveToImmutable();
    }

    private static Excursion Of(BacktestTrade trade, CandleSeries series, bool isLimit)
    {
        int from = series.IndexAtOrAfter(trade.EntryMillis);
        int to = series.IndexAtOrAfter(trade.ExitMillis);
        double worst = Math.Min(trade.EntryPrice, trade.ExitPrice);
        double best = Math.Max(trade.EntryPrice, trade.ExitPrice);
        ReadOnlySpan<double> lows = series.Lows;
        ReadOnlySpan<double> highs = series.Highs;
        for (int i = from; i < to; i++)
        {
            worst = Math.Min(worst, lows[i]);
            bool isFilledInside = i == from && isLimit && trade.EntryPrice < series.Opens[i];
            best = isFilledInside ? best : Math.Max(best, highs[i]);
        }

        return new Excursion((worst / trade.EntryPrice) - 1, (best / trade.EntryPrice) - 1);
    }

    private static Excursion OfPrices(BacktestTrade trade)
    {
        double move = (trade.ExitPrice / trade.EntryPrice) - 1;
        return new Excursion(Math.Min(0, move), Math.Max(0, move));
    }
}
