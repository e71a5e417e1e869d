using Neurotrade.Core.Market;
using Neurotrade.Core.Research;
using Neurotrade.Core.Simulation;

namespace Neurotrade.Tests.Research;

// contracts 5.1
public sealed class MetricsTests
{
    private static readonly double[] Worked =
        [1010, 1005, 1020, 1015, 1030, 1025, 1040, 1060, 1050, 1075];

    [Fact]
    public void Metrics_OfTheWorkedVector_HaveItsFigures()
    {
        Metrics metrics = Metrics.Of(Runs.Of(Timeframe.Day, 1000, Worked), []);

        Assert.Equal(10, metrics.Bars);
        Assert.Equal(0.075, metrics.TotalReturn, 12);
        Assert.Equal(0.00943396226415094, metrics.MaxDrawdown, 14);
        Assert.Equal(11.5677, metrics.Sharpe!.Value, 4);
        Assert.Equal(34.8602, metrics.Sortino!.Value, 4);
        Assert.Equal(13.00906, metrics.Cagr!.Value, 5);
        Assert.Equal(1378.96, metrics.Calmar!.Value, 2);
        Assert.Equal(0.0120958 * Math.Sqrt(365), metrics.Volatility!.Value, 5);
        Assert.Equal(Instant.FromDate(2024, 1, 1), metrics.Start);
        Assert.Equal(Instant.FromDate(2024, 1, 11), metrics.End);
    }

    [Fact]
    public void Trades_OfTheWorkedVector_HaveItsFigures()
    {
        TradeFigures figures = TradeFigures.Of(Runs.Trades(10, -5, 15, -5, 15, -5, 15, 20, -10, 25));

        Assert.Equal(4.0, figures.ProfitFactor);
        Assert.Equal(7.5, figures.Expectancy);
        Assert.Equal(1.8932, figures.Sqn!.Value, 4);
        Assert.Equal((6, 4, 0.6), (figures.Wins, figures.Losses, figures.WinRate!.Value));
        Assert.Equal(100.0 / 6, figures.AvgWin!.Value, 12);
        Assert.Equal(-6.25, figures.AvgLoss);
        Assert.Equal((25.0, -10.0), (figures.BestTrade!.Value, figures.WorstTrade!.Value));
        Assert.Equal(86_400, figures.AvgHoldingSeconds);
    }

    [Fact]
    public void DailyReturns_OfBarsInsideDays_TakeEachDaysLastBarByOpenTime()
    {
        // Days 1 and 2 have three bars of eight hours; the third day has one, whose close would be the next day's.
        BacktestResult run = Runs.Of(Eight, 100, 500, 1, 110, 7, 9, 99, 3);

        DailyEquity daily = EquityWalk.Of(run).Daily;

        Assert.Equal([110, 99, 3], daily.Equity);
        Assert.Equal([0.1, -0.1, (3.0 / 99) - 1], daily.Returns.Select(r => Math.Round(r, 12)).ToArray(), Close);
    }

    [Fact]
    public void DailyReturns_OverDaysWithoutBars_LeaveThemOut()
    {
        long[] times = [Runs.Start, Runs.Start + (5 * Instant.MillisPerDay)];

        DailyEquity daily = EquityWalk.Of(Runs.At(Timeframe.Day, 100, times, [110, 121])).Daily;

        Assert.Equal(2, daily.Returns.Length);
        Assert.Equal(0.1, daily.Returns[1], 12);
        Assert.Equal(5, daily.Days[1] - daily.Days[0]);
    }

    [Fact]
    public void Figures_WithoutTrades_AreNullWhereUndefinedAndNeverNaN()
    {
        Metrics metrics = Metrics.Of(Runs.Of(Timeframe.Day, 1000, 1000, 1000, 1000), []);

        Assert.Equal(0, metrics.TotalReturn);
        Assert.Equal(0, metrics.Volatility);
        Assert.Null(metrics.Sharpe);
        Assert.Null(metrics.Sortino);
        Assert.Null(metrics.Calmar);
        Assert.Null(metrics.BuyAndHoldReturn);
        Assert.Equal((0.0, 0.0), (metrics.MaxDrawdown, metrics.MaxDrawdownDays));
        TradeFigures trades = metrics.Trades;
        double?[] undefined =
        [
            trades.WinRate, trades.ProfitFactor, trades.Expectancy, trades.AvgWin, trades.AvgLoss, trades.BestTrade,
            trades.WorstTrade, trades.Sqn, trades.AvgHoldingSeconds,
        ];
        Assert.All(undefined, Assert.Null);
    }

    [Fact]
    public void Figures_OfEqualGainsEveryDay_HaveNoDeviationToDivideBy()
    {
        // 0.1 is no double: a mean of such returns is off by a rounding, and the deviation must be 0 all the same.
        double[] equity = [1.1, 1.21, 1.3310000000000002];

        Assert.Equal(0, Moments.SampleDeviation([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1]));
        Assert.Null(Metrics.Of(Runs.Of(Timeframe.Day, 1, equity), []).Sortino);
    }

    [Fact]
    public void Figures_OfOneBar_HaveNoDeviationButAReturn()
    {
        Metrics metrics = Metrics.Of(Runs.Of(Timeframe.Day, 1000, 1010), []);

        Assert.Null(metrics.Sharpe);
        Assert.Null(metrics.Volatility);
        Assert.Equal(0.01, metrics.TotalReturn, 12);
        Assert.Equal(Math.Pow(1.01, 365) - 1, metrics.Cagr!.Value, 9);
    }

