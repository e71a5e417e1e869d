namespace Neurotrade.Core.Adapters.Files;

/// <summary>What a packed candle file may unpack to; beyond that it is refused as a bomb.</summary>
public sealed record ArchiveLimits
{
    /// <summary>Most bytes of text that a file may unpack to; default 2 GiB.</summary>
    public long MostBytes { get; init; } = 2L << 30;

    /// <summary>
    /// Most bytes of text a packed byte; default 200. Real candles pack about 4 : 1, minutes without trades 40 : 1.
    /// </summary>
    public int MostRatio { get; init; } = 200;

    /// <summary>Most entries in a zip archive; default 1,000.</summary>
    public int MostEntries { get; init; } = 1000;
}
