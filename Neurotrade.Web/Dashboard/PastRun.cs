using System.Text.Json.Serialization;

namespace Neurotrade.Web.Dashboard;

/// <summary>
/// What the list of runs shows of a finished backtest. Fractions, not percent; what is undefined is null; times are
/// Unix milliseconds.
/// </summary>
public sealed record PastRun
{
    /// <summary>Name of the run's folder: when it finished, UTC, and the beginning of the strategy's hash.</summary>
    public required string Id { get; init; }

    public required long FinishedMillis { get; init; }

    public required string Strategy { get; init; }

    public required string Hash { get; init; }

    public required string[] Symbols { get; init; }

    public required string Timeframe { get; init; }

    /// <summary>Open time of the first bar.</summary>
    public required long StartMillis { get; init; }

    /// <summary>Close time of the last bar.</summary>
    public required long EndMillis { get; init; }

    public required double Capital { get; init; }

    public required double FinalEquity { get; init; }

    public double? TotalReturn { get; init; }

    public double? BuyAndHoldReturn { get; init; }

    public double? MaxDrawdown { get; init; }

    public double? Sharpe { get; init; }

    public double? WinRate { get; init; }

    public required int Trades { get; init; }

    public required int Bars { get; init; }

    public required Proof LookAhead { get; init; }

    /// <summary>The prices came from the generated market and are not real.</summary>
    public bool IsGenerated { get; init; }

    /// <summary>The folder with all result files, as it was named on the command line.</summary>
    public required string Out { get; init; }

    /// <summary>Equity at evenly spaced bars, at most <see cref="MostCurvePoints"/>, for the small curve in the list.</summary>
    public required double[] Curve { get; init; }

    /// <summary>What it was made from; null where only its report was kept.</summary>
    public RunOrigin? Origin { get; init; }

    /// <summary>SHA-256 over the candles that it used; null where only its report was kept.</summary>
    public string? DataFingerprint { get; init; }

    public const int MostCurvePoints = 64;
}

/// <summary>What the look-ahead certificate came to (contracts 4.9).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Proof>))]
public enum Proof
{
    NotChecked,
    Proved,
    Failed,
}

/// <summary>Records are written and read without reflection, so that a short run stays short.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(PastRun))]
[JsonSerializable(typeof(RunOrigin))]
internal sealed partial class RunJson : JsonSerializerContext;
