using System.Text.Json.Serialization;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;

namespace Neurotrade.Web.Dashboard.Imports;

/// <summary>Where a file is on its way into the candle store.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ImportState>))]
public enum ImportState
{
    /// <summary>The browser will send it.</summary>
    Announced,

    /// <summary>It is arriving.</summary>
    Arriving,

    /// <summary>It lies in the state folder, whole.</summary>
    Waiting,

    /// <summary>It lies there too, but a person must tell what it is first.</summary>
    Asking,

    /// <summary>It is read and stored.</summary>
    Reading,
    Done,
    Failed,
    Cancelled,

    /// <summary>The browser left, or the server ended, before all of it was there.</summary>
    Interrupted,
}

/// <summary>A candle file that somebody brought, as pages show it. Times are Unix milliseconds.</summary>
public sealed record FileImport
{
    private const double Sent = 0.7;

    /// <summary>Rising with each file.</summary>
    public required long Id { get; init; }

    /// <summary>As its owner calls it, without a folder.</summary>
    public required string Name { get; init; }

    /// <summary>What its candles are filed under.</summary>
    public required string Exchange { get; init; }

    public required long Bytes { get; init; }

    public required ImportState State { get; init; }

    public required long AskedMillis { get; init; }

    public long? EndedMillis { get; init; }

    /// <summary>What only a person can tell of it; null where nothing is asked.</summary>
    public FileQuestion? Question { get; init; }

    /// <summary><c>BTC/USDT</c>, as a person told it.</summary>
    public string? Symbol { get; init; }

    /// <summary><c>15m</c>, as a person told it.</summary>
    public string? Timeframe { get; init; }

    /// <summary>What was stored of it.</summary>
    public ImportedSeries[] Series { get; init; } = [];

    /// <summary>Why it could not be stored.</summary>
    public FileFault[] Faults { get; init; } = [];

    /// <summary>0 to 1 while it arrives and is read; not kept.</summary>
    [JsonIgnore]
    public double Share { get; init; }

    /// <summary>How far its reading has come; null before. Not kept.</summary>
    [JsonIgnore]
    public ReadingProgress? Read { get; init; }

    /// <summary>0 to 1 of its whole way; sending takes longer than reading.</summary>
    [JsonIgnore]
    public double Progress => State switch
    {
        ImportState.Announced => 0,
        ImportState.Arriving => Sent * Share,
        ImportState.Waiting or ImportState.Asking => Sent,
        ImportState.Reading => Sent + ((1 - Sent) * Share),
        _ => 1,
    };

    [JsonIgnore]
    public bool IsActive => State is ImportState.Announced or ImportState.Arriving or ImportState.Waiting or ImportState.Asking
        or ImportState.Reading;

    /// <summary>Whether it goes on by itself.</summary>
    [JsonIgnore]
    public bool IsMoving => IsActive && State != ImportState.Asking;

    /// <summary>Whether something is done with it just now.</summary>
    [JsonIgnore]
    public bool IsAtWork => State is ImportState.Arriving or ImportState.Reading;

    /// <summary>Refused rows of all its series.</summary>
    [JsonIgnore]
    public long RefusedRows => Series.Sum(one => one.RefusedRows);
}

/// <summary>Something wrong in a file.</summary>
/// <param name="File">The archive's entry; empty where the file itself is meant.</param>
/// <param name="Line">From 1; 0: the whole file.</param>
/// <param name="Message">What is wrong, and what was expected.</param>
public sealed record FileFault(string File, int Line, string Message)
{
    /// <summary>Something wrong with a file as a whole.</summary>
    public static FileFault OfAll(string message) => new(string.Empty, 0, message);

    /// <summary>A problem of the file that lies under a path here, told without that path.</summary>
    public static FileFault Of(Problem problem, string path, string name)
    {
        string entry = problem.File.StartsWith(path, StringComparison.Ordinal) ? problem.File[path.Length..].TrimStart('/') : string.Empty;
        return new FileFault(entry, problem.Line, problem.Message.Replace(path, name, StringComparison.Ordinal));
    }

    /// <summary>The first problems of such a file.</summary>
    public static FileFault[] Of(InputException wrong, string path, string name) =>
        [.. wrong.Problems.Take(QualityReport.MostNamed).Select(problem => Of(problem, path, name))];
}

/// <summary>What became of one series of a file. Times are open times, Unix milliseconds; lists hold the first few.</summary>
public sealed record ImportedSeries
{
    /// <summary><c>store:binance/BTC-USDT/1m</c>.</summary>
    public required string Address { get; init; }

    public required long Rows { get; init; }

    public required long Candles { get; init; }

    public required long FirstMillis { get; init; }

    public required long LastMillis { get; init; }

    /// <summary>Candles that the store did not have.</summary>
    public required long Added { get; init; }

    /// <summary>Candles that it had, bit for bit.</summary>
    public required long AlreadyThere { get; init; }

    /// <summary>Candles that replaced a stored one.</summary>
    public required long Replaced { get; init; }

    public long[] ReplacedTimes { get; init; } = [];

    /// <summary>Rows that are no valid candles.</summary>
    public required long RefusedRows { get; init; }

    public FileFault[] Refusals { get; init; } = [];

    /// <summary>Rows of which a later row has the open time.</summary>
    public required long DuplicateRows { get; init; }

    /// <summary>Those of them that differ from it.</summary>
    public required long RevisedRows { get; init; }

    public long[] RevisedTimes { get; init; } = [];

    public required long UnsortedRows { get; init; }

    /// <summary>Candles that end before their time.</summary>
    public required long CutShort { get; init; }

    public FileFault[] CutShortRows { get; init; } = [];

    public required long Gaps { get; init; }

    public required long MissingCandles { get; init; }

    public required long ZeroVolumeBars { get; init; }
}

/// <summary>Imports are kept as JSON, written and read without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(FileImport))]
internal sealed partial class ImportJson : JsonSerializerContext;
