using System.Globalization;

namespace Neurotrade.Core.Adapters.Binance.Signing;

/// <summary>The parameters of one request, in the order in which they were given; each name once.</summary>
public sealed class RequestParameters
{
    private readonly List<(string Name, string Value)> entries = [];

    /// <summary>Names and values, in order.</summary>
    public IReadOnlyList<(string Name, string Value)> Entries => entries;

    /// <summary>Adds a text; a name that is there already is our own mistake: Binance would take one of the two.</summary>
    public RequestParameters Add(string name, string value)
    {
        Market.Guard.That(name.Length > 0 && !entries.Exists(entry => entry.Name == name));
        entries.Add((name, value));
        return this;
    }

    /// <summary>Adds a whole number.</summary>
    public RequestParameters Add(string name, long value) => Add(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds an exact number, without an exponent and with the digits that it has.</summary>
    public RequestParameters Add(string name, decimal value) => Add(name, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>
    /// The query string: UTF-8, everything but letters, digits and <c>-_.~</c> percent-encoded. This very text is signed
    /// and sent (since 2026-01-15 a signature over the text before it was encoded is refused with -1022).
    /// </summary>
    public string ToQuery() =>
        string.Join('&', entries.Select(entry => $"{Uri.EscapeDataString(entry.Name)}={Uri.EscapeDataString(entry.Value)}"));

    /// <summary>What the WebSocket API signs: sorted by name in ordinal order, as plain text and not percent-encoded.</summary>
    public string ToSortedText() => string.Join('&', entries
        .OrderBy(entry => entry.Name, StringComparer.Ordinal)
        .Select(entry => $"{entry.Name}={entry.Value}"));
}
