using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Core.Simulation;

namespace Neurotrade.Core.Research.Overfitting;

/// <summary>What is examined.</summary>
public sealed record ExaminationInput
{
    /// <summary>The run in question.</summary>
    public required BacktestInput Run { get; init; }

    /// <summary>What is tried around it; null where the strategy has no parameters.</summary>
    public SweepInput? Sweep { get; init; }

    /// <summary>The run's own number in the sweep's plan.</summary>
    public long Point { get; init; }

    /// <summary>Draws of each Monte Carlo of trades and of the test of entries.</summary>
    public int Runs { get; init; } = 1000;

    /// <summary>Markets that are made of the run's candles.</summary>
    public int Markets { get; init; } = 200;

    /// <summary>Of whatever is drawn.</summary>
    public required int Seed { get; init; }

    /// <summary>How many threads work at most; −1: all cores. Changes nothing in what is found.</summary>
    public int Threads { get; init; } = -1;
}
