using System.Collections.Immutable;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;

namespace Neurotrade.Core.Research;

/// <summary>
/// The CSV files of a run (contracts 5.2, 5.3), and two beside them: each trade's excursion, each day.
/// </summary>
public static class ResultTables
{
    // Positions are long in this version; entry_short is reserved (contracts 3).
    private const string Side = "long";

    // A part is formatted by one thread; its size does not depend on how many there are.
    private const int RowsOfPart = 1 << 15;
    private const int LongestEquityRow = 128;

    public static ResultFile Trades(ImmutableArray<BacktestTrade> trades)
    {
        CsvText csv = new(64 + (trades.Length * 220));
        csv.Header("id,symbol,side,entry_time,entry_price,exit_time,exit_price,quantity,pnl,pnl_pct,fees,bars_held,"
            + "exit_reason,tag");
        foreach (BacktestTrade trade in trades)
        {
            csv.Whole(trade.Id).Text(trade.Symbol.ToString()).Text(Side)
                .Time(trade.EntryMillis).Number(trade.EntryPrice)
                .Time(trade.ExitMillis).Number(trade.ExitPrice)
                .Number(trade.Quantity).Number(trade.Pnl).Number(trade.PnlPct).Number(trade.Fees)
                .Whole(trade.BarsHeld).Text(trade.ExitReason.Text()).Text(trade.Tag).EndRow();
        }

        return ResultFile.Of("trades.csv", csv);
    }

    public static ResultFile Fills(ImmutableArray<BacktestFill> fills)
    {
        CsvText csv = new(64 + (fills.Length * 140));
        csv.Header("id,trade_id,order_id,time,symbol,side,price,quantity,fee,liquidity,reason");
        foreach (BacktestFill fill in fills)
        {
            csv.Whole(fill.Id).Whole(fill.TradeId).Whole(fill.OrderId).Time(fill.Millis)
                .Text(fill.Symbol.ToString()).Text(fill.Side.Text())
                .Number(fill.Price).Number(fill.Quantity).Number(fill.Fee)
                .Text(fill.Liquidity.Text()).Text(fill.Reason.Text()).EndRow();
        }

        return ResultFile.Of("fills.csv", csv);
    }

    /// <summary>A row for each bar; drawdown is (peak − equity) / peak, the capital being the first peak.</summary>
    public static ResultFile Equity(BacktestResult result)
    {
        int bars = result.Times.Length;
        int parts = (bars + RowsOfPart - 1) / RowsOfPart;
        double[] peaks = PeaksBefore(result, parts);
        ReadOnlyMemory<byte>[] written = new ReadOnlyMemory<byte>[parts];
        Parallel.For(0, parts, part =>
        {
            int from = part * RowsOfPart;
            int to = Math.Min(bars, from + RowsOfPart);
            written[part] = EquityPart(result, from, to, peaks[part]);
        });
        CsvText header = new();
        header.Header("time,equity,cash,position_value,drawdown");
        return new ResultFile("equity.csv", [header.Written, .. written]);
    }

    /// <summary><c>id,mae,mfe</c>: fractions of the entry price, a row for each closed trade.</summary>
    public static ResultFile Excursions(ImmutableArray<BacktestTrade> trades, ImmutableArray<Excursion> excursions)
    {
        Guard.That(trades.Length == excursions.Length);
        CsvText csv = new(32 + (trades.Length * 60));
        csv.Header("id,mae,mfe");
        for (int i = 0; i < trades.Length; i++)
        {
            csv.Whole(trades[i].Id).Number(excursions[i].Adverse).Number(excursions[i].Favourable).EndRow();
        }

        return ResultFile.Of("excursions.csv", csv);
    }

    /// <summary><c>date,equity,return,rolling_sharpe</c>: a row for each UTC day with bars.</summary>
    public static ResultFile Days(DailyEquity daily, RollingSharpe rolling)
    {
        CsvText csv = new(64 + (daily.Days.Length * 80));
        csv.Header("date,equity,return,rolling_sharpe");
        for (int i = 0; i < daily.Days.Length; i++)
        {
            double dayReturn = i < daily.Returns.Length ? daily.Returns[i] : double.NaN;
            double sharpe = i < rolling.Values.Length ? rolling.Values[i] ?? double.NaN : double.NaN;
            string date = new Instant(daily.Days[i] * Instant.MillisPerDay).ToString()[..10];
            csv.Text(date).Number(daily.Equity[i]).Number(dayReturn).Number(sharpe).EndRow();
        }

        return ResultFile.Of("daily.csv", csv);
    }

    private static double[] PeaksBefore(BacktestResult result, int parts)
    {
        double[] peaks = new double[parts];
        double peak = result.Capital;
        for (int part = 0; part < parts; part++)
        {
            peaks[part] = peak;
            int from = part * RowsOfPart;
            foreach (double equity in result.Equity.AsSpan(from, Math.Min(RowsOfPart, result.Equity.Length - from)))
            {
                peak = equity > peak ? equity : peak;
            }
        }

        return peaks;
    }

    private static ReadOnlyMemory<byte> EquityPart(BacktestResult result, int from, int to, double peak)
    {
        CsvText csv = new((to - from) * LongestEquityRow);
        for (int i = from; i < to; i++)
        {
            double equity = result.Equity[i];
            peak = equity > peak ? equity : peak;
            csv.Time(result.Times[i]).Number(equity, 0).Number(result.Cash[i], 1).Number(result.PositionValue[i], 2)
                .Number((peak - equity) / peak, 3).EndRow();
        }

        return csv.Written;
    }
}
