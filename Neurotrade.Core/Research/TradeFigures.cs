using Neurotrade.Core.Simulation;

namespace Neurotrade.Core.Research;

/// <summary>
/// What a set of closed trades came to (contracts 5.1): of a whole run, or of one symbol, tag or exit reason. A win has
/// a pnl above 0, a loss one of 0 or below. Amounts in quote currency; null where undefined.
/// </summary>
public sealed record TradeFigures
{
    public int Trades { get; private init; }

    public int Wins { get; private init; }

    public int Losses => Trades - Wins;

    /// <summary>Σ pnl.</summary>
    public double Pnl { get; private init; }

    /// <summary>Σ pnl of wins.</summary>
    public double GrossProfit { get; private init; }

    /// <summary>Σ pnl of losses, 0 or below.</summary>
    public double GrossLoss { get; private init; }

    public double? WinRate => Moments.Ratio(Wins, Trades);

    /// <summary>Σ wins / |Σ losses|.</summary>
    public double? ProfitFactor => Moments.Ratio(GrossProfit, Math.Abs(GrossLoss));

    /// <summary>Mean pnl.</summary>
    public double? Expectancy => Moments.Ratio(Pnl, Trades);

    public double? AvgWin => Moments.Ratio(GrossProfit, Wins);

    /// <summary>Negative, or 0.</summary>
    public double? AvgLoss => Moments.Ratio(GrossLoss, Losses);

    public double? BestTrade { get; private init; }

    /// <summary>The lowest pnl, whatever its sign.</summary>
    public double? WorstTrade { get; private init; }

    /// <summary>√trades × mean(pnl) / sample standard deviation (Van Tharp's system quality number).</summary>
    public double? Sqn { get; private init; }

    /// <summary>Mean of exit time − entry time, in seconds.</summary>
    public double? AvgHoldingSeconds { get; private init; }

    public double Fees { get; private init; }

    /// <summary>Mean of pnl_pct, a fraction of what each trade cost.</summary>
    public double? AvgReturn { get; private init; }

    /// <summary>The figures of some trades, summed in the order given.</summary>
    public static TradeFigures Of(IReadOnlyList<BacktestTrade> trades)
    {
        double[] pnl = new double[trades.Count];
        (double profit, double loss, double fees, double returns, int wins, long millis) = (0, 0, 0, 0, 0, 0);
        for (int i = 0; i < pnl.Length; i++)
        {
            BacktestTrade trade = trades[i];
            pnl[i] = trade.Pnl;
            wins += trade.Pnl > 0 ? 1 : 0;
            profit += trade.Pnl > 0 ? trade.Pnl : 0;
            loss += trade.Pnl > 0 ? 0 : trade.Pnl;
            fees += trade.Fees;
            returns += trade.PnlPct;
            millis += trade.ExitMillis - trade.EntryMillis;
        }

        bool isEmpty = pnl.Length == 0;
        double? perDeviation = Moments.Ratio(Moments.Mean(pnl), Moments.SampleDeviation(pnl));
        return new TradeFigures
        {
            Trades = pnl.Length,
            Wins = wins,
            Pnl = Moments.Sum(pnl),
            GrossProfit = profit,
            GrossLoss = loss,
            BestTrade = isEmpty ? null : pnl.Max(),
            WorstTrade = isEmpty ? null : pnl.Min(),
            Sqn = Moments.Finite(Math.Sqrt(pnl.Length) * perDeviation),
            AvgHoldingSeconds = isEmpty ? null : millis / 1000.0 / pnl.Length,
            Fees = fees,
            AvgReturn = Moments.Ratio(returns, pnl.Length),
        };
    }
}
