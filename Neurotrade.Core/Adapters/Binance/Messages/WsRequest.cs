using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Neurotrade.Core.Adapters.Binance.Messages;

/// <summary>
/// A request on a socket: the WebSocket API's has parameters with names, a stream's subscription has a list without.
/// </summary>
/// <param name="Id">The request's own name, as JSON.</param>
/// <param name="Method">What is asked.</param>
/// <param name="Parameters">Names and values as text, in order; a list's have empty names.</param>
public sealed record WsRequest(string Id, string Method, ImmutableArray<(string Name, string Value)> Parameters)
{
    /// <summary>Reads a request; values that are lists or objects stay JSON text.</summary>
    public static bool TryRead(
        ReadOnlySpan<byte> json, [NotNullWhen(true)] out WsRequest? request, [NotNullWhen(false)] out WireProblem? problem)
    {
        request = null;
        if (!WireFrame.TryOpen(json, out WireFrame frame, out problem))
        {
            return false;
        }

        if (frame.Method.IsEmpty || frame.Id.IsEmpty)
        {
            problem = new WireProblem(WireFault.WrongShape, frame.Id.IsEmpty ? "$.id" : "$.method", "a field is missing");
            return false;
        }

        try
        {
            string id = Encoding.UTF8.GetString(frame.Id);
            request = new WsRequest(id, Encoding.UTF8.GetString(frame.Method), ParametersOf(frame.Params));
            return true;
        }
        catch (InvalidOperationException)
        {
            // What the reader says of text that is no UTF-8.
            problem = new WireProblem(WireFault.WrongShape, "$.params", "text that is not UTF-8");
            return false;
        }
    }

    // The frame was read to its end before: it is known to be JSON.
    private static ImmutableArray<(string Name, string Value)> ParametersOf(ReadOnlySpan<byte> json)
    {
        if (json.IsEmpty)
        {
            return [];
        }

        ImmutableArray<(string, string)>.Builder found = ImmutableArray.CreateBuilder<(string, string)>();
        Utf8JsonReader reader = new(json);
        reader.Read();
        string name = string.Empty;
        while (reader.Read() && reader.CurrentDepth > 0)
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                name = reader.GetString()!;
                reader.Read();
            }

            string? text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            int start = (int)reader.TokenStartIndex;
            reader.Skip();
            found.Add((name, text ?? Encoding.UTF8.GetString(json[start..(int)reader.BytesConsumed])));
        }

        return found.ToImmutable();
    }
}
