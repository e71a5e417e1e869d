using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Neurotrade.Core.Market;

/// <summary>Reads Binance's exchangeInfo document: the answer of the REST call, or of the WebSocket API's.</summary>
public static class ExchangeInfo
{
    /// <summary>The rules in a document; throws <see cref="InputException"/> with every problem found.</summary>
    public static InstrumentRules Parse(string text, string fileName)
    {
        List<Problem> problems = [];
        ImmutableArray<Instrument>.Builder instruments = ImmutableArray.CreateBuilder<Instrument>();
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            if (SymbolsOf(document.RootElement) is { } symbols)
            {
                foreach (JsonElement symbol in symbols.EnumerateArray())
                {
                    Read(symbol, fileName, instruments, problems);
                }
            }
            else
            {
                problems.Add(new Problem(fileName, 0, 0, "no list \"symbols\", expected an exchangeInfo document"));
            }
        }
        catch (JsonException malformed)
        {
            int line = (int)(malformed.LineNumber ?? -1) + 1;
            int column = (int)(malformed.BytePositionInLine ?? -1) + 1;
            problems.Add(new Problem(fileName, line, column, "not valid JSON, expected an exchangeInfo document"));
        }

        return problems.Count == 0
            ? new InstrumentRules(fileName, instruments.ToImmutable())
            : throw new InputException(problems);
    }

    private static JsonElement? SymbolsOf(JsonElement root)
    {
        JsonElement? answer = Member(root, "result") ?? root;
        return Member(answer.Value, "symbols") is { ValueKind: JsonValueKind.Array } symbols ? symbols : null;
    }

    private static void Read(
        JsonElement entry, string fileName, ImmutableArray<Instrument>.Builder instruments, List<Problem> problems)
    {
        // Pairs that this program cannot name cannot be traded by it either.
        if (!Symbol.TryParse($"{TextOf(entry, "baseAsset")}/{TextOf(entry, "quoteAsset")}", out Symbol symbol))
        {
            return;
        }

        decimal lotStep = 0;
        decimal tickSize = 0;
        decimal minNotional = 0;
        JsonElement filters = Member(entry, "filters") ?? default;
        int filterCount = filters.ValueKind == JsonValueKind.Array ? filters.GetArrayLength() : 0;
        for (int i = 0; i < filterCount; i++)
        {
            switch (TextOf(filters[i], "filterType"))
            {
                case "LOT_SIZE":
                    lotStep = Number(filters[i], "stepSize", symbol, fileName, problems);
                    break;
                case "PRICE_FILTER":
                    tickSize = Number(filters[i], "tickSize", symbol, fileName, problems);
                    break;
                case "NOTIONAL" or "MIN_NOTIONAL":
                    minNotional = Number(filters[i], "minNotional", symbol, fileName, problems);
                    break;
            }
        }

        instruments.Add(new Instrument(symbol, lotStep, tickSize, minNotional));
    }

    private static decimal Number(
        JsonElement filter, string name, Symbol symbol, string fileName, List<Problem> problems)
    {
        string text = TextOf(filter, name);
        const NumberStyles style = NumberStyles.AllowDecimalPoint;
        if (decimal.TryParse(text, style, CultureInfo.InvariantCulture, out decimal value))
        {
            return value;
        }

        problems.Add(new Problem(
            fileName, 0, 0, $"\"{name}\" of {symbol} is '{text}', expected a number such as \"0.00001000\""));
        return 0;
    }

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement member)
            ? member
            : null;

    private static string TextOf(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : string.Empty;
}
