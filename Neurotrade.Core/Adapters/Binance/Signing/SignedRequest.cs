namespace Neurotrade.Core.Adapters.Binance.Signing;

/// <summary>Puts a signature on a request. Percent-encode first, sign then, send the very text that was signed.</summary>
public static class SignedRequest
{
    /// <summary>The query string of a REST request with its signature at the end.</summary>
    /// <param name="query">Parameters, <c>timestamp</c> among them.</param>
    /// <param name="key">Whose request it is.</param>
    public static string Query(RequestParameters query, SigningKey key)
    {
        string text = query.ToQuery();
        return $"{text}&signature={Uri.EscapeDataString(Signature(text, string.Empty, key))}";
    }

    /// <summary>
    /// The signature of a REST request whose parameters lie in the query, in the form body, or in both: the two texts are
    /// signed one behind the other with nothing between them. As it is, not yet percent-encoded.
    /// </summary>
    public static string Signature(string encodedQuery, string encodedBody, SigningKey key) =>
        key.Sign(encodedQuery + encodedBody);

    /// <summary>
    /// The parameters of a WebSocket API request with <c>apiKey</c> and <c>signature</c> added: sorted by name and signed as
    /// plain UTF-8 text.
    /// </summary>
    public static RequestParameters Parameters(RequestParameters parameters, SigningKey key)
    {
        RequestParameters signed = new();
        foreach ((string name, string value) in parameters.Entries)
        {
            signed.Add(name, value);
        }

        signed.Add("apiKey", key.ApiKey);
        return signed.Add("signature", key.Sign(signed.ToSortedText()));
    }
}
