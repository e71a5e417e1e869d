using System.Collections.Immutable;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;

namespace Neurotrade.Core.Research;

/// <summary>
/// The figures of contracts 5.1, in its order and with its definitions. Fractions, not percent; amounts in quote
/// currency; null where undefined, never 0 or NaN.
/// </summary>
public sealed record Metrics
{
    /// <summary>Days in a year of a market that never closes.</summary>
    public const double DaysPerYear = 365;

    /// <summary>Points of the time axis.</summary>
    public int Bars { get; private init; }

    /// <summary>The first bar's open.</summary>
    public Instant? Start { get; private init; }

    /// <summary>The last bar's close.</summary>
    public Instant? End { get; private init; }

    public double Capital { get; private init; }

    public double FinalEquity { get; private init; }

    public double TotalReturn { get; private init; }

    /// <summary>(final / capital)^(365 days / span) − 1.</summary>
    public double? Cagr { get; private init; }

    /// <summary>Mean / sample deviation of daily returns × √365, risk-free rate 0.</summary>
    public double? Sharpe { get; private init; }

    /// <summary>Mean of daily returns / √(mean of min(r, 0)²) × √365.</summary>
    public double? Sortino { get; private init; }

    /// <summary>Cagr / max drawdown.</summary>
    public double? Calmar { get; private init; }

    /// <summary>Positive, on bar-close equity with the capital as first point.</summary>
    public double MaxDrawdown { get; private init; }

    /// <summary>The longest time from a peak to its recovery, or to the end.</summary>
    public double MaxDrawdownDays { get; private init; }

    /// <summary>Sample deviation of daily returns × √365.</summary>
    public double? Volatility { get; private init; }

    /// <summary>Share of bars with a position at their close.</summary>
    public double? Exposure { get; private init; }

    /// <summary>What the closed trades came to.</summary>
    public required TradeFigures Trades { get; init; }

    /// <summary>Fees of every fill, those of open positions included.</summary>
    public double FeesPaid { get; private init; }

    /// <summary>Σ notional of all fills / capital.</summary>
    public double Turnover { get; private init; }

    /// <summary>Last close / first open − 1, the mean over the symbols.</summary>
    public double? BuyAndHoldReturn { get; private init; }

    /// <summary>
    /// The figures of a run; candles may reach beyond it on both sides (warm-up), and only the run counts.
    /// </summary>
    public static Metrics Of(BacktestResult result, ImmutableArray<CandleSeries> candles) =>
        Of(result, candles, EquityWalk.Of(result));

    /// <summary>The same from a walk that was already made.</summary>
    public static Metrics Of(BacktestResult result, ImmutableArray<CandleSeries> candles, EquityWalk walk)
    {
        int bars = result.Times.Length;
        double final = bars == 0 ? result.Capital : result.Equity[^1];
        double[] returns = walk.Daily.Returns;
        double? deviation = Moments.SampleDeviation(returns);
        double? mean = Moments.Mean(returns);
        double maxDrawdown = walk.Drawdowns.IsEmpty ? 0 : walk.Drawdowns.Max(drawdown => drawdown.Depth);
        Instant? start = bars == 0 ? null : new Instant(result.Times[0]);
        Instant? end = bars == 0 ? null : new Instant(result.Times[^1] + result.Strategy.Market.Timeframe.Millis);
        double? cagr = Growth(result.Capital, final, end?.UnixMillis - start?.UnixMillis);
        (double fees, double notional) = Costs(result.Fills);
        return new Metrics
        {
            Bars = bars,
            Start = start,
            End = end,
            Capital = result.Capital,
            FinalEquity = final,
            TotalReturn = (final / result.Capital) - 1,
            Cagr = cagr,
            Sharpe = Annual(Moments.Ratio(mean, deviation)),
            Sortino = Annual(Moments.Ratio(mean, Moments.DownsideDeviation(returns))),
            Calmar = Moments.Ratio(cagr, maxDrawdown),
            MaxDrawdown = maxDrawdown,
            MaxDrawdownDays = walk.Drawdowns.IsEmpty ? 0 : walk.Drawdowns.Max(drawdown => drawdown.Days),
            Volatility = Annual(deviation),
            Exposure = Moments.Ratio(result.InPosition.CountTrue(), bars),
            Trades = TradeFigures.Of(result.Trades),
            FeesPaid = fees,
            Turnover = notional / result.Capital,
            BuyAndHoldReturn = BuyAndHold(result.Times, candles),
        };
    }

    /// <summary>
    /// (final / capital)^(365 days / span) − 1; null where the span is missing or the power overflows.
    /// </summary>
    public static double? Growth(double capital, double final, double? spanMillis) =>
        spanMillis > 0
            ? Moments.Finite(Math.Pow(final / capital, DaysPerYear * Instant.MillisPerDay / spanMillis.Value) - 1)
            : null;

    /// <summary>A figure that grows with the root of time, of a year instead of a day.</summary>
    public static double? Annual(double? daily) => Moments.Finite(daily * Math.Sqrt(DaysPerYear));

    private static (double Fees, double Notional) Costs(ImmutableArray<BacktestFill> fills)
    {
        (double fees, double notional) = (0, 0);
        foreach (BacktestFill fill in fills)
        {
            fees += fill.Fee;
            notional += fill.Quantity * fill.Price;
        }

        return (fees, notional);
    }

    internal static double? BuyAndHold(long[] times, ImmutableArray<CandleSeries> candles)
    {
        double[] gains = [.. candles.Select(series => Within(series, times))
            .Where(series => series.Count > 0)
            .Select(series => (series.Closes[^1] / series.Opens[0]) - 1)];
        return Moments.Mean(gains);
    }

    /// <summary>The candles of a series that lie in a run.</summary>
    public static CandleSeries Within(CandleSeries series, ReadOnlySpan<long> runTimes)
    {
        int from = runTimes.IsEmpty ? 0 : series.IndexAtOrAfter(runTimes[0]);
        int to = runTimes.IsEmpty ? 0 : series.IndexAtOrAfter(runTimes[^1] + 1);
        return series.Slice(from, to - from);
    }
}
