using System.Collections.Immutable;
using Neurotrade.Core.Features;
using Neurotrade.Core.Market;
using Neurotrade.Core.Research;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Web.Dashboard;

/// <summary>A closed trade and how far it went both ways.</summary>
public sealed record TradeRow(BacktestTrade Trade, Excursion Excursion);

/// <summary>
/// A finished run with everything that its page shows, made again from its strategy and its candles: a run is the same
/// every time (contracts 4.19), so only what it was made from is kept.
/// </summary>
public sealed class OpenRun
{
    private readonly BacktestInput input;
    private readonly Lazy<ImmutableArray<FeatureFrame>> frames;
    private readonly Lazy<ImmutableArray<SymbolSignals>> signals;
    private readonly Lazy<ImmutableSortedDictionary<string, RunCurve>> curves;

    private readonly Lazy<IReadOnlyList<TradeRow>> tradeRows;

    /// <summary>A run that was just made; columns of indicators and curves are made when they are asked for.</summary>
    public OpenRun(
        PastRun record, BacktestInput input, BacktestResult result, Analysis analysis)
    {
        (Record, this.input, Result, Analysis) = (record, input, result, analysis);
        Bars = [.. input.Symbols.Select(one => one.Bars)];
        frames = new(() => [.. Bars.Select(series => FeatureFrame.Compute(series, Strategy.Indicators))]);
        signals = new(() => [.. Frames.Select(frame => SymbolSignals.Of(Strategy, frame))]);
        tradeRows = new(() => [.. result.Trades.Select((trade, i) => new TradeRow(trade, analysis.Excursions[i]))]);
        curves = new(() => RunCurves.Of(result, analysis, Bars));
    }

    /// <summary>What was kept of it when it finished.</summary>
    public PastRun Record { get; }

    public BacktestResult Result { get; }

    public Analysis Analysis { get; }

    public Strategy Strategy => Result.Strategy;

    /// <summary>Each symbol's bars in list order; they may begin before the run (warm-up).</summary>
    public ImmutableArray<CandleSeries> Bars { get; }

    /// <summary>The strategy's indicators over each symbol's bars.</summary>
    public ImmutableArray<FeatureFrame> Frames => frames.Value;

    /// <summary>Closed trades in order of id: one list, however many pages show it.</summary>
    public IReadOnlyList<TradeRow> TradeRows => tradeRows.Value;

    /// <summary>Curves by name (<see cref="RunCurves"/>).</summary>
    public ImmutableSortedDictionary<string, RunCurve> Curves => curves.Value;

    /// <summary>The levels that the bars [fromBar, toBar) of a symbol were held against.</summary>
    public ImmutableArray<LevelStep> Levels(int symbol, int fromBar, int toBar, CancellationToken cancel) =>
        RunReview.Levels(input, signals.Value, symbol, fromBar, toBar, cancel);

    /// <summary>What stood for and against an entry at a bar's close; null for a bar outside the run.</summary>
    public CloseReview<double>? Close(int symbol, int bar, CancellationToken cancel) =>
        RunReview.Close(input, signals.Value, symbol, bar, cancel);

    /// <summary>The place of a symbol in the strategy's list; −1 where it is not there.</summary>
    public int IndexOf(Symbol symbol) => Strategy.Market.Symbols.IndexOf(symbol);

    /// <summary>Rows that stay in memory while it is open.</summary>
    public long Rows => Result.Times.Length + Bars.Sum(series => (long)series.Count * (6 + Strategy.Indicators.Length));
}
