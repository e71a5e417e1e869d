using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Neurotrade.Web.Components.Pages.Backtesting;

/// <summary>What the form of a new backtest holds, as typed. It stands in the address, so that it outlives its page.</summary>
public sealed record BacktestForm
{
    // Once for each parameter: name, equals sign, value.
    private const string SetKey = "set";

    // More of a field is cut off: an address has its limits. A list of values to try may be long.
    private const int LongestField = 400;

    public string? Strategy { get; init; }

    /// <summary>Where the candles come from; null: not chosen yet.</summary>
    public string? Exchange { get; init; }

    /// <summary>First day.</summary>
    public string? From { get; init; }

    /// <summary>First day that is not wanted any more.</summary>
    public string? To { get; init; }

    public string? Capital { get; init; }

    /// <summary>Name of a stored exchangeInfo document.</summary>
    public string? Rules { get; init; }

    /// <summary>The job that was asked for with it.</summary>
    public long? Job { get; init; }

    /// <summary>Parameters that are not the file's.</summary>
    public ImmutableSortedDictionary<string, string> Set { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Out of an address.</summary>
    public static BacktestForm Of(string address)
    {
        Dictionary<string, StringValues> query = QueryHelpers.ParseQuery(new Uri(address).Query);
        string? Text(string key) => query.TryGetValue(key, out StringValues values) ? Cut(values.FirstOrDefault()) : null;
        return new BacktestForm
        {
            Strategy = Text("strategy"),
            Exchange = Text("exchange"),
            From = Text("from"),
            To = Text("to"),
            Capital = Text("capital"),
            Rules = Text("rules"),
            Job = long.TryParse(Text("job"), NumberStyles.None, CultureInfo.InvariantCulture, out long job) ? job : null,
            Set = SetOf(query.GetValueOrDefault(SetKey)),
        };
    }

    /// <summary>Its address, from the root of the dashboard.</summary>
    public string Address() => Address("backtests/new", [new("job", Job?.ToString(CultureInfo.InvariantCulture))]);

    /// <summary>The address of a page that asks for more; what is empty is left out.</summary>
    public string Address(string page, IReadOnlyList<KeyValuePair<string, string?>> more)
    {
        KeyValuePair<string, string?>[] fields =
        [
            new("strategy", Strategy), new("exchange", Exchange), new("from", From), new("to", To), new("capital", Capital),
            .. Set.Select(pair => KeyValuePair.Create(SetKey, (string?)$"{pair.Key}={pair.Value}")),
            new("rules", Rules), .. more,
        ];
        return QueryHelpers.AddQueryString(page, fields.Where(field => !string.IsNullOrEmpty(field.Value)));
    }

    /// <summary>With a parameter as typed; what is empty is the file's.</summary>
    public BacktestForm With(string parameter, string? value) =>
        this with { Set = Cut(value) is { } text ? Set.SetItem(parameter, text) : Set.Remove(parameter) };

    private static ImmutableSortedDictionary<string, string> SetOf(StringValues values)
    {
        var set = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (string? value in values)
        {
            if (value?.Split('=', 2) is [{ Length: > 0 } name, var text] && Cut(text) is { } kept)
            {
                set[name] = kept;
            }
        }

        return set.ToImmutable();
    }

    /// <summary>A field as it is kept: trimmed, not too long, null where empty.</summary>
    public static string? Cut(string? text) => text?.Trim() is { Length: > 0 } plain ? plain[..Math.Min(plain.Length, LongestField)] : null;
}
