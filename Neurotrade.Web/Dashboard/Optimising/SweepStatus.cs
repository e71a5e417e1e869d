using System.Text.Json.Serialization;
using Neurotrade.Core.Research;
using Neurotrade.Core.Research.Overfitting;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Web.Dashboard.Jobs;

namespace Neurotrade.Web.Dashboard.Optimising;

/// <summary>What became of a sweep: <c>status.json</c> of its folder. Times are Unix milliseconds.</summary>
public sealed record SweepStatus
{
    public required JobState State { get; init; }

    public long? StartedMillis { get; init; }

    public long? EndedMillis { get; init; }

    /// <summary>Why it ended without a table, a problem a line.</summary>
    public string? Message { get; init; }

    /// <summary>What computed it and why; null where the processor was asked for.</summary>
    public string? Device { get; init; }

    /// <summary>Combinations that were tried.</summary>
    public long Tried { get; init; }

    /// <summary>Combinations whose values make no strategy.</summary>
    public long Refused { get; init; }

    /// <summary>Combinations of this strategy ever tried on this data when it ended; null where that could not be kept.</summary>
    public TrialSummary? EverTried { get; init; }

    /// <summary>Its own combinations.</summary>
    public TrialSummary? OwnTrials { get; init; }

    /// <summary>Name of the ledger that goes on counting them.</summary>
    public string? Ledger { get; init; }

    /// <summary>The daily returns of the best row; null where it has none, or they no deviation.</summary>
    public SharpeSample? BestSample { get; init; }

    /// <summary>Bars of one run.</summary>
    public long Bars { get; init; }

    /// <summary>How long the combinations took that ran last, in seconds, and how many those were.</summary>
    public double Seconds { get; init; }

    public long Timed { get; init; }

    /// <summary>Null where no row has an objective.</summary>
    public BestPoint? Best { get; init; }

    [JsonIgnore]
    public bool IsActive => State is JobState.Queued or JobState.Running;
}

/// <summary>The best row of a sweep.</summary>
public sealed record BestPoint
{
    public required double Score { get; init; }

    /// <summary>Its parameters as <c>--set</c> takes them.</summary>
    public required Dictionary<string, string> Set { get; init; }

    public double? TotalReturn { get; init; }

    public double? Sharpe { get; init; }

    public double? MaxDrawdown { get; init; }

    public int Trades { get; init; }

    /// <summary>Of a row of a plan.</summary>
    internal static BestPoint Of(SweepPlan plan, SweepRow row, double score)
    {
        double? Figure(string name) => row.Figures[RunFigures.IndexOf(name)] is var value && double.IsNaN(value) ? null : value;
        return new BestPoint
        {
            Score = score,
            Set = plan.SetOf(row.Combination).ToDictionary(StringComparer.Ordinal),
            TotalReturn = Figure("total_return"),
            Sharpe = Figure("sharpe"),
            MaxDrawdown = Figure("max_drawdown"),
            Trades = (int)row.Figures[RunFigures.Trades],
        };
    }
}

[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(AskedSweep))]
[JsonSerializable(typeof(SweepStatus))]
internal sealed partial class SweepJson : JsonSerializerContext;