    [Fact]
    public void Figures_OfNoBars_KeepTheCapital()
    {
        Metrics metrics = Metrics.Of(Runs.Of(Timeframe.Day, 1000), []);

        Assert.Equal((0, 1000.0, 0.0), (metrics.Bars, metrics.FinalEquity, metrics.TotalReturn));
        Assert.Null(metrics.Start);
        Assert.Null(metrics.Cagr);
        Assert.Null(metrics.Exposure);
    }

    [Fact]
    public void Cagr_OfAMinuteThatDoubles_IsNullBecauseItOverflows() =>
        Assert.Null(Metrics.Of(Runs.Of(Timeframe.Minute, 1, 2), []).Cagr);

    [Fact]
    public void Figures_OfEquityThatReachesZero_EndThere()
    {
        BacktestResult run = Runs.Of(Timeframe.Day, 1000, 500, 0, 0, 0);

        Metrics metrics = Metrics.Of(run, []);

        Assert.Equal((-1.0, -1.0, 1.0), (metrics.TotalReturn, metrics.Cagr!.Value, metrics.MaxDrawdown));
        Assert.Equal([-0.5, -1], EquityWalk.Of(run).Daily.Returns);
        Assert.Equal(4, metrics.MaxDrawdownDays);
    }

    [Fact]
    public void MaxDrawdown_FromTheCapital_CountsItAsTheFirstPeak()
    {
        Metrics metrics = Metrics.Of(Runs.Of(Timeframe.Day, 1000, 900, 950, 800, 999), []);

        Assert.Equal(0.2, metrics.MaxDrawdown, 12);
        Assert.Equal(4, metrics.MaxDrawdownDays);
    }

    [Fact]
    public void MaxDrawdownDays_CountFromThePeaksCloseToTheCloseThatRegainsIt()
    {
        // The peak holds at bars 0 and 1; it is regained at bar 4: three days from the close of bar 1.
        Metrics metrics = Metrics.Of(Runs.Of(Timeframe.Day, 1000, 1100, 1100, 1000, 1050, 1100, 1099, 1200), []);

        Assert.Equal(3, metrics.MaxDrawdownDays);
    }

    [Fact]
    public void MaxDrawdownDays_OfHours_AreFractions()
    {
        Metrics metrics = Metrics.Of(Runs.Of(Timeframe.Hour, 1000, 1100, 1000, 1050, 1100), []);

        Assert.Equal(0.125, metrics.MaxDrawdownDays);
    }

    [Fact]
    public void Costs_CountEveryFill_ThoseOfOpenPositionsToo()
    {
        BacktestFill buy = new(
            1, 1, 1, Runs.Start, Runs.Btc, TradeSide.Buy, 100, 5, 0.5, Liquidity.Taker, FillReason.Entry);
        BacktestResult run = Runs.Of(Timeframe.Day, 1000, 1000) with { Fills = [buy, buy with { Id = 2, Fee = 0.25 }] };

        Metrics metrics = Metrics.Of(run, []);

        Assert.Equal((0.75, 1.0), (metrics.FeesPaid, metrics.Turnover));
    }

    [Fact]
    public void Exposure_IsTheShareOfBarsInAPosition()
    {
        BacktestResult run = Runs.Of(Timeframe.Day, 1000, 1, 1, 1, 1);
        run.InPosition[1] = true;

        Assert.Equal(0.25, Metrics.Of(run, []).Exposure);
    }

    [Fact]
    public void BuyAndHold_OfTwoSymbols_WeighsThemEquallyWithinTheRun()
    {
        // The first candle of each lies before the run: warm-up.
        BacktestResult run = Runs.At(
            Timeframe.Day, 1000, [Runs.Start + Instant.MillisPerDay, Runs.Start + (2 * Instant.MillisPerDay)], [1, 1]);

        Metrics metrics = Metrics.Of(run,
        [
            Runs.Flat(Runs.Btc, Timeframe.Day, 1, 100, 120, 500), Runs.Flat(Runs.Eth, Timeframe.Day, 900, 100, 80),
        ]);

        Assert.Equal(0, metrics.BuyAndHoldReturn!.Value, 12);
    }

    [Fact]
    public void ProfitFactor_WithoutLosses_IsUndefinedAndWithoutWinsIsZero()
    {
        Assert.Null(TradeFigures.Of(Runs.Trades(1, 2)).ProfitFactor);
        Assert.Null(TradeFigures.Of(Runs.Trades(1, 2)).AvgLoss);
        Assert.Equal(0, TradeFigures.Of(Runs.Trades(-1, -2)).ProfitFactor);
    }

    [Fact]
    public void PnlOfZero_IsALoss()
    {
        TradeFigures figures = TradeFigures.Of(Runs.Trades(0));

        Assert.Equal((0, 1, 0.0), (figures.Wins, figures.Losses, figures.WorstTrade!.Value));
        Assert.Null(figures.ProfitFactor);
    }

    [Fact]
    public void WorstTrade_OfWinsAlone_IsTheSmallestOfThem() =>
        Assert.Equal(1, TradeFigures.Of(Runs.Trades(1, 2)).WorstTrade);

    private static Timeframe Eight
    {
        get
        {
            Guard.That(Timeframe.TryParse("8h", out Timeframe timeframe));
            return timeframe;
        }
    }

    private static bool Close(double a, double b) => Math.Abs(a - b) < 1e-9;
}
