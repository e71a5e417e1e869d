using System.Collections.Immutable;
using Neurotrade.Core.Kernel;

namespace Neurotrade.Core.Simulation;

/// <summary>
/// Tells what a run saw at one place, by walking it again up to there: a run is the same every time (contracts 4.19), so
/// an ordinary one need not keep it.
/// </summary>
public static class RunReview
{
    /// <summary>The levels that the bars [fromBar, toBar) of a symbol were held against, as steps in rising order.</summary>
    public static ImmutableArray<LevelStep> Levels(
        BacktestInput input,
        ImmutableArray<SymbolSignals> signals,
        int symbol,
        int fromBar,
        int toBar,
        CancellationToken cancellation) => WalkOf(input, signals).LevelsOf(symbol, fromBar, toBar, cancellation);

    /// <summary>What stood for and against an entry at a bar's close; null for a bar outside the run's range.</summary>
    public static CloseReview<double>? Close(
        BacktestInput input,
        ImmutableArray<SymbolSignals> signals,
        int symbol,
        int bar,
        CancellationToken cancellation) => WalkOf(input, signals).ReviewOf(symbol, bar, cancellation);

    private static BacktestWalk<double> WalkOf(BacktestInput input, ImmutableArray<SymbolSignals> signals) =>
        new(input, signals, new Journal<double>(keeps: false));
}
