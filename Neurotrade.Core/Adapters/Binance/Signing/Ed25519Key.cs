using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Neurotrade.Core.Market;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math.EC.Rfc8032;
using Org.BouncyCastle.Security;

namespace Neurotrade.Core.Adapters.Binance.Signing;

/// <summary>An Ed25519 private key (RFC 8032); signatures are written as base64, whose case matters.</summary>
public sealed class Ed25519Key : SigningKey
{
    private const string Expected = "expected an Ed25519 private key in PKCS#8 PEM form, as 'openssl genpkey -algorithm ed25519' writes it";
    private const int LongestPem = 8192;

    private readonly byte[] seed;
    private bool isWiped;

    private Ed25519Key(string apiKey, byte[] seed)
        : base(apiKey) => this.seed = seed;

    public override bool CanLogOn => true;

    /// <summary>
    /// Reads <c>-----BEGIN PRIVATE KEY-----</c>; a file that holds no such key is refused with the reason. The text
    /// given stays in memory until its owner lets go of it.
    /// </summary>
    public static bool TryRead(
        string apiKey,
        ReadOnlySpan<char> pem,
        [NotNullWhen(true)] out Ed25519Key? key,
        [NotNullWhen(false)] out string? problem)
    {
        key = null;
        if (pem.Length > LongestPem || !PemEncoding.TryFind(pem, out PemFields fields))
        {
            problem = $"no PEM block found, {Expected}";
            return false;
        }

        ReadOnlySpan<char> label = pem[fields.Label];
        if (label is not "PRIVATE KEY")
        {
            // The label is free text of the file: only names that are known are repeated.
            problem = label switch
            {
                "ENCRYPTED PRIVATE KEY" => $"the key is encrypted, {Expected}; 'openssl pkey' takes the encryption off",
                "PUBLIC KEY" => $"this is the public key, {Expected}",
                _ => $"not a private key, {Expected}",
            };
            return false;
        }

        byte[] encoded = new byte[Base64.GetMaxDecodedFromUtf8Length(pem.Length)];
        try
        {
            return TryRead(apiKey, encoded, pem[fields.Base64Data], out key, out problem);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(encoded);
        }
    }

    public override string Sign(ReadOnlySpan<byte> payload)
    {
        Guard.That(!isWiped);
        byte[] signature = new byte[Ed25519.SignatureSize];
        Ed25519.Sign(seed, 0, payload.ToArray(), 0, payload.Length, signature, 0);
        return Convert.ToBase64String(signature);
    }

    private static bool TryRead(
        string apiKey,
        byte[] encoded,
        ReadOnlySpan<char> base64,
        [NotNullWhen(true)] out Ed25519Key? key,
        [NotNullWhen(false)] out string? problem)
    {
        key = null;
        problem = $"not a private key of this kind, {Expected}";
        if (!Convert.TryFromBase64Chars(base64, encoded, out int length)
            || PrivateKeyOf(encoded.AsSpan(0, length).ToArray()) is not Ed25519PrivateKeyParameters found)
        {
            return false;
        }

        byte[] seed = GC.AllocateArray<byte>(Ed25519.SecretKeySize, pinned: true);
        found.Encode(seed, 0);
        key = new Ed25519Key(apiKey, seed);
        problem = null;
        return true;
    }

    // The library answers damaged structures with exceptions of many kinds; all of them mean the same here.
    private static AsymmetricKeyParameter? PrivateKeyOf(byte[] encoded)
    {
        try
        {
            return PrivateKeyFactory.CreateKey(encoded);
        }
        catch (Exception damaged) when (damaged is not OutOfMemoryException)
        {
            return null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(encoded);
        }
    }

    private protected override void Wipe()
    {
        CryptographicOperations.ZeroMemory(seed);
        isWiped = true;
    }
}
