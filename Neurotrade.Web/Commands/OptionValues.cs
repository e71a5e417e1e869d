using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Neurotrade.Core.Market;
using Symbol = Neurotrade.Core.Market.Symbol;
using Timeframe = Neurotrade.Core.Market.Timeframe;

namespace Neurotrade.Web.Commands;

/// <summary>Reads the texts of options into values and collects what cannot be read, the option's name as the file.</summary>
internal sealed class OptionValues(VerbContext context)
{
    private readonly List<Problem> problems = [];

    /// <summary>ISO 8601; a bare date is 00:00 UTC.</summary>
    public Instant? Time(Option<string?> option)
    {
        if (context.Get(option) is not { } text)
        {
            return null;
        }

        if (Instant.TryParseIso(text, out Instant time))
        {
            return time;
        }

        Refuse(option, text, "not a time; expected one like 2024-01-31 or 2024-01-31T12:00:00Z");
        return null;
    }

    /// <summary><c>BTC/USDT</c> or <c>BTCUSDT</c>.</summary>
    public Symbol? SymbolOf(Option<string?> option)
    {
        if (context.Get(option) is not { } text)
        {
            return null;
        }

        if (Symbol.TryParse(text, out Symbol symbol) || Symbol.TryParseJoined(text, out symbol))
        {
            return symbol;
        }

        Refuse(option, text, "not a symbol; expected one like BTC/USDT");
        return null;
    }

    /// <summary><c>15m</c>.</summary>
    public Timeframe? TimeframeOf(Option<string?> option)
    {
        if (context.Get(option) is not { } text)
        {
            return null;
        }

        if (Timeframe.TryParse(text, out Timeframe timeframe))
        {
            return timeframe;
        }

        Refuse(option, text, "not a timeframe; expected one like 1m, 15m, 4h or 1d");
        return null;
    }

    /// <summary>A finite number above 0.</summary>
    public double? Positive(Option<string?> option)
    {
        if (context.Get(option) is not { } text)
        {
            return null;
        }

        const NumberStyles plain = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (double.TryParse(text, plain, CultureInfo.InvariantCulture, out double number)
            && double.IsFinite(number) && number > 0)
        {
            return number;
        }

        Refuse(option, text, "not an amount; expected a number above 0 such as 10000 or 2500.50");
        return null;
    }

    /// <summary>A whole number from 0 to 2,147,483,647.</summary>
    public int Integer(Option<string?> option, int fallback)
    {
        if (context.Get(option) is not { } text)
        {
            return fallback;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
        {
            return number;
        }

        Refuse(option, text, "not a whole number from 0 to 2147483647");
        return fallback;
    }

    /// <summary>One of some words; the first where it is not given.</summary>
    public string Word(Option<string?> option, params ReadOnlySpan<string> words)
    {
        string text = context.Get(option) ?? words[0];
        if (words.Contains(text))
        {
            return text;
        }

        Refuse(option, text, $"expected {string.Join(", ", words[..^1].ToArray())} or {words[^1]}");
        return words[0];
    }

    /// <summary><c>NAME=VALUE</c>, each name once.</summary>
    public ImmutableSortedDictionary<string, string> Assignments(Option<string[]> option)
    {
        ImmutableSortedDictionary<string, string>.Builder found =
            ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (string text in context.Get(option) ?? [])
        {
            string[] parts = text.Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts.Length < 2 || parts[0].Length == 0 || parts[1].Length == 0)
            {
                Refuse(option, text, "not an assignment; expected NAME=VALUE");
            }
            else if (!found.TryAdd(parts[0], parts[1]))
            {
                Refuse(option, text, $"'{parts[0]}' is set twice");
            }
        }

        return found.ToImmutable();
    }

    /// <summary>What a reader of its own makes of an option; its problems join the others.</summary>
    public T? Try<T>(Func<T> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (InputException wrong)
        {
            problems.AddRange(wrong.Problems);
            return null;
        }
    }

    /// <summary>Ends the verb where anything was refused.</summary>
    public void ThrowIfAny()
    {
        if (problems.Count > 0)
        {
            throw new InputException(problems);
        }
    }

    /// <summary>Says that an option's text cannot be used.</summary>
    public void Refuse(Option option, string text, string why) =>
        problems.Add(new Problem(option.Name, 0, 0, $"'{text}': {why}"));
}
