using System.Collections.Immutable;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;

namespace Neurotrade.Core.Research;

/// <summary>What stands beside the figures of contracts 5.1: everything that explains them.</summary>
public sealed record Analysis
{
    /// <summary>With fewer closed trades, figures of trades may be chance.</summary>
    public const int FewTrades = 30;

    private const double FewDays = 90;
    private const double DominantShare = 0.25;
    private const int TopDrawdowns = 10;

    public required Metrics Metrics { get; init; }

    public required DailyEquity Daily { get; init; }

    public required RiskFigures Risk { get; init; }

    /// <summary>The default first.</summary>
    public required ImmutableArray<MetricConvention> Conventions { get; init; }

    /// <summary>The deepest, deepest first; at most ten.</summary>
    public required ImmutableArray<Drawdown> Drawdowns { get; init; }

    /// <summary>One for each closed trade, in their order.</summary>
    public required ImmutableArray<Excursion> Excursions { get; init; }

    /// <summary>Every symbol of the strategy, in list order.</summary>
    public required ImmutableArray<TradeGroup> BySymbol { get; init; }

    /// <summary>Tags that trades carry, in order of name.</summary>
    public required ImmutableArray<TradeGroup> ByTag { get; init; }

    /// <summary>Exit reasons that occurred, in order of contracts 5.2.</summary>
    public required ImmutableArray<TradeGroup> ByExit { get; init; }

    public required ImmutableArray<PeriodReturn> Months { get; init; }

    public required ImmutableArray<PeriodReturn> Years { get; init; }

    public required RollingSharpe Rolling { get; init; }

    /// <summary>The most wins one after another, in order of exit.</summary>
    public int LongestWinStreak { get; private init; }

    /// <summary>The most losses one after another, in order of exit.</summary>
    public int LongestLossStreak { get; private init; }

    /// <summary>
    /// The share of equity to stake by Kelly's formula over all closed trades: W − (1 − W) / (avg win / avg loss).
    /// </summary>
    public double? Kelly { get; private init; }

    /// <summary>Fees / (pnl + fees), all closed trades; null where there was no profit before fees.</summary>
    public double? FeesOfGrossProfit { get; private init; }

    public double? BestTradeOfProfit { get; private init; }

    /// <summary>What a reader must know before believing a figure.</summary>
    public required ImmutableArray<ResultWarning> Warnings { get; init; }

    /// <summary>All of it; candles may reach beyond the run on both sides.</summary>
    public static Analysis Of(BacktestResult result, ImmutableArray<CandleSeries> candles)
    {
        EquityWalk walk = EquityWalk.Of(result);
        Metrics metrics = Metrics.Of(result, candles, walk);
        TradeFigures figures = metrics.Trades;
        (int wins, int losses) = Streaks(result.Trades);
        double beforeFees = figures.Pnl + figures.Fees;
        double? bestShare = figures.Pnl > 0 ? Moments.Ratio(figures.BestTrade, figures.Pnl) : null;
        return new Analysis
        {
            Metrics = metrics,
            Daily = walk.Daily,
            Risk = RiskFigures.Of(walk.Daily),
            Conventions = MetricConvention.All(result, metrics, walk.Daily),
            Drawdowns = [.. walk.Drawdowns.OrderByDescending(drawdown => drawdown.Depth).Take(TopDrawdowns)],
            Excursions = Excursion.Of(result, candles),
            BySymbol = TradeGroup.BySymbol(result),
            ByTag = TradeGroup.ByTag(result.Trades),
            ByExit = TradeGroup.ByExit(result.Trades),
            Months = PeriodReturn.Months(walk.Daily),
            Years = PeriodReturn.Years(walk.Daily),
            Rolling = RollingSharpe.Of(walk.Daily),
            LongestWinStreak = wins,
            LongestLossStreak = losses,
            Kelly = Moments.Finite(figures.WinRate
                - ((1 - figures.WinRate) / Moments.Ratio(figures.AvgWin, -figures.AvgLoss))),
            FeesOfGrossProfit = beforeFees > 0 ? Moments.Ratio(figures.Fees, beforeFees) : null,
            BestTradeOfProfit = bestShare,
            Warnings = Warn(metrics, bestShare),
        };
    }

    /// <summary>Fewer closed trades than figures of trades need.</summary>
    public bool HasFewTrades => Metrics.Trades.Trades < FewTrades;

    private static (int Wins, int Losses) Streaks(ImmutableArray<BacktestTrade> trades)
    {
        (int wins, int losses, int now) = (0, 0, 0);
        foreach (BacktestTrade trade in trades.OrderBy(trade => trade.ExitMillis).ThenBy(trade => trade.Id))
        {
            bool isWin = trade.Pnl > 0;
            now = isWin ? Math.Max(now, 0) + 1 : Math.Min(now, 0) - 1;
            (wins, losses) = (Math.Max(wins, now), Math.Max(losses, -now));
        }

        return (wins, losses);
    }

    private static ImmutableArray<ResultWarning> Warn(Metrics metrics, double? bestShare)
    {
        ImmutableArray<ResultWarning>.Builder warnings = ImmutableArray.CreateBuilder<ResultWarning>();
        if (metrics.Trades.Trades < FewTrades)
        {
            warnings.Add(new("few_trades", "Fewer than 30 closed trades: the trade figures may be chance."));
        }

        double days = metrics.Start is { } start && metrics.End is { } end
            ? (end.UnixMillis - start.UnixMillis) / (double)Instant.MillisPerDay
            : 0;
        if (days < FewDays)
        {
            warnings.Add(new("short_span", "Fewer than 90 days: annual figures are stretched from little."));
        }

        if (bestShare > DominantShare)
        {
            warnings.Add(new("one_trade_dominates", "One trade made more than 25% of all closed trades' profit."));
        }

        return warnings.DrainToImmutable();
    }
}

/// <summary>A caution about a result.</summary>
/// <param name="Code">For programs.</param>
/// <param name="Text">For people.</param>
public sealed record ResultWarning(string Code, string Text);
