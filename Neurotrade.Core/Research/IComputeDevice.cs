using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Core.Simulation;

namespace Neurotrade.Core.Research;

/// <summary>
/// Something beside the processor's own cores that runs many combinations of a strategy at once. In doubles its rows are
/// those of the processor, to the bit (contracts 4.19).
/// </summary>
public interface IComputeDevice
{
    /// <summary>As a person is told of it.</summary>
    string Name { get; }

    /// <summary>The numbers in which it computes.</summary>
    SweepPrecision Precision { get; }

    /// <summary>Why it cannot run what a combination of a sweep runs on; null where it can.</summary>
    string? Refusal(BacktestInput backtest);

    /// <summary>
    /// The figures of each combination (<see cref="RunFigures"/>), in the batch's order. Between, it tells how many
    /// combinations' worth of work is done.
    /// </summary>
    /// <exception cref="IOException">The device failed.</exception>
    double[][] FiguresOf(SweepBatch batch, Action<int> advance, CancellationToken cancellation);
}
