using Neurotrade.Core.Market;
using Neurotrade.Core.Research;
using Neurotrade.Core.Simulation;

namespace Neurotrade.Tests.Research;

public sealed class AnalysisTests
{
    [Fact]
    public void Drawdowns_ComeDeepestFirst_WithStartTroughAndRecovery()
    {
        BacktestResult run = Runs.Of(Timeframe.Day, 100, 110, 99, 110, 120, 60, 90, 121, 120);

        Analysis analysis = Analysis.Of(run, []);

        Assert.Equal(3, analysis.Drawdowns.Length);
        Drawdown deepest = analysis.Drawdowns[0];
        Assert.Equal((3, 4, (int?)6), (deepest.PeakBar, deepest.TroughBar, deepest.RecoveryBar));
        Assert.Equal(0.5, deepest.Depth);
        Assert.Equal(3, deepest.Days);
        Assert.Equal(Instant.FromDate(2024, 1, 5).UnixMillis, deepest.PeakMillis);
        Assert.Equal((0.1, 2.0), (Math.Round(analysis.Drawdowns[1].Depth, 12), analysis.Drawdowns[1].Days));
        Assert.False(analysis.Drawdowns[2].IsRecovered);
    }

    [Fact]
    public void Months_AndYears_AreHeldAgainstTheEquityBeforeThem()
    {
        long[] times =
        [
            Instant.FromDate(2023, 12, 30).UnixMillis, Instant.FromDate(2023, 12, 31).UnixMillis,
            Instant.FromDate(2024, 2, 1).UnixMillis, Instant.FromDate(2024, 2, 29).UnixMillis,
        ];
        Analysis analysis = Analysis.Of(Runs.At(Timeframe.Day, 100, times, [150, 110, 1, 121]), []);

        Assert.Equal([(2023, 12), (2024, 2)], analysis.Months.Select(month => (month.Year, month.Month)));
        Assert.Equal(0.1, analysis.Months[0].Return!.Value, 12);
        Assert.Equal(0.1, analysis.Months[1].Return!.Value, 12);
        Assert.Equal([2023, 2024], analysis.Years.Select(year => year.Year));
    }

    [Fact]
    public void Streaks_FollowTheOrderOfExits()
    {
        BacktestResult run = Runs.Of(Timeframe.Day, 1000, 1000) with
        {
            Trades = Runs.Trades(1, 1, -1, -1, -1, 1),
        };
        BacktestTrade last = run.Trades[5] with { ExitMillis = run.Trades[1].ExitMillis + 1 };

        Analysis analysis = Analysis.Of(run with { Trades = run.Trades.SetItem(5, last) }, []);

        Assert.Equal((3, 3), (analysis.LongestWinStreak, analysis.LongestLossStreak));
    }

    [Fact]
    public void Groups_SplitTradesByTagReasonAndSymbol()
    {
        BacktestResult run = Runs.Of(Timeframe.Day, 1000, 1000) with
        {
            Trades =
            [
                Runs.Trade(1, 5, "b"), Runs.Trade(2, -1, "a"),
                Runs.Trade(3, 2) with { ExitReason = FillReason.StopLoss }, Runs.Trade(4, 3, "b"),
            ],
        };

        Analysis analysis = Analysis.Of(run, []);

        Assert.Equal(["", "a", "b"], analysis.ByTag.Select(group => group.Name));
        Assert.Equal((2, 8.0), (analysis.ByTag[2].Figures.Trades, analysis.ByTag[2].Figures.Pnl));
        Assert.Equal(["signal", "stop_loss"], analysis.ByExit.Select(group => group.Name));
        Assert.Equal(("BTC/USDT", 4), (analysis.BySymbol[0].Name, analysis.BySymbol[0].Figures.Trades));
    }

