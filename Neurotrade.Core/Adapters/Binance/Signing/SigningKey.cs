using System.Text;

namespace Neurotrade.Core.Adapters.Binance.Signing;

/// <summary>
/// What proves to Binance that a request is ours. The secret never leaves an instance, not even as text for a log, and is
/// wiped when it is disposed.
/// </summary>
public abstract class SigningKey : IDisposable
{
    private protected SigningKey(string apiKey) => ApiKey = apiKey;

    /// <summary>The public half, sent as <c>X-MBX-APIKEY</c> or <c>apiKey</c>.</summary>
    public string ApiKey { get; }

    /// <summary>Whether <c>session.logon</c> takes this key: Ed25519 only.</summary>
    public abstract bool CanLogOn { get; }

    /// <summary>The signature of a text's UTF-8 bytes, as it is written in a request, not yet percent-encoded.</summary>
    public string Sign(string payload) => Sign(Encoding.UTF8.GetBytes(payload));

    /// <summary>The signature of bytes, as it is written in a request.</summary>
    public abstract string Sign(ReadOnlySpan<byte> payload);

    /// <summary>The kind of key, and nothing else.</summary>
    public sealed override string ToString() => GetType().Name;

    public void Dispose()
    {
        Wipe();
        GC.SuppressFinalize(this);
    }

    private protected abstract void Wipe();
}
