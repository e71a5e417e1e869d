using System.Text.Json;
using System.Text.Json.Nodes;

namespace Neurotrade.Tests.Adapters.Binance.Messages;

/// <summary>One recorded message: where it stands, its bytes, and whether it came over a socket.</summary>
internal sealed record RecordedMessage(string Name, byte[] Json, bool IsFrame);

/// <summary>Every message in the folder of recordings, taken out of what the recordings put around it.</summary>
internal static class RecordedMessages
{
    private static readonly string[] SocketFolders =
    [
        "docs_ws_api", "docs_ws_streams", "docs_user_data_stream", "binance_net_ws_api", "binance_net_streams", "lean_user_data",
        "nautilus_user_data",
    ];

    /// <summary>All of them, in order of names.</summary>
    public static IEnumerable<RecordedMessage> All()
    {
        string root = SharedData.Require("reference/binance");
        return Directory.EnumerateFiles(root, "*.json", SearchOption.AllDirectories)
            .Where(path => Path.GetDirectoryName(path) != root && Path.GetFileName(path) != "index.json")
            .Select(path => (Path: path, Name: Path.GetRelativePath(root, path).Replace('\\', '/')))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .SelectMany(file => In(file.Name, JsonNode.Parse(File.ReadAllText(file.Path))!));
    }

    private static IEnumerable<RecordedMessage> In(string name, JsonNode file)
    {
        string folder = name.Split('/')[0];
        bool isFrame = SocketFolders.Contains(folder) || name.Contains("/ws_spot_", StringComparison.Ordinal);
        IEnumerable<JsonNode?> messages = folder switch
        {
            // This one has one more layer than the exchange's answer to that call.
            "binance_net_rest" when name.Contains("ReplaceOrder", StringComparison.Ordinal) => [file["response"]!["data"]],
            "binance_net_rest" => [file["response"]],
            "binance_net_ws_api" or "binance_net_streams" => file.AsArray().Select(one => one!["message"]),
            "lean_user_data" => file.AsArray(),
            _ => [file],
        };
        return messages.Select(message => Elided(message!)).OfType<JsonNode>()
            .Select(message => new RecordedMessage(name, JsonSerializer.SerializeToUtf8Bytes(message), isFrame && !IsAlone(message)));
    }

    // The documentation shows a few refusals, and a fragment of an answer, as they stand inside of an envelope.
    private static bool IsAlone(JsonNode message) =>
        message is JsonObject fields && (fields.ContainsKey("code") || (fields.Count == 2 && fields.ContainsKey("openTime")));

    // `{}` in a list stands for entries that the documentation shows elsewhere; it is not a message.
    private static JsonNode? Elided(JsonNode message)
    {
        if (message is JsonArray { Count: 1 } list && list[0] is JsonObject { Count: 0 })
        {
            return null;
        }

        if (message is JsonObject fields && fields["rateLimits"] is JsonArray limits
            && limits.Any(limit => limit is JsonObject { Count: 0 }))
        {
            limits.Clear();
        }

        return message;
    }
}
