using System.Collections.Concurrent;
using System.Collections.Immutable;
using Neurotrade.Core.Features;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;
using Neurotrade.Core.Strategies.Evaluation;

namespace Neurotrade.Core.Research.Sweeps;

/// <summary>
/// Combinations that run together: their indicator columns lie in memory once for all of them, as many as there is room
/// for. All cores work on one group, so memory does not grow with their number.
/// </summary>
internal sealed class SweepGroup
{
    // Few, so that what each binds is young when it is let go.
    private const int MostCombinations = 256;
    private const int MostOnDevice = 16_384;
    private const int MostTogether = 16;

    private readonly SweepInput input;
    private readonly ParallelOptions parallel;
    private readonly Action<int> advance;
    private readonly SharedColumns[] columns;
    private readonly Timeframe own;
    private readonly HashSet<IndicatorKey> keys = [];
    private readonly List<(long Combination, Strategy Strategy)> members = [];
    private readonly ConcurrentBag<FigureRoom> rooms = [];
    private readonly Lazy<SweepData> data;
    private readonly BitRoom bits;
    private long bytes;

    /// <param name="input">The sweep.</param>
    /// <param name="parallel">How many threads, and when to stop.</param>
    /// <param name="advance">Is told how many members are done, now and then.</param>
    public SweepGroup(SweepInput input, ParallelOptions parallel, Action<int> advance)
    {
        (this.input, this.parallel, this.advance) = (input, parallel, advance);
        own = input.Template.Reading.Strategy.Market.Timeframe;
        data = new Lazy<SweepData>(() => SweepData.Of(input.BacktestOf(input.Template.Reading.Strategy)));
        columns = [.. input.Symbols.Select(symbol => new SharedColumns(UpTo(symbol.Bars, input.To)))];
        bits = new BitRoom(columns[0].Candles.Count);
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

        return members.Count < (input.Device is null ? MostCombinations : MostOnDevice) && bytes + more <= input.MostColumnBytes;
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

        SweepRow[] rows = new SweepRow[members.Count];
        if (members.Count > 0 && input.Device is { } device && device.Refusal(input.BacktestOf(members[0].Strategy)) is null)
        {
            RunOn(device, rows);
        }
        else
        {
            RunHere(rows);
        }

        members.Clear();
        keys.Clear();
        bytes = 0;
        return ImmutableArray.Create(rows);
    }

    private void RunOn(IComputeDevice device, SweepRow[] rows)
    {
        SweepBatch batch = new(data.Value, columns[0], [.. members.Select(one => one.Strategy)]);
        double[][] figures = device.FiguresOf(batch, advance, parallel.CancellationToken);
        for (int i = 0; i < rows.Length; i++)
        {
            rows[i] = new SweepRow(members[i].Combination, figures[i]);
        }
    }

    private void RunHere(SweepRow[] rows)
    {
        int done = 0;
        int together = Together(rows.Length);
        Parallel.For(0, (rows.Length + together - 1) / together, parallel, batch =>
        {
            int from = batch * together;
            int to = Math.Min(rows.Length, from + together);
            RuleSignals[]? rules = columns.Length == 1 ? RulesOf(from, to) : null;
            for (int i = from; i < to; i++)
            {
                parallel.CancellationToken.ThrowIfCancellationRequested();
                rows[i] = new SweepRow(members[i].Combination, FiguresOf(members[i].Strategy, rules?[i - from]));
                advance(Interlocked.Increment(ref done));
            }

            foreach (RuleSignals used in rules ?? [])
            {
                bits.Return(used.Entry);
                bits.Return(used.ExitWhenFlat);
            }
        });
    }

    // So many that columns are shared, so few that every core has work and that memory stays small.
    private int Together(int count)
    {
        int threads = input.Threads > 0 ? input.Threads : Environment.ProcessorCount;
        bool keepsColumns = members.Count > 0 && members[0].Strategy.Exit is { } exit && new PositionUse().In(exit);
        return keepsColumns ? 1 : Math.Clamp(count / (4 * threads), 1, MostTogether);
    }

    private RuleSignals[] RulesOf(int from, int to)
    {
        RuleColumns[] rules = new RuleColumns[to - from];
        for (int i = from; i < to; i++)
        {
            Strategy strategy = members[i].Strategy;
            rules[i - from] = new RuleColumns(strategy, columns[0].FrameOf(strategy.Indicators), bits);
        }

        return RuleEvaluator.EvaluateTogether(rules);
    }

    private double[] FiguresOf(Strategy strategy, RuleSignals? rules)
    {
        BacktestInput backtest = input.BacktestOf(strategy);
        return rules is not null && FusedRuns.Covers(backtest) ? Fused(backtest, rules) : InKernel(backtest);
    }

    private double[] Fused(BacktestInput backtest, RuleSignals rules)
    {
        if (!rooms.TryTake(out FigureRoom? room))
        {
            room = new FigureRoom(data.Value, rules.Entry.Count);
        }

        Strategy strategy = backtest.Strategy;
        SymbolSignals signals = new(rules, columns[0].FrameOf(strategy.Indicators).FirstOutput(strategy.AtrInstance));
        FigureLedger ledger = new(room, strategy.Capital, own.Millis);
        FusedWalk<FigureLedger> walk = new(backtest, signals, room.Enters, ledger, room.Data.Ranges);
        double[] figures = new double[RunFigures.Count];
        walk.Run(null, parallel.CancellationToken).Write(figures);
        rooms.Add(room);
        return figures;
    }

    private double[] InKernel(BacktestInput backtest)
    {
        Strategy strategy = backtest.Strategy;
        ImmutableArray<SymbolSignals> signals =
            [.. columns.Select(one => SymbolSignals.Of(strategy, one.FrameOf(strategy.Indicators)))];
        BacktestResult result = Backtest.RunInKernel(backtest, signals, null, parallel.CancellationToken);
        double[] figures = new double[RunFigures.Count];
        RunFigures.Write(Metrics.Of(result, [.. input.Symbols.Select(symbol => symbol.Bars)]), figures);
        return figures;
    }

    private static CandleSeries UpTo(CandleSeries bars, Instant? to) =>
        to is null ? bars : bars.Slice(0, bars.IndexAtOrAfter(to.Value.UnixMillis));
}
