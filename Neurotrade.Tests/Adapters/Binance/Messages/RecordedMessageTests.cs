using System.Text;
using System.Text.Json;
using Neurotrade.Core.Adapters.Binance.Messages;

namespace Neurotrade.Tests.Adapters.Binance.Messages;

/// <summary>Every recorded message of the exchange, through the reader of its kind and back.</summary>
public sealed class RecordedMessageTests
{
    // 466 files; some hold several messages, and two of the documentation hold nothing but an elision.
    private const int MessageCount = 522;

    [Fact]
    public void Messages_EachOfThem_AreReadToTheLastDigit()
    {
        RecordedMessage[] messages = [.. RecordedMessages.All()];

        Assert.Equal(MessageCount, messages.Length);
        string[] faults = [.. messages.SelectMany(message => Faults(message).Select(fault => $"{message.Name} {fault}"))];
        Assert.True(faults.Length == 0, string.Join('\n', faults));
    }

    [Fact]
    public void Messages_CutOffOrDamaged_GiveANamedProblemAndNeverAnException()
    {
        const int seed = 20261122;
        Random random = new(seed);
        int cutCount = 0;
        foreach (RecordedMessage message in RecordedMessages.All())
        {
            MessageShape? shape = message.IsFrame ? null : MessageShape.For(message.Name, Root(message.Json));
            for (int i = 0; i < 12; i++)
            {
                byte[] cut = message.Json[..random.Next(message.Json.Length)];
                Assert.True(ProblemOf(cut, shape)?.Fault == WireFault.NotJson, $"{message.Name} cut to {cut.Length}, seed {seed}");
                cutCount++;

                byte[] damaged = [.. message.Json];
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
                _ = ProblemOf(damaged, shape);
            }
        }

        Assert.True(cutCount > 5000);
    }

    private static IEnumerable<string> Faults(RecordedMessage message)
    {
        if (!message.IsFrame)
        {
            return AnswerFaults(message.Name, message.Json);
        }

        if (!WireFrame.TryOpen(message.Json, out WireFrame frame, out WireProblem? problem))
        {
            return [problem.ToString()];
        }

        JsonElement root = Root(message.Json);
        return !frame.Method.IsEmpty ? RequestFaults(message.Json, root)
            : frame.IsAnswer ? EnvelopeFaults(message.Name, root, frame)
            : EventFaults(root, frame);
    }

    private static List<string> AnswerFaults(string name, byte[] json)
    {
        if (MessageShape.For(name, Root(json)) is not { } shape)
        {
            return ["is of no known kind"];
        }

        return shape.Again(json, out WireProblem? problem) is { } again
            ? [.. JsonDifference.Of(Root(json), Root(again))]
            : [problem!.ToString()];
    }

    private static List<string> EnvelopeFaults(string name, JsonElement root, WireFrame frame)
    {
        List<string> faults = [];
        Same(root, "id", frame.Id, faults);
        Same(root, "status", frame.Status, faults);
        bool isPlain = frame.Result.SequenceEqual("null"u8) || frame.Result.SequenceEqual("true"u8);
        if (isPlain || frame.Result.IsEmpty)
        {
            Same(root, "result", frame.Result, faults);
        }
        else
        {
            faults.AddRange(AnswerFaults(name, frame.Result.ToArray()));
        }

        if (!frame.Error.IsEmpty)
        {
            faults.AddRange(AnswerFaults(name, frame.Error.ToArray()));
        }

        if (!frame.RateLimits.IsEmpty)
        {
            byte[]? again = MessageShape.Limits.Again(frame.RateLimits, out WireProblem? problem);
            faults.AddRange(again is null ? [problem!.ToString()] : JsonDifference.Of(root.GetProperty("rateLimits"), Root(again)));
        }

        return faults;
    }

    private static List<string> EventFaults(JsonElement root, WireFrame frame)
    {
        if (!StreamEvents.TryRead(frame.Event, out StreamEvent? found, out WireProblem? problem))
        {
            return [problem.ToString()];
        }

        byte[] again = JsonSerializer.SerializeToUtf8Bytes(found, found.GetType(), BinanceJson.Default);
        List<string> faults = [.. JsonDifference.Of(Root(frame.Event.ToArray()), Root(again))];
        Same(root, "subscriptionId", frame.SubscriptionId, faults);
        string stream = root.TryGetProperty("stream", out JsonElement name) ? name.GetString()! : string.Empty;
        return stream == Encoding.UTF8.GetString(frame.Stream) ? faults : [.. faults, $"the stream is not {stream}"];
    }

    private static IEnumerable<string> RequestFaults(byte[] json, JsonElement root)
    {
        if (!WsRequest.TryRead(json, out WsRequest? request, out WireProblem? problem))
        {
            return [problem.ToString()];
        }

        (string, string)[] expected = !root.TryGetProperty("params", out JsonElement parameters) ? []
            : parameters.ValueKind == JsonValueKind.Object
                ? [.. parameters.EnumerateObject().Select(one => (one.Name, TextOf(one.Value)))]
                : [.. parameters.EnumerateArray().Select(one => (string.Empty, TextOf(one)))];
        bool isSame = request.Id == root.GetProperty("id").GetRawText()
            && request.Method == root.GetProperty("method").GetString() && expected.SequenceEqual(request.Parameters);
        return isSame ? [] : [$"became {request}"];
    }

    private static void Same(JsonElement root, string name, ReadOnlySpan<byte> part, List<string> faults)
    {
        string expected = root.TryGetProperty(name, out JsonElement value) ? value.GetRawText() : string.Empty;
        if (expected != Encoding.UTF8.GetString(part))
        {
            faults.Add($"{name} is not {expected}");
        }
    }

    private static WireProblem? ProblemOf(byte[] json, MessageShape? shape)
    {
        if (shape is not null)
        {
            return shape.Again(json, out WireProblem? ofAnswer) is null ? ofAnswer : null;
        }

        if (!WireFrame.TryOpen(json, out WireFrame frame, out WireProblem? problem))
        {
            return problem;
        }

        _ = WsRequest.TryRead(json, out _, out _);
        return StreamEvents.TryRead(frame.Event, out _, out problem) ? null : problem;
    }

    private static string TextOf(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static JsonElement Root(byte[] json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
