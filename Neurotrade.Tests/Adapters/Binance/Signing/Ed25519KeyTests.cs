using System.Security.Cryptography;
using Neurotrade.Core.Adapters.Binance.Signing;
using Neurotrade.Core.Market;

namespace Neurotrade.Tests.Adapters.Binance.Signing;

/// <summary>Held to the published vectors of RFC 8032, section 7.1.</summary>
public sealed class Ed25519KeyTests
{
    // The head of a PKCS#8 document around a seed of 32 bytes (RFC 8410, section 7).
    private const string Head = "302E020100300506032B657004220420";
    private const string Seed1 = "9D61B19DEFFD5A60BA844AF492EC2CC44449C5697B326919703BAC031CAE7F60";

    [Theory]
    [InlineData(
        Seed1,
        "",
        "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")]
    [InlineData(
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
        "72",
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00")]
    [InlineData(
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
        "af82",
        "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a")]
    public void Sign_OfAPublishedVector_GivesItsSignature(string seed, string message, string signature)
    {
        using Ed25519Key key = Read(Pem(Head + seed));

        Assert.Equal(signature, Convert.ToHexStringLower(Convert.FromBase64String(key.Sign(Convert.FromHexString(message)))));
        Assert.True(key.CanLogOn);
    }

    [Fact]
    public void Query_WithASignatureInBase64_PercentEncodesIt()
    {
        using Ed25519Key key = Read(Pem(Head + Seed1));

        string query = SignedRequest.Query(new RequestParameters().Add("symbol", "１２３").Add("timestamp", 1L), key);

        string[] parts = query.Split("&signature=");
        Assert.Equal("symbol=%EF%BC%91%EF%BC%92%EF%BC%93&timestamp=1", parts[0]);
        Assert.Equal(key.Sign(parts[0]), Uri.UnescapeDataString(parts[1]));
        Assert.DoesNotContain('=', parts[1]);
        Assert.DoesNotContain('+', parts[1]);
        Assert.DoesNotContain('/', parts[1]);
    }

    [Theory]
    [InlineData("PUBLIC KEY", Head + Seed1, "this is the public key")]
    [InlineData("ENCRYPTED PRIVATE KEY", Head + Seed1, "the key is encrypted")]
    [InlineData("CERTIFICATE", Head + Seed1, "not a private key")]
    [InlineData("PRIVATE KEY", Head, "not a private key of this kind")]
    [InlineData("PRIVATE KEY", "00", "not a private key of this kind")]
    public void TryRead_OfAnythingElse_IsRefusedWithTheReason(string label, string hex, string reason)
    {
        string pem = PemEncoding.WriteString(label, Convert.FromHexString(hex));

        Assert.False(Ed25519Key.TryRead("key", pem, out Ed25519Key? key, out string? problem));
        Assert.Null(key);
        Assert.StartsWith(reason, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void TryRead_OfAnRsaKeyOrNoPem_IsRefused()
    {
        using var rsa = RSA.Create(2048);

        Assert.False(Ed25519Key.TryRead("key", rsa.ExportPkcs8PrivateKeyPem(), out _, out string? ofRsa));
        Assert.False(Ed25519Key.TryRead("key", "hello", out _, out string? ofText));
        Assert.StartsWith("not a private key of this kind", ofRsa, StringComparison.Ordinal);
        Assert.StartsWith("no PEM block found", ofText, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_AsTextAndAfterDisposal_GiveNothingAway()
    {
        Ed25519Key pair = Read(Pem(Head + Seed1));
        var shared = new HmacKey("public", "the secret");
        Assert.Equal("Ed25519Key HmacKey", $"{pair} {shared}");
        Assert.False(shared.CanLogOn);

        pair.Dispose();
        shared.Dispose();

        Assert.Throws<BrokenPromiseException>(() => pair.Sign("x"));
        Assert.Throws<BrokenPromiseException>(() => shared.Sign("x"));
    }

    [Fact]
    public void Parameters_WithANameTwice_AreOurOwnMistake() =>
        Assert.Throws<BrokenPromiseException>(() => new RequestParameters().Add("symbol", "A").Add("symbol", "B"));

    private static string Pem(string hex) => PemEncoding.WriteString("PRIVATE KEY", Convert.FromHexString(hex));

    private static Ed25519Key Read(string pem)
    {
        Assert.True(Ed25519Key.TryRead("key", pem, out Ed25519Key? key, out string? problem), problem);
        return key;
    }
}
