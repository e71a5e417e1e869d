using System.Collections.Immutable;
using Neurotrade.Core.Features;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Core.Research.Sweeps;

/// <summary>
/// Combinations that run together: their indicator columns lie in memory once for all of them, as many as there is room
/// for. All cores work on one group, so memory does not grow with their number.
/// </summary>
internal sealed class SweepGroup
{
    private const int MostCombinations = 1024;

    private readonly SweepInput input;
    private readonly ParallelOptions parallel;
    private readonly Action<int> advance;
    private readonly SharedColumns[] columns;
    private readonly Timeframe own;
    private readonly HashSet<IndicatorKey> keys = [];
    private readonly List<(long Combination, Strategy Strategy)> members = [];
    private long bytes;

    /// <param name="input">The sweep.</param>
    /// <param name="parallel">How many threads, and when to stop.</param>
    /// <param name="advance">Is told how many members are done, now and then.</param>
    public SweepGroup(SweepInput input, ParallelOptions parallel, Action<int> advance)
    {
        (this.input, this.parallel, this.advance) = (input, parallel, advance);
        own = input.Template.Reading.Strategy.Market.Timeframe;
        columns = [.. input.Symbols.Select(symbol => new SharedColumns(UpTo(symbol.Bars, input.To)))];
    }

    /// <summary>Whether a strategy's columns fit beside those of the members; always where there are none.</summary>
    public bool HasRoomFor(Strategy strategy)
    {
        if (members.Count == 0)
        {
            return true;
        }

        long more = 0;
        foreach (IndicatorInstance instance in strategy.Indicators)
        {
            IndicatorKey key = IndicatorKey.Of(instance, own);
            more += keys.Contains(key) ? 0 : columns.Sum(one => one.BytesOf(key));
        }

        return members.Count < MostCombinations && bytes + more <= input.MostColumnBytes;
    }

    /// <summary>Adds a member.</summary>
    public void Add(long combination, Strategy strategy)
    {
        members.Add((combination, strategy));
        foreach (IndicatorInstance instance in strategy.Indicators)
        {
            IndicatorKey key = IndicatorKey.Of(instance, own);
            bytes += keys.Add(key) ? columns.Sum(one => one.BytesOf(key)) : 0;
        }
    }

    /// <summary>Runs the members and forgets them; their rows in the order in which they came.</summary>
    public ImmutableArray<SweepRow> Run()
    {
        foreach (SharedColumns one in columns)
        {
            one.Hold(keys, parallel);
        }

        int done = 0;
        SweepRow[] rows = new SweepRow[members.Count];
        Parallel.For(0, rows.Length, parallel, i =>
        {
            rows[i] = new SweepRow(members[i].Combination, FiguresOf(members[i].Strategy));
            advance(Interlocked.Increment(ref done));
        });
        members.Clear();
        keys.Clear();
        bytes = 0;
        return ImmutableArray.Create(rows);
    }

    private double[] FiguresOf(Strategy strategy)
    {
        ImmutableArray<SymbolSignals> signals =
            [.. columns.Select(one => SymbolSignals.Of(strategy, one.FrameOf(strategy.Indicators)))];
        BacktestResult result = Backtest.Run(
            input.BacktestOf(strategy), signals, null, parallel.CancellationToken);
        double[] figures = new double[RunFigures.Count];
        RunFigures.Write(Metrics.Of(result, [.. input.Symbols.Select(symbol => symbol.Bars)]), figures);
        return figures;
    }

    private static CandleSeries UpTo(CandleSeries bars, Instant? to) =>
        to is null ? bars : bars.Slice(0, bars.IndexAtOrAfter(to.Value.UnixMillis));
}
