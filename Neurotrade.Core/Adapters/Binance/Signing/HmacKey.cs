using System.Security.Cryptography;
using System.Text;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Adapters.Binance.Signing;

/// <summary>A shared secret: HMAC-SHA256, written as lower-case hexadecimal.</summary>
public sealed class HmacKey : SigningKey
{
    private readonly byte[] secret;
    private bool isWiped;

    /// <summary>The two texts that Binance shows when such a key is made.</summary>
    public HmacKey(string apiKey, string secretKey)
        : base(apiKey)
    {
        secret = GC.AllocateArray<byte>(Encoding.UTF8.GetByteCount(secretKey), pinned: true);
        Encoding.UTF8.GetBytes(secretKey, secret);
    }

    public override bool CanLogOn => false;

    public override string Sign(ReadOnlySpan<byte> payload)
    {
        Guard.That(!isWiped);
        Span<byte> signature = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret, payload, signature);
        return Convert.ToHexStringLower(signature);
    }

    private protected override void Wipe()
    {
        CryptographicOperations.ZeroMemory(secret);
        isWiped = true;
    }
}
