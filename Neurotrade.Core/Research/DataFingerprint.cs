using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Research;

/// <summary>
/// The identity of candles: SHA-256 over <c>symbol|timeframe|count</c> in UTF-8 and a line feed, then the columns open
/// time, open, high, low, close and volume, each as little-endian 64-bit values. Lower-case hex.
/// </summary>
public static class DataFingerprint
{
    public static string Of(CandleSeries series)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string head = string.Create(
            CultureInfo.InvariantCulture, $"{series.Symbol}|{series.Timeframe}|{series.Count}\n");
        hash.AppendData(Encoding.UTF8.GetBytes(head));
        Append(hash, MemoryMarshal.Cast<long, ulong>(series.Times));
        Append(hash, MemoryMarshal.Cast<double, ulong>(series.Opens));
        Append(hash, MemoryMarshal.Cast<double, ulong>(series.Highs));
        Append(hash, MemoryMarshal.Cast<double, ulong>(series.Lows));
        Append(hash, MemoryMarshal.Cast<double, ulong>(series.Closes));
        Append(hash, MemoryMarshal.Cast<double, ulong>(series.Volumes));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>
    /// One identity for all series of a run: SHA-256 over theirs, each on a line of its own, in order.
    /// </summary>
    public static string Of(IEnumerable<RunData> data)
    {
        string lines = string.Concat(data.Select(one => one.Fingerprint + "\n"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines)));
    }

    private static void Append(IncrementalHash hash, ReadOnlySpan<ulong> column)
    {
        if (BitConverter.IsLittleEndian)
        {
            hash.AppendData(MemoryMarshal.AsBytes(column));
            return;
        }

        Span<byte> word = stackalloc byte[sizeof(ulong)];
        foreach (ulong value in column)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(word, value);
            hash.AppendData(word);
        }
    }
}
