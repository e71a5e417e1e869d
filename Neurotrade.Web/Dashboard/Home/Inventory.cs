using Neurotrade.Web.Dashboard.Candles;

namespace Neurotrade.Web.Dashboard.Home;

/// <summary>What is here, looked at once.</summary>
public sealed record Inventory
{
    /// <summary>One's own strategies by name, each with what is wrong in it.</summary>
    public required IReadOnlyList<OwnStrategy> Strategies { get; init; }

    /// <summary>Strategies that ship.</summary>
    public required int Samples { get; init; }

    /// <summary>The stored candles, by address.</summary>
    public required IReadOnlyList<ShelvedSeries> Series { get; init; }

    /// <summary>Bytes of everything in the state folder.</summary>
    public required long StateBytes { get; init; }

    /// <summary>Bytes that its disk has left; null where the disk does not tell.</summary>
    public required long? FreeBytes { get; init; }

    /// <summary>Candles of all series.</summary>
    public long Candles => Series.Sum(one => one.Quality?.Candles ?? 0);
}

/// <summary>A strategy of one's own.</summary>
/// <param name="File">Its file's name.</param>
/// <param name="Name">What it calls itself; the file's name where it cannot be read.</param>
/// <param name="Problem">The first thing that is wrong in it, with its line; null where all is well.</param>
public sealed record OwnStrategy(string File, string Name, string? Problem);
