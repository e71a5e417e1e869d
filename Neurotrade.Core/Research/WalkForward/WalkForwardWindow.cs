using Neurotrade.Core.Market;
using Neurotrade.Core.Research.Sweeps;

namespace Neurotrade.Core.Research.WalkForward;

/// <summary>One window: bars that open in [TrainFrom, TrainTo) choose, those in [TestFrom, TestTo) judge.</summary>
/// <param name="Number">From 1.</param>
/// <param name="TrainFrom">First open time of the train range.</param>
/// <param name="TrainTo">End of the train range.</param>
/// <param name="TestFrom">First open time of the test range; the purge lies before it.</param>
/// <param name="TestTo">End of the test range, where the next one begins.</param>
public sealed record WalkForwardWindow(int Number, Instant TrainFrom, Instant TrainTo, Instant TestFrom, Instant TestTo)
{
    /// <summary>A sweep over the train range alone.</summary>
    public SweepInput TrainOf(SweepInput input) => input with { From = TrainFrom, To = TrainTo };

    /// <summary>The same over the test range.</summary>
    public SweepInput TestOf(SweepInput input) => input with { From = TestFrom, To = TestTo };
}
