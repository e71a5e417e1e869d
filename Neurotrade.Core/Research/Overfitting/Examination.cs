using System.Collections.Immutable;
using Neurotrade.Core.Market;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Core.Research.Overfitting;

/// <summary>
/// All that is asked of a result before it is believed: the run again under other costs, other candles, other orders of
/// its trades, other entries, and beside the other combinations of its parameters.
/// </summary>
public sealed record Examination
{
    // Combinations whose days are kept for cross-validation: the best, and some drawn from the others.
    private const int BestKept = 100;
    private const int OthersKept = 200;

    private const double SweepShare = 0.4;
    private const double AroundShare = 0.6;

    public required ExaminationInput Input { get; init; }

    public required BacktestResult Result { get; init; }

    public required Analysis Analysis { get; init; }

    /// <summary>The run with both fees doubled.</summary>
    public required Metrics DoubledFees { get; init; }

    /// <summary>Bull, bear, side.</summary>
    public required ImmutableArray<RegimeShare> Regimes { get; init; }

    public required FillPlausibility Fills { get; init; }

    public TradeResampling? Shuffled { get; init; }

    public TradeResampling? Blocks { get; init; }

    public CandleResampling? Candles { get; init; }

    public RandomEntries? Entries { get; init; }

    /// <summary>The combinations that were tried around the run; null without parameters to vary.</summary>
    public TrialSummary? Trials { get; init; }

    /// <summary>The run's Sharpe ratio held against those; null where it has none.</summary>
    public DeflatedSharpe? Deflated { get; init; }

    public Plateau? Plateau { get; init; }

    public BacktestOverfitting? Overfitting { get; init; }

    /// <summary>Examines a run.</summary>
    /// <param name="input">What is examined.</param>
    /// <param name="progress">Shares from 0 to 1.</param>
    /// <param name="cancellation">Ends it.</param>
    public static Examination Of(ExaminationInput input, IProgress<double>? progress, CancellationToken cancellation)
    {
        BacktestInput run = input.Run;
        ImmutableArray<CandleSeries> candles = [.. run.Symbols.Select(symbol => symbol.Bars)];
        BacktestResult result = Backtest.Run(run, null, cancellation);
        Analysis analysis = Analysis.Of(result, candles);
        CostModel costs = run.Strategy.Costs;
        Strategy dearer = run.Strategy with
        {
            Costs = costs with { MakerFee = 2 * costs.MakerFee, TakerFee = 2 * costs.TakerFee },
        };
        Examination alone = new()
        {
            Input = input,
            Result = result,
            Analysis = analysis,
            DoubledFees = Metrics.Of(Backtest.Run(run with { Strategy = dearer }, null, cancellation), candles),
            Regimes = RegimeShare.Of(analysis.Daily, candles[0]),
            Fills = FillPlausibility.Of(result, candles),
            Shuffled = TradeResampling.Of(result, TradeOrder.Shuffled, input.Runs, input.Seed, input.Threads, cancellation),
            Blocks = TradeResampling.Of(result, TradeOrder.Blocks, input.Runs, input.Seed, input.Threads, cancellation),
            Entries = RandomEntries.Of(result, candles, input.Runs, input.Seed, input.Threads, cancellation),
        };
        SweepInput? sweep = input.Sweep is { Plan.Count: > 1 } some ? some with { Threads = input.Threads } : null;
        Examination around = sweep is null ? alone : alone.Around(sweep, progress, cancellation);
        return around with
        {
            Candles = CandleResampling.Of(
                run, result, input.Markets, input.Seed, input.Threads,
                Part(progress, sweep is null ? 0 : AroundShare, 1), cancellation),
        };
    }

