using Neurotrade.Core.Market;

namespace Neurotrade.Core.Adapters.Binance.Rest;

/// <summary>Where an exchange that speaks Binance's protocol is reached.</summary>
/// <param name="Name">As it is shown.</param>
/// <param name="Rest">The base of REST paths, without <c>/api/v3</c>.</param>
/// <param name="Streams">The base of market streams, without <c>/stream</c>.</param>
/// <param name="WebSocketApi">The WebSocket API's whole address.</param>
public sealed record BinanceEnvironment(string Name, Uri Rest, Uri Streams, Uri WebSocketApi)
{
    /// <summary>Real money.</summary>
    public static BinanceEnvironment Live { get; } = Of(
        "live", "https://api.binance.com", "wss://stream.binance.com:9443", "wss://ws-api.binance.com:443/ws-api/v3");

    /// <summary>Play money on other prices; wiped about once a month.</summary>
    public static BinanceEnvironment Testnet { get; } = Of(
        "testnet", "https://testnet.binance.vision", "wss://stream.testnet.binance.vision", "wss://ws-api.testnet.binance.vision/ws-api/v3");

    /// <summary>Play money on real prices.</summary>
    public static BinanceEnvironment Demo { get; } = Of(
        "demo", "https://demo-api.binance.com", "wss://demo-stream.binance.com", "wss://demo-ws-api.binance.com/ws-api/v3");

    /// <summary>
    /// An exchange of one's own: any http or https address, with its WebSockets below the same host unless told otherwise.
    /// A plain http address must be of this machine: keys never cross a network in the open.
    /// </summary>
    /// <exception cref="InputException">It is not such an address.</exception>
    public static BinanceEnvironment Custom(string rest, string? streams = null, string? webSocketApi = null)
    {
        Uri restUri = Checked(rest, "http", "https");
        UriBuilder sockets = new(restUri) { Scheme = restUri.Scheme == "http" ? "ws" : "wss" };
        return new BinanceEnvironment(
            "custom",
            restUri,
            streams is null ? sockets.Uri : Checked(streams, "ws", "wss"),
            webSocketApi is null ? new Uri(sockets.Uri, "ws-api/v3") : Checked(webSocketApi, "ws", "wss"));
    }

    private static BinanceEnvironment Of(string name, string rest, string streams, string api) =>
        new(name, new Uri(rest), new Uri(streams), new Uri(api));

    private static Uri Checked(string text, string plain, string secure)
    {
        bool isAddress = Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) && uri.UserInfo.Length == 0
            && uri.Query.Length == 0 && uri.Fragment.Length == 0 && (uri.Scheme == secure || (uri.Scheme == plain && uri.IsLoopback));
        return isAddress ? uri! : throw new InputException(new Problem(
            text, 0, 0, $"not the address of an exchange, expected {secure}://HOST, or {plain}:// on this machine"));
    }
}
