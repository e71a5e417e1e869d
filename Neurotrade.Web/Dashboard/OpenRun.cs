using System.Collections.Immutable;
using Neurotrade.Core.Features;
using Neurotrade.Core.Market;
using Neurotrade.Core.Research;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Web.Dashboard;

/// <summary>
/// A finished run with everything that its page shows, made again from its strategy and its candles: a run is the same
/// every time (contracts 4.19), so only what it was made from is kept.
/// </summary>
public sealed class OpenRun
{
    private readonly Lazy<ImmutableArray<FeatureFrame>> frames;
    private readonly Lazy<ImmutableSortedDictionary<string, RunCurve>> curves;

    /// <summary>A run that was just made; columns of indicators and curves are made when they are asked for.</summary>
    public OpenRun(
        PastRun record, BacktestResult result, Analysis analysis, ImmutableArray<CandleSeries> bars)
    {
        (Record, Result, Analysis, Bars) = (record, result, analysis, bars);
        frames = new(() => [.. bars.Select(series => FeatureFrame.Compute(series, Strategy.Indicators))]);
        curves = new(() => RunCurves.Of(result, analysis, bars));
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

    /// <summary>Curves by name (<see cref="RunCurves"/>).</summary>
    public ImmutableSortedDictionary<string, RunCurve> Curves => curves.Value;

    /// <summary>The place of a symbol in the strategy's list; −1 where it is not there.</summary>
    public int IndexOf(Symbol symbol) => Strategy.Market.Symbols.IndexOf(symbol);

    /// <summary>Rows that stay in memory while it is open.</summary>
    public long Rows => Result.Times.Length + Bars.Sum(series => (long)series.Count * (6 + Strategy.Indicators.Length));
}