    [Fact]
    public void Excursion_CountsTheBarsBeforeTheExitsAndTheExitPrice()
    {
        CandleSeries candles = CandleSeries.From(Runs.Btc, Timeframe.Day,
        [
            new(Runs.Start, 100, 130, 95, 100, 1), new(Runs.Start + Instant.MillisPerDay, 100, 120, 90, 100, 1),
            new(Runs.Start + (2 * Instant.MillisPerDay), 100, 500, 1, 100, 1),
        ]);
        BacktestTrade trade = Runs.Trade(1, 1) with
        {
            EntryMillis = Runs.Start,
            EntryPrice = 100,
            ExitMillis = Runs.Start + (2 * Instant.MillisPerDay),
            ExitPrice = 105,
        };
        BacktestResult run = Runs.Of(Timeframe.Day, 1000, 1, 1, 1) with { Trades = [trade] };

        Assert.Equal([-0.1, 0.3], Round(Excursion.Of(run, [candles])[0]));

        BacktestFill limit = new(
            1, 1, 1, Runs.Start, Runs.Btc, TradeSide.Buy, 99, 1, 0, Liquidity.Maker, FillReason.Entry);
        BacktestResult inside = run with { Trades = [trade with { EntryPrice = 99 }], Fills = [limit] };
        double[] expected = [Math.Round((90 / 99.0) - 1, 9), Math.Round((120 / 99.0) - 1, 9)];
        Assert.Equal(expected, Round(Excursion.Of(inside, [candles])[0]));

        static double[] Round(Excursion excursion) =>
            [Math.Round(excursion.Adverse, 9), Math.Round(excursion.Favourable, 9)];
    }

    [Fact]
    public void Warnings_NameWhatMakesAResultWeak()
    {
        Analysis few = Analysis.Of(Runs.Of(Timeframe.Day, 1000, 1001) with { Trades = Runs.Trades(10, 1) }, []);
        double[] many = [.. Enumerable.Repeat(1.0, 40)];
        Analysis fine = Analysis.Of(
            Runs.Of(Timeframe.Day, 1000, [.. Enumerable.Repeat(1001.0, 90)]) with { Trades = Runs.Trades(many) }, []);

        Assert.Equal(["few_trades", "short_span", "one_trade_dominates"], few.Warnings.Select(warning => warning.Code));
        Assert.Empty(fine.Warnings);
    }

    [Fact]
    public void Risk_OfAHandWorkedYear_HasItsQuantiles()
    {
        // Returns -3 %, -1 %, 0 … : the 5 % quantile of 5 values lies 0.2 of the way from the first to the second.
        DailyEquity daily = EquityWalk.Of(Runs.Of(Timeframe.Day, 100, 97, 97 * 0.99, 97 * 0.99, 98, 99)).Daily;

        RiskFigures risk = RiskFigures.Of(daily);

        Assert.Equal(0.03 - (0.2 * 0.02), risk.ValueAtRisk95!.Value, 12);
        Assert.Equal(0.03, risk.ConditionalValueAtRisk95!.Value, 12);
        double gains = (98 / (97 * 0.99)) - 1 + (99 / 98.0) - 1;
        Assert.Equal(gains / 0.04, risk.Omega!.Value, 9);
    }

    [Fact]
    public void ProbabilisticSharpe_UsesRawKurtosis()
    {
        // Worked out apart from this code: s = 0.6054788 a day, n = 10, population skew and raw kurtosis.
        DailyEquity daily = EquityWalk.Of(
            Runs.Of(Timeframe.Day, 1000, 1010, 1005, 1020, 1015, 1030, 1025, 1040, 1060, 1050, 1075)).Daily;

        RiskFigures risk = RiskFigures.Of(daily);

        Assert.Equal(-0.18242772917277528, risk.Skew!.Value, 9);
        Assert.Equal(1.437197858695536, risk.Kurtosis!.Value, 9);
        Assert.Equal(0.954814933838871, risk.ProbabilisticSharpe!.Value, 9);
    }

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 0.8413447460685429)]
    [InlineData(-1.96, 0.024997895148220435)]
    [InlineData(5.5, 0.9999999810104375)]
    [InlineData(-7, 1.279812543885835e-12)]
    [InlineData(-20, 2.7536241186062337e-89)]
    public void NormalDistribution_Below_IsRightInTheMiddleAndInTheTails(double x, double expected) =>
        Assert.Equal(1, NormalDistribution.Below(x) / expected, 9);

    [Fact]
    public void Rolling_BeforeItsWindowIsFull_IsMissing()
    {
        double[] equity = [.. Enumerable.Range(1, 40).Select(i => 100 + (i % 3))];

        RollingSharpe rolling = Analysis.Of(Runs.Of(Timeframe.Day, 100, [.. equity.Select(e => e * 1.0)]), []).Rolling;

        Assert.Equal((30, 40), (rolling.WindowDays, rolling.Values.Length));
        Assert.Null(rolling.Values[28]);
        Assert.NotNull(rolling.Values[29]);
    }
}
