using System.Collections.Immutable;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;

namespace Neurotrade.Core.Research;

/// <summary><c>metrics.json</c>: the figures of contracts 5.1 in their order, then what stands beside them.</summary>
public static class MetricsFile
{
    public static ResultFile Of(BacktestResult result, Analysis analysis)
    {
        using JsonText json = new();
        json.Fields(() =>
        {
            Figures(json, analysis.Metrics);
            OpenPositions(json, result.OpenPositions);
            json.Name("warnings").Items(analysis.Warnings, warning => json.Fields(() =>
                json.Field("code", warning.Code).Field("text", warning.Text)));
            Risk(json, analysis);
            Trading(json, analysis);
            Drawdowns(json, analysis.Drawdowns);
            Groups(json, "by_symbol", "symbol", analysis.BySymbol);
            Groups(json, "by_tag", "tag", analysis.ByTag);
            Groups(json, "by_exit_reason", "exit_reason", analysis.ByExit);
            Periods(json, analysis);
            Conventions(json, analysis.Conventions);
            Counts(json, result.Counts);
        });
        return new ResultFile("metrics.json", [json.Finish()]);
    }

    /// <summary>The fields of contracts 5.1 alone, into an object that is open.</summary>
    public static void Figures(JsonText json, Metrics metrics)
    {
        TradeFigures trades = metrics.Trades;
        json.Field("bars", metrics.Bars).Field("start", metrics.Start).Field("end", metrics.End)
            .Field("capital", metrics.Capital).Field("final_equity", metrics.FinalEquity)
            .Field("total_return", metrics.TotalReturn).Field("cagr", metrics.Cagr)
            .Field("sharpe", metrics.Sharpe).Field("sortino", metrics.Sortino).Field("calmar", metrics.Calmar)
            .Field("max_drawdown", metrics.MaxDrawdown).Field("max_drawdown_days", metrics.MaxDrawdownDays)
            .Field("volatility", metrics.Volatility).Field("exposure", metrics.Exposure)
            .Field("trades", trades.Trades).Field("wins", trades.Wins).Field("losses", trades.Losses)
            .Field("win_rate", trades.WinRate).Field("profit_factor", trades.ProfitFactor)
            .Field("expectancy", trades.Expectancy).Field("avg_win", trades.AvgWin).Field("avg_loss", trades.AvgLoss)
            .Field("best_trade", trades.BestTrade).Field("worst_trade", trades.WorstTrade).Field("sqn", trades.Sqn)
            .Field("avg_holding_seconds", trades.AvgHoldingSeconds).Field("fees_paid", metrics.FeesPaid)
            .Field("turnover", metrics.Turnover).Field("buy_and_hold_return", metrics.BuyAndHoldReturn);
    }

    private static void OpenPositions(JsonText json, ImmutableArray<OpenPosition> positions) =>
        json.Name("open_positions").Items(positions, position => json.Fields(() => json
            .Field("trade_id", position.TradeId).Field("symbol", position.Symbol.ToString())
            .Field("entry_time", new Instant(position.EntryMillis)).Field("entry_price", position.EntryPrice)
            .Field("quantity", position.Quantity).Field("entry_fee", position.EntryFee)
            .Field("last_close", position.LastClose).Field("unrealized_pnl", position.UnrealizedPnl)
            .Field("tag", position.Tag)));

    private static void Risk(JsonText json, Analysis analysis)
    {
        RiskFigures risk = analysis.Risk;
        json.Name("risk").Fields(() => json
            .Field("days", risk.Days).Field("value_at_risk_95", risk.ValueAtRisk95)
            .Field("conditional_value_at_risk_95", risk.ConditionalValueAtRisk95).Field("ulcer_index", risk.Ulcer)
            .Field("omega", risk.Omega).Field("skew", risk.Skew).Field("kurtosis", risk.Kurtosis)
            .Field("probabilistic_sharpe", risk.ProbabilisticSharpe)
            .Field("sharpe_low_95", risk.SharpeLow95).Field("sharpe_high_95", risk.SharpeHigh95)
            .Field("best_day", risk.BestDay).Field("worst_day", risk.WorstDay)
            .Field("positive_days", risk.PositiveDays));
        double[] rolling = [.. analysis.Rolling.Values.Where(value => value is not null).Select(value => value!.Value)];
        json.Name("rolling_sharpe").Fields(() => json
            .Field("window_days", analysis.Rolling.WindowDays)
            .Field("lowest", rolling.Length == 0 ? null : rolling.Min())
            .Field("median", RiskFigures.Quantile(rolling, 0.5))
            .Field("highest", rolling.Length == 0 ? null : rolling.Max())
            .Field("last", analysis.Rolling.Values.LastOrDefault()));
    }