    private Examination Around(SweepInput sweep, IProgress<double>? progress, CancellationToken cancellation)
    {
        SweepPart part = SweepPart.Begin(new MemoryStream(), sweep.Identity());
        IProgress<SweepProgress>? swept = progress is null ? null : new Swept(progress);
        Sweep.Run(sweep, part, swept, cancellation);
        SweepRow[] rows = [.. part.ReadAll()];
        Dictionary<long, double> scores = rows.ToDictionary(row => row.Combination, row => sweep.Objective.Of(row.Figures));
        long[] kept = Kept(sweep, part);
        TrialSummary trials = TrialSummary.Of(rows.Select(row => row.Figures[RunFigures.Sharpe]));
        IEnumerable<long> near = Plateau.NeighboursOf(sweep.Plan, Input.Point).Append(Input.Point);
        long[] more = [.. near.Where(one => !scores.ContainsKey(one))];
        foreach ((long combination, double score) in Scores(sweep, more, cancellation))
        {
            scores.Add(combination, score);
        }

        double[][] returns = new double[kept.Length][];
        int done = 0;
        IProgress<double>? rest = Part(progress, SweepShare, AroundShare);
        Parallel.For(0, kept.Length, ParallelOf(cancellation), i =>
        {
            returns[i] = Padded(CombinationReturns.Of(sweep, kept[i], cancellation), Analysis.Daily.Days.Length);
            rest?.Report((double)Interlocked.Increment(ref done) / kept.Length);
        });
        return this with
        {
            Trials = trials,
            Deflated = SharpeSample.Of(Analysis.Daily.Returns) is { } sample ? new DeflatedSharpe(sample, trials) : null,
            Plateau = Plateau.Of(sweep.Plan, Input.Point, one => scores.TryGetValue(one, out double score) ? score : null),
            Overfitting = BacktestOverfitting.Of(returns, BacktestOverfitting.DefaultBlocks, Input.Threads, cancellation),
        };
    }

    // The best by the objective, then some drawn from the rest: what lies far down never comes near being chosen, but a
    // rank needs it.
    private long[] Kept(SweepInput sweep, SweepPart part)
    {
        IEnumerable<SweepKey> keys = SweepSort.Sorted(part, sweep.Objective, () => new MemoryStream());
        long[] sorted = [.. keys.Select(key => key.Combination)];
        long[] others = sorted[Math.Min(BestKept, sorted.Length)..];
        Array.Sort(others);
        new Draws(Input.Seed, "combinations", 0).Shuffle(others.AsSpan());
        return [.. sorted.Take(BestKept).Concat(others.Take(OthersKept)).Order()];
    }

    private (long Combination, double Score)[] Scores(SweepInput sweep, long[] combinations, CancellationToken cancellation)
    {
        ImmutableArray<CandleSeries> candles = [.. sweep.Symbols.Select(symbol => symbol.Bars)];
        (long, double)?[] found = new (long, double)?[combinations.Length];
        Parallel.For(0, found.Length, ParallelOf(cancellation), i =>
        {
            if (sweep.Template.TryBind(sweep.Plan.SetOf(combinations[i])) is { } strategy)
            {
                double[] figures = new double[RunFigures.Count];
                RunFigures.Write(Metrics.Of(Backtest.Run(sweep.BacktestOf(strategy), null, cancellation), candles), figures);
                found[i] = (combinations[i], sweep.Objective.Of(figures));
            }
        });
        return [.. found.OfType<(long, double)>()];
    }

    private ParallelOptions ParallelOf(CancellationToken cancellation) =>
        new() { MaxDegreeOfParallelism = Input.Threads, CancellationToken = cancellation };

    // Once equity has reached 0 there is nothing to return on.
    private static double[] Padded(double[] returns, int days)
    {
        Array.Resize(ref returns, days);
        return returns;
    }

    private static Share? Part(IProgress<double>? whole, double from, double to) =>
        whole is null ? null : new Share(whole, from, to);

    private sealed class Share(IProgress<double> whole, double from, double to) : IProgress<double>
    {
        public void Report(double value) => whole.Report(from + ((to - from) * value));
    }

    private sealed class Swept(IProgress<double> whole) : IProgress<SweepProgress>
    {
        public void Report(SweepProgress value) => whole.Report(SweepShare * value.Share);
    }
}
