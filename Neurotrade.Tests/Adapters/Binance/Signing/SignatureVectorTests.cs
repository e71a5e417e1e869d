using System.Text.Json;
using Neurotrade.Core.Adapters.Binance.Signing;

namespace Neurotrade.Tests.Adapters.Binance.Signing;

/// <summary>The six published vectors, each made from its parameters and not from its ready payload.</summary>
public sealed class SignatureVectorTests
{
    private static readonly string[] Names =
    [
        "rest_query_string_ascii", "rest_query_string_non_ascii", "rest_request_body", "rest_mixed_query_and_body",
        "ws_api_sorted_params_ascii", "ws_api_sorted_params_non_ascii",
    ];

    public static TheoryData<string> Vectors => [.. Names];

    [Fact]
    public void Vectors_OfTheFile_AreAllHere()
    {
        using JsonDocument file = Open();

        Assert.Equal(Names, file.RootElement.EnumerateArray().Select(vector => vector.GetProperty("name").GetString()));
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Sign_OfAPublishedVector_GivesItsPayloadAndSignature(string name)
    {
        using JsonDocument file = Open();
        JsonElement vector = file.RootElement.EnumerateArray().Single(one => Text(one, "name") == name);
        using var key = new HmacKey(Text(vector, "apiKey"), Text(vector, "secretKey"));

        (string payload, string signature) = vector.TryGetProperty("params", out JsonElement parameters)
            ? OfWebSocket(parameters, key)
            : OfRest(vector, key);

        Assert.Equal(Text(vector, "payload"), payload);
        Assert.Equal(Text(vector, "signature"), signature);
    }

    [Fact]
    public void Query_OfThePublishedOrder_IsTheUrlThatIsSent()
    {
        using JsonDocument file = Open();
        JsonElement vector = file.RootElement[0];
        using var key = new HmacKey(Text(vector, "apiKey"), Text(vector, "secretKey"));

        string query = SignedRequest.Query(Parse(Text(vector, "queryString")), key);

        Assert.Equal(Text(vector, "requestUrl"), $"https://api.binance.com{Text(vector, "path")}?{query}");
    }

    private static (string Payload, string Signature) OfRest(JsonElement vector, SigningKey key)
    {
        string query = Parse(Text(vector, "queryString")).ToQuery();
        string body = Parse(Text(vector, "body")).ToQuery();
        return (query + body, SignedRequest.Signature(query, body, key));
    }

    private static (string Payload, string Signature) OfWebSocket(JsonElement parameters, SigningKey key)
    {
        RequestParameters plain = new();
        foreach (JsonProperty parameter in parameters.EnumerateObject().Where(one => one.Name != "apiKey"))
        {
            plain.Add(parameter.Name, parameter.Value.ToString());
        }

        RequestParameters signed = SignedRequest.Parameters(plain, key);
        string payload = signed.ToSortedText();
        string signature = signed.Entries[^1].Value;
        return (payload.Replace($"&signature={signature}", string.Empty, StringComparison.Ordinal), signature);
    }

    private static RequestParameters Parse(string query)
    {
        RequestParameters parameters = new();
        foreach (string[] pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=')))
        {
            parameters.Add(Uri.UnescapeDataString(pair[0]), Uri.UnescapeDataString(pair[1]));
        }

        return parameters;
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static JsonDocument Open() =>
        JsonDocument.Parse(File.ReadAllText(SharedData.Require("reference/binance/hmac_signature_vectors.json")));
}
