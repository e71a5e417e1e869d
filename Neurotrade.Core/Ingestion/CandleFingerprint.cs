using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Ingestion;

/// <summary>
/// The identity of the candles that a run used: SHA-256 over symbol, timeframe and the six columns of each series, in
/// order. It does not depend on how the candles were packed or stored.
/// </summary>
public static class CandleFingerprint
{
    /// <summary>The fingerprint as 64 lower-case hexadecimal digits.</summary>
    public static string Of(IEnumerable<CandleSeries> series)
    {
        // The columns are hashed as they lie in memory.
        Guard.That(BitConverter.IsLittleEndian);
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (CandleSeries one in series)
        {
            string head = string.Create(CultureInfo.InvariantCulture, $"{one.Symbol} {one.Timeframe.Millis} {one.Count}\n");
            hash.AppendData(Encoding.UTF8.GetBytes(head));
            hash.AppendData(MemoryMarshal.AsBytes(one.Times));
            hash.AppendData(MemoryMarshal.AsBytes(one.Opens));
            hash.AppendData(MemoryMarshal.AsBytes(one.Highs));
            hash.AppendData(MemoryMarshal.AsBytes(one.Lows));
            hash.AppendData(MemoryMarshal.AsBytes(one.Closes));
            hash.AppendData(MemoryMarshal.AsBytes(one.Volumes));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
