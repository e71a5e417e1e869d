using System.Numerics;
using System.Runtime.InteropServices;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Adapters.Files;

/// <summary>
/// CRC-32C of each of the six columns, as they lie on the disk. It runs on over an appended part, and over the six at
/// once, which keeps the processor's checksum unit busy: one chain alone waits for itself.
/// </summary>
internal readonly record struct ColumnChecksums(uint Time, uint Open, uint High, uint Low, uint Close, uint Volume)
{
    /// <summary>The names of the columns, and of their files, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = ["open_time", "open", "high", "low", "close", "volume"];

    public uint this[int column] => column switch
    {
        0 => Time,
        1 => Open,
        2 => High,
        3 => Low,
        4 => Close,
        _ => Volume,
    };

    public static ColumnChecksums From(ReadOnlySpan<uint> values) =>
        new(values[0], values[1], values[2], values[3], values[4], values[5]);

    /// <summary>The checksums of these columns behind those already summed.</summary>
    public ColumnChecksums Then(CandleColumns columns)
    {
        ReadOnlySpan<long> times = columns.Times;
        ReadOnlySpan<ulong> opens = MemoryMarshal.Cast<double, ulong>(columns.Opens)[..times.Length];
        ReadOnlySpan<ulong> highs = MemoryMarshal.Cast<double, ulong>(columns.Highs)[..times.Length];
        ReadOnlySpan<ulong> lows = MemoryMarshal.Cast<double, ulong>(columns.Lows)[..times.Length];
        ReadOnlySpan<ulong> closes = MemoryMarshal.Cast<double, ulong>(columns.Closes)[..times.Length];
        ReadOnlySpan<ulong> volumes = MemoryMarshal.Cast<double, ulong>(columns.Volumes)[..times.Length];
        (uint t, uint o, uint h, uint l, uint c, uint v) = (~Time, ~Open, ~High, ~Low, ~Close, ~Volume);
        for (int i = 0; i < times.Length; i++)
        {
            t = BitOperations.Crc32C(t, (ulong)times[i]);
            o = BitOperations.Crc32C(o, opens[i]);
            h = BitOperations.Crc32C(h, highs[i]);
            l = BitOperations.Crc32C(l, lows[i]);
            c = BitOperations.Crc32C(c, closes[i]);
            v = BitOperations.Crc32C(v, volumes[i]);
        }

        return new ColumnChecksums(~t, ~o, ~h, ~l, ~c, ~v);
    }

    /// <summary>CRC-32C of plain bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte one in bytes)
        {
            crc = BitOperations.Crc32C(crc, one);
        }

        return ~crc;
    }
}
