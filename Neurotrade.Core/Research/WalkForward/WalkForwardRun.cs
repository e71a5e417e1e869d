using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Neurotrade.Core.Market;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Core.Research.WalkForward;

/// <summary>
/// Optimises on each window's train range by the sweep engine and runs what that chose on the test range, which took no
/// part in choosing. Choices are kept in a part, a row a window, so that a later start goes on behind them.
/// </summary>
/// <param name="input">The sweep that every train range gets.</param>
/// <param name="plan">The windows.</param>
/// <param name="choices">The choices so far, of <see cref="IdentityOf"/>.</param>
public sealed class WalkForwardRun(SweepInput input, WalkForwardPlan plan, SweepPart choices)
{
    // Kept where no combination of a window has an objective.
    private const long Nothing = -1;

    /// <summary>How many windows have chosen.</summary>
    public int Chosen => choices.Count;

    /// <summary>The next window that has not; null after the last.</summary>
    public WalkForwardWindow? Next => Chosen < plan.Windows.Length ? plan.Windows[Chosen] : null;

    /// <summary>32 bytes that differ wherever a choice could.</summary>
    public static byte[] IdentityOf(SweepInput input, WalkForwardPlan plan)
    {
        string own = string.Join(
            '\n', Convert.ToHexString(input.Identity()), input.Objective.Text, input.Objective.MinTrades,
            plan.TrainMillis, plan.TestMillis, plan.PurgeMillis);
        return SHA256.HashData(Encoding.UTF8.GetBytes(own));
    }

    /// <summary>Sweeps the next window's train range and keeps its best combination.</summary>
    /// <param name="part">The train sweep's rows, those of an earlier start included.</param>
    /// <param name="progress">How far that sweep is.</param>
    /// <param name="cancellation">Ends it; the part holds what is done, and nothing is chosen.</param>
    public void Choose(SweepPart part, IProgress<SweepProgress>? progress, CancellationToken cancellation)
    {
        SweepInput train = Next!.TrainOf(input);
        SweepProgress outcome = Sweep.Run(train, part, progress, cancellation);
        Sweep.RefuseWhereNoneRan(train, part);
        choices.Append(outcome.Best ?? new SweepRow(Nothing, Missing()));
        choices.Flush();
    }

    /// <summary>Runs every window's choice on its test range.</summary>
    public ImmutableArray<WindowResult> Test(CancellationToken cancellation)
    {
        Guard.That(Next is null);
        SweepRow[] rows = [.. choices.ReadAll()];
        WindowResult[] results = new WindowResult[rows.Length];
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = input.Threads, CancellationToken = cancellation };
        Parallel.For(0, rows.Length, parallel, i => results[i] = Test(plan.Windows[i], rows[i], cancellation));
        return [.. results];
    }

    private WindowResult Test(WalkForwardWindow window, SweepRow choice, CancellationToken cancellation)
    {
        SweepInput test = window.TestOf(input);
        if (choice.Combination == Nothing)
        {
            return new WindowResult(window, null, choice.Figures, Missing(), Idle(test));
        }

        Strategy strategy = input.Template.Bind(input.Plan.SetOf(choice.Combination));
        BacktestResult run = Backtest.Run(test.BacktestOf(strategy), null, cancellation);
        double[] figures = new double[RunFigures.Count];
        RunFigures.Write(Metrics.Of(run, [.. input.Symbols.Select(symbol => symbol.Bars)]), figures);
        return new WindowResult(window, choice.Combination, choice.Figures, figures, run);
    }

    // The capital, untouched, at every bar.
    private static BacktestResult Idle(SweepInput test)
    {
        Strategy strategy = test.Template.Reading.Strategy;
        long[] times = TimeAxis.Of(test.Symbols, test.From, test.To).Times;
        double[] cash = new double[times.Length];
        Array.Fill(cash, strategy.Capital);
        return new BacktestResult
        {
            Strategy = strategy,
            Capital = strategy.Capital,
            Closes = CloseColumns.Of(times, cash, cash, new double[times.Length]),
            InPosition = new BitColumn(times.Length),
            Trades = [],
            Fills = [],
            OpenPositions = [],
            Counts = new BacktestCounts(),
        };
    }

    private static double[] Missing()
    {
        double[] figures = new double[RunFigures.Count];
        Array.Fill(figures, double.NaN);
        return figures;
    }
}