    private static void Trading(JsonText json, Analysis analysis)
    {
        ImmutableArray<Excursion> excursions = analysis.Excursions;
        json.Name("trading").Fields(() => json
            .Field("longest_win_streak", analysis.LongestWinStreak)
            .Field("longest_loss_streak", analysis.LongestLossStreak)
            .Field("kelly", analysis.Kelly)
            .Field("avg_trade_return", analysis.Metrics.Trades.AvgReturn)
            .Field("avg_mae", Moments.Mean([.. excursions.Select(excursion => excursion.Adverse)]))
            .Field("worst_mae", excursions.IsEmpty ? null : excursions.Min(excursion => excursion.Adverse))
            .Field("avg_mfe", Moments.Mean([.. excursions.Select(excursion => excursion.Favourable)]))
            .Field("best_mfe", excursions.IsEmpty ? null : excursions.Max(excursion => excursion.Favourable))
            .Field("fees_of_gross_profit", analysis.FeesOfGrossProfit)
            .Field("best_trade_of_profit", analysis.BestTradeOfProfit));
    }

    private static void Drawdowns(JsonText json, ImmutableArray<Drawdown> drawdowns) =>
        json.Name("drawdowns").Items(drawdowns, drawdown => json.Fields(() => json
            .Field("depth", drawdown.Depth).Field("start", new Instant(drawdown.PeakMillis))
            .Field("trough", new Instant(drawdown.TroughMillis))
            .Field("recovery", drawdown.IsRecovered ? new Instant(drawdown.EndMillis) : (Instant?)null)
            .Field("days", drawdown.Days)));

    private static void Groups(JsonText json, string name, string key, ImmutableArray<TradeGroup> groups) =>
        json.Name(name).Items(groups, group => json.Fields(() =>
        {
            TradeFigures figures = group.Figures;
            json.Field(key, group.Name).Field("trades", figures.Trades).Field("wins", figures.Wins)
                .Field("win_rate", figures.WinRate).Field("pnl", figures.Pnl).Field("fees", figures.Fees)
                .Field("profit_factor", figures.ProfitFactor).Field("expectancy", figures.Expectancy)
                .Field("avg_trade_return", figures.AvgReturn)
                .Field("avg_holding_seconds", figures.AvgHoldingSeconds);
        }));

    private static void Periods(JsonText json, Analysis analysis)
    {
        json.Name("months").Items(analysis.Months, month => json.Fields(() =>
            json.Field("year", month.Year).Field("month", month.Month).Field("return", month.Return)));
        json.Name("years").Items(analysis.Years, year => json.Fields(() =>
            json.Field("year", year.Year).Field("return", year.Return)));
    }

    /// <summary>The field <c>conventions</c>, into an object that is open.</summary>
    public static void Conventions(JsonText json, ImmutableArray<MetricConvention> conventions) =>
        json.Name("conventions").Items(conventions, convention => json.Fields(() => json
            .Field("name", convention.Name).Field("sharpe", convention.Sharpe).Field("sortino", convention.Sortino)
            .Field("cagr", convention.Cagr).Field("calmar", convention.Calmar)
            .Field("max_drawdown", convention.MaxDrawdown).Field("profit_factor", convention.ProfitFactor)
            .Field("expectancy", convention.Expectancy).Field("expectancy_unit", convention.ExpectancyUnit)
            .Field("sqn", convention.Sqn)));

    private static void Counts(JsonText json, BacktestCounts counts) =>
        json.Name("counts").Fields(() =>
        {
            json.Field("orders_below_minimum", counts.OrdersBelowMinimum)
                .Field("orders_without_atr", counts.OrdersWithoutAtr)
                .Field("entries_not_filled", counts.EntriesNotFilled)
                .Field("bars_without_detail", counts.BarsWithoutDetail);
            json.Name("entries_refused_by_risk").Fields(() =>
            {
                foreach ((string rule, int count) in counts.EntriesRefusedByRisk)
                {
                    json.Field(rule, count);
                }
            });
        });
}
