using System.Security.Cryptography;
using System.Text;
using Neurotrade.Core.Market;

namespace Neurotrade.Tests.Reference;

public sealed class NumpyBarsTests
{
    [Fact]
    public void Columns_OfSeed42_AreThoseOfNumpyToTheBit()
    {
        string hash = Convert.ToHexStringLower(SHA256.HashData(NumpyBars.ToBytes()));

        Assert.Equal("1a8f27c38f28a6f243119b19d8eedc845f1aab57ed8d44e54be2182d129f5206", hash);
    }

    [Fact]
    public void Series_OfTheFirstBars_HasThePublishedPrices()
    {
        CandleSeries bars = NumpyBars.Series(3);

        Assert.Equal(new Candle(1_609_459_200_000, 29997.5, 30010.18, 29995.85, 30002.99, bars.Volumes[0]), bars[0]);
        Assert.Equal(1_609_459_320_000, bars.Times[2]);
    }

    [Fact]
    public void Klines_OfAllBars_AreThePublishedFile()
    {
        bool isLong = Environment.GetEnvironmentVariable("NEUROTRADE_LONG") == "1";
        Assert.SkipUnless(isLong, "Long tier: writes 148.6 MB of text (set NEUROTRADE_LONG=1).");
        using SHA256 sha = SHA256.Create();
        using (CryptoStream stream = new(Stream.Null, sha, CryptoStreamMode.Write))
        using (StreamWriter writer = new(stream, new UTF8Encoding(false), 1 << 16))
        {
            NumpyBars.WriteKlines(writer);
        }

        Assert.StartsWith("0eaa52f7", Convert.ToHexStringLower(sha.Hash!), StringComparison.Ordinal);
    }
}
