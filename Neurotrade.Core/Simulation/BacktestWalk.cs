using System.Collections.Immutable;
using System.Numerics;
using Neurotrade.Core.Accounts;
using Neurotrade.Core.Kernel;
using Neurotrade.Core.Market;
using Neurotrade.Core.Orders;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Core.Simulation;

/// <summary>
/// Drives the kernel over the time axis, in the order of contracts 4.16. Dense: every time. Sparse: only times at which
/// something can happen; between them nothing but the marks changes.
/// </summary>
internal sealed partial class BacktestWalk<T>
    where T : struct, INumber<T>
{
    private readonly Strategy strategy;
    private readonly TimeAxis axis;
    private readonly TradingKernel<T> kernel;
    private readonly SymbolWalk<T>[] symbols;
    private readonly BacktestRecorder<T> recorder;
    private readonly EquityColumns<T> columns;
    private readonly CandleSeries[] series;
    private readonly BarClose[] closes;
    private readonly LossWatch losses;
    private readonly bool isWatchedAtCloses;
    private int filled;

    public BacktestWalk(BacktestInput input, ImmutableArray<SymbolSignals> signals, Journal<T> journal)
    {
        strategy = input.Strategy;
        axis = TimeAxis.Of(input.Symbols, input.From, input.To);
        ImmutableArray<Instrument> instruments = input.Rules?.Of(strategy.Market.Symbols) ?? [];
        kernel = new TradingKernel<T>(strategy, instruments, journal);
        recorder = new BacktestRecorder<T>(strategy.Market.Symbols);
        Sizer<T> sizer = new(strategy, instruments);
        symbols = new SymbolWalk<T>[input.Symbols.Length];
        series = new CandleSeries[symbols.Length];
        closes = new BarClose[symbols.Length];
        for (int i = 0; i < symbols.Length; i++)
        {
            SymbolCandles candles = input.Symbols[i];
            series[i] = candles.Bars;
            DetailIndex? detail = candles.Detail is null ? null : DetailIndex.Of(candles.Bars, candles.Detail);
            SimulatedVenue<T> venue = new(i, candles, detail, strategy.Costs, sizer, kernel.Portfolio, Deliver);
            symbols[i] = new SymbolWalk<T>(
                candles.Bars, signals[i], detail, strategy.Orders, venue, axis.FirstBar(i), axis.EndBar(i));
        }

        RiskLimits risk = strategy.Risk;
        isWatchedAtCloses = risk.MaxDrawdown is not null || risk.MaxDailyLoss is not null || !risk.Protections.IsEmpty;
        losses = new LossWatch(risk, strategy.Capital);
        columns = new EquityColumns<T>(axis, series);
    }

    public TradingKernel<T> Kernel => kernel;

    /// <summary>Walks the whole axis; dense: every time of it.</summary>
    public BacktestResult Run(bool isDense, IProgress<double>? progress, CancellationToken cancellation)
    {
        Walk(0, isDense ? 0 : axis.Count, axis.Count, progress, cancellation);
        columns.Fill(kernel.Portfolio, filled, axis.Count);
        foreach (SymbolWalk<T> symbol in symbols)
        {
            symbol.SkipTo(symbol.End);
        }

        progress?.Report(1);
        return Result();
    }

    // From one time to before another; sparse up to a third, dense from there on.
    private void Walk(int from, int denseFrom, int to, IProgress<double>? progress, CancellationToken cancellation)
    {
        int reportEvery = Math.Max(1, axis.Count / 100);
        int reportAt = reportEvery;
        for (int time = NextStep(from, denseFrom); time < to; time = NextStep(time + 1, denseFrom))
        {
            cancellation.ThrowIfCancellationRequested();
            StepTime(time, time >= denseFrom);
            if (time >= reportAt)
            {
                progress?.Report((double)time / axis.Count);
                reportAt = time + reportEvery;
            }
        }
    }

    private int NextStep(int from, int denseFrom) => from >= denseFrom ? from : Math.Min(NextTime(from), denseFrom);

    // All exits at opens, then all entries at opens, each in list order; then levels; then the close.
    private void StepTime(int time, bool isDense)
    {
        columns.Fill(kernel.Portfolio, filled, time);
        filled = time;
        for (int i = 0; i < symbols.Length; i++)
        {
            // Also where it has no candle now: another symbol's fall may end its order, with bars behind it skipped.
            int bar = axis.BarAt(i, time);
            symbols[i].SkipTo(axis.FirstBarAtOrAfter(i, time));
            if (bar < 0)
            {
                continue;
            }

            if (symbols[i].MayBeHeldTooLong)
            {
                Deliver(new KernelEvent<T>.BarOpened(i, bar, axis.Times[time]));
            }

            symbols[i].Venue.ExitAtOpen(bar);
        }

        for (int i = 0; i < symbols.Length; i++)
        {
            if (axis.BarAt(i, time) is >= 0 and int bar)
            {
                symbols[i].Venue.EnterAtOpen(bar);
            }
        }

        for (int i = 0; i < symbols.Length; i++)
        {
            if (axis.BarAt(i, time) is >= 0 and int bar)
            {
                symbols[i].Venue.HoldRange(bar);
                symbols[i].MarkWalked(bar);
            }
        }

        LookAtCloses(time);
        if (isDense || isWatchedAtCloses || IsActedOn())
        {
            Deliver(new KernelEvent<T>.BarsClosed(axis.Times[time], ImmutableArray.Create(closes)));
        }
    }

    // A fill alone needs no decision at its bar's close.
    private bool IsActedOn()
    {
        for (int i = 0; i < closes.Length; i++)
        {
            if (closes[i].IsNew && symbols[i].IsActedOn(closes[i]))
            {
                return true;
            }
        }

        return false;
    }

    private void LookAtCloses(int time)
    {
        for (int i = 0; i < closes.Length; i++)
        {
            int bar = axis.BarAt(i, time);
            closes[i] = symbols[i].CloseOf(bar >= 0 ? bar : axis.LastBar(i, time), bar >= 0);
        }
    }

    private void Deliver(KernelEvent<T> happened)
    {
        ReadOnlySpan<Effect<T>> effects = kernel.Step(happened);
        if (happened is KernelEvent<T>.OrderFilled filled)
        {
            recorder.Record(filled.Fill, kernel.TradeIdOf(filled.Fill.Symbol));
        }

        watch?.Take(happened, effects);
        foreach (Effect<T> effect in effects)
        {
            recorder.Record(effect);
            if (effect.SymbolConcerned is { } symbol)
            {
                symbols[symbol].Venue.Take(effect);
            }
        }
    }

    private int NextTime(int from)
    {
        if (from >= axis.Count)
        {
            return axis.Count;
        }

        int next = axis.Count;
        bool isInPosition = false;
        for (int i = 0; i < symbols.Length; i++)
        {
            int bar = symbols[i].NextBar(axis.FirstBarAtOrAfter(i, from));
            next = Math.Min(next, axis.TimeOf(i, bar));
            isInPosition |= symbols[i].Venue.Position.IsOpen;
        }

        next = strategy.Risk.MaxDailyLoss is null ? next : Math.Min(next, FirstOfDay(from));
        if (!isInPosition || !kernel.LooksAtEveryClose || next == from)
        {
            return next;
        }

        columns.Preview(kernel.Portfolio, filled, next);
        return losses.Next(axis.Times, columns.Equity, from, next);
    }

    private int FirstOfDay(int from)
    {
        long day = from == 0 ? long.MinValue : new Instant(axis.Times[from - 1]).Day;
        if (new Instant(axis.Times[from]).Day != day)
        {
            return from;
        }

        int found = axis.Times.AsSpan().BinarySearch((day + 1) * Instant.MillisPerDay);
        return found >= 0 ? found : ~found;
    }

    private BacktestResult Result()
    {
        int withoutDetail = 0;
        ImmutableArray<OpenPosition>.Builder open = ImmutableArray.CreateBuilder<OpenPosition>();
        for (int i = 0; i < symbols.Length; i++)
        {
            withoutDetail += symbols[i].Venue.BarsWithoutDetail;
            if (symbols[i].Venue.Position.IsOpen)
            {
                open.Add(OpenPositionOf(i));
            }
        }

        return new BacktestResult
        {
            Strategy = strategy,
            Capital = strategy.Capital,
            Closes = CloseColumns.Of(axis.Times, columns.Equity, columns.Cash, columns.PositionValue),
            InPosition = columns.InPosition,
            Trades = recorder.Trades,
            Fills = recorder.Fills,
            OpenPositions = open.ToImmutable(),
            Counts = recorder.Counts(withoutDetail),
        };
    }

    private OpenPosition OpenPositionOf(int symbol)
    {
        Position<T> position = kernel.Portfolio.Positions[symbol];
        (long entryMillis, string tag) = kernel.OpenTradeOf(symbol);
        double close = series[symbol].Closes[axis.LastBar(symbol, axis.Count - 1)];
        T unrealized = position.Proceeds + position.Quantity * T.CreateChecked(close) - position.Cost;
        return new OpenPosition(
            kernel.TradeIdOf(symbol), strategy.Market.Symbols[symbol], entryMillis, position.EntryPrice,
            double.CreateChecked(position.Quantity), double.CreateChecked(position.EntryFees), close,
            double.CreateChecked(unrealized), tag);
    }
}
