using System.Collections.Immutable;
using Neurotrade.Core.Research;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Core.Research.WalkForward;
using Neurotrade.Core.Simulation;

namespace Neurotrade.Web.Composition;

/// <summary>A walk-forward that ran.</summary>
internal sealed record FinishedWalkForward
{
    public required PreparedRun Run { get; init; }

    public required SweepInput Input { get; init; }

    public required WalkForwardPlan Plan { get; init; }

    public required ImmutableArray<WindowResult> Windows { get; init; }

    /// <summary>The test ranges one after another.</summary>
    public required BacktestResult OutOfSample { get; init; }

    public required Analysis Analysis { get; init; }

    public required WalkForwardEfficiency Efficiency { get; init; }

    /// <summary>One for each parameter.</summary>
    public required ImmutableArray<ParameterStability> Stability { get; init; }

    /// <summary>Windows that had chosen in an earlier start.</summary>
    public required int EarlierWindows { get; init; }

    /// <summary>From the first train range to the last test range.</summary>
    public required TimeSpan RunTime { get; init; }
}
