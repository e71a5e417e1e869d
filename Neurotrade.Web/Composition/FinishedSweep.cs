using System.Collections.Immutable;
using Neurotrade.Core.Research.Overfitting;
using Neurotrade.Core.Research.Sweeps;

namespace Neurotrade.Web.Composition;

/// <summary>A sweep that ran: how much there was, and the best of it.</summary>
internal sealed record FinishedSweep
{
    public required PreparedRun Run { get; init; }

    public required SweepInput Input { get; init; }

    public required SweepProgress Outcome { get; init; }

    /// <summary>The best rows that have an objective, best first, each with its objective.</summary>
    public required ImmutableArray<(SweepRow Row, double Score)> Best { get; init; }

    /// <summary>Rows that were there from an earlier start.</summary>
    public required int EarlierRows { get; init; }

    /// <summary>All rows together.</summary>
    public required int Rows { get; init; }

    /// <summary>From the first combination to the last, sorting left out.</summary>
    public required TimeSpan RunTime { get; init; }

    /// <summary>The combinations of this sweep alone.</summary>
    public required TrialSummary Tried { get; init; }

    /// <summary>
    /// All combinations of this strategy that were ever tried on this data; null where they could not be kept.
    /// </summary>
    public required TrialSummary? EverTried { get; init; }

    /// <summary>The returns of the best row; null where it has none, or they no deviation.</summary>
    public required SharpeSample? BestSample { get; init; }

    /// <summary>The best row held against this sweep alone: what follows from its inputs.</summary>
    public DeflatedSharpe? DeflatedHere => BestSample is { } sample ? new DeflatedSharpe(sample, Tried) : null;

    /// <summary>The best row held against all that was ever tried, as far as that is known.</summary>
    public DeflatedSharpe? Deflated => BestSample is { } sample ? new DeflatedSharpe(sample, EverTried ?? Tried) : null;

    /// <summary>Bars of the run's time axis times combinations that ran now, a second.</summary>
    public double CombinationBarsPerSecond => Best.IsEmpty || RunTime <= TimeSpan.Zero
        ? 0
        : Best[0].Row.Figures[0] * (Rows - EarlierRows) / RunTime.TotalSeconds;
}
