using Neurotrade.Core.Research.Sweeps;

namespace Neurotrade.Core.Adapters.OpenCl;

/// <summary>How much of a sweep lies in the device's memory at once, so that any history and any number fits.</summary>
internal sealed record WalkRoom
{
    private const int LeastRows = 1024;

    /// <summary>Bytes of each buffer that grows with bars, columns or combinations.</summary>
    public long MostBytes { get; init; } = 64L << 20;

    /// <summary>Combinations that run together.</summary>
    public int MostMembers { get; init; } = 16_384;

    /// <summary>Bars of a tile, its history aside.</summary>
    public int MostRows { get; init; } = 16_384;

    /// <summary>Trades of a combination that fit before they are fetched.</summary>
    public int MostTrades { get; init; } = 16_384;

    /// <summary>Whether kernels are built fast rather than well: for tests of many.</summary>
    public bool IsQuick { get; init; }

    /// <summary>The room on a device.</summary>
    public static WalkRoom Of(OpenClDevice device) => new()
    {
        MostBytes = Math.Min(64L << 20, Math.Min(device.LargestBufferBytes, device.MemoryBytes / 16)),
    };

    /// <summary>How many combinations run together.</summary>
    public int Members(SweepData data, IEnumerable<KernelNumbers> members)
    {
        // A ring is as long as the longest of its group asks for, rounded up.
        long rings = members.Max(one => one.Rings.Sum(ring => 2L * ring.Length));
        long each = sizeof(double) * Math.Max(Math.Max(data.DayEnds.Length, rings), 64);
        return (int)Math.Clamp(MostBytes / each, 1, MostMembers);
    }

    /// <summary>Whether a tile of some bars fits with its history.</summary>
    public bool Holds(WalkColumns columns) =>
        (columns.History + (long)LeastRows) * columns.Count * sizeof(double) <= MostBytes;

    /// <summary>How many bars a tile has beside its history; some, whatever it takes.</summary>
    public int Rows(int bars, WalkColumns columns)
    {
        long fit = (MostBytes / sizeof(double) / Math.Max(5, columns.Count)) - columns.History;
        return (int)Math.Max(1, Math.Min(bars, Math.Min(MostRows, Math.Max(fit, LeastRows))));
    }

    /// <summary>How many trades of each combination fit before they are fetched.</summary>
    public int Trades(int members, int rows) =>
        (int)Math.Clamp(MostBytes / sizeof(double) / members, 1, Math.Min(MostTrades, rows));
}
