using System.Text.Json.Serialization;

namespace Neurotrade.Web.Dashboard.Imports;

/// <summary>What a person must tell of a file before its candles can be stored, and what was found in it. Times are Unix milliseconds.</summary>
public sealed record FileQuestion
{
    /// <summary>Neither its name nor an entry's tells the symbol.</summary>
    public required bool AsksSymbol { get; init; }

    /// <summary>Its rows do not tell the timeframe.</summary>
    public required bool AsksTimeframe { get; init; }

    public required long Rows { get; init; }

    public required long FirstMillis { get; init; }

    public required long LastMillis { get; init; }

    /// <summary>The most frequent spacing of its rows, milliseconds; 0 where there is a single one.</summary>
    public required long SpacingMillis { get; init; }

    /// <summary>Whether the same answer may do for another file.</summary>
    [JsonIgnore]
    public (bool, bool) Kind => (AsksSymbol, AsksTimeframe);
}
