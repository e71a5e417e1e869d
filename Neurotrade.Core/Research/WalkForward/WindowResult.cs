using Neurotrade.Core.Simulation;

namespace Neurotrade.Core.Research.WalkForward;

/// <summary>What one window came to.</summary>
/// <param name="Window">Its dates.</param>
/// <param name="Combination">
/// What the train range chose, a number of the sweep's plan; null where none had an objective.
/// </param>
/// <param name="Train">That choice's figures in the train range, a row of <see cref="RunFigures"/>.</param>
/// <param name="Test">The same in the test range.</param>
/// <param name="Run">The run over the test range; without trades where nothing was chosen.</param>
public sealed record WindowResult(
    WalkForwardWindow Window, long? Combination, double[] Train, double[] Test, BacktestResult Run);
