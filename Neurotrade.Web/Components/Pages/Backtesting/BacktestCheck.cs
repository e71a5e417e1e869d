using System.Collections.Immutable;
using System.Globalization;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;
using Neurotrade.Web.Dashboard;
using Neurotrade.Web.Dashboard.Candles;
using Neurotrade.Web.Dashboard.Rules;

namespace Neurotrade.Web.Components.Pages.Backtesting;

/// <summary>What a form asks for, or what is wrong with it, field by field.</summary>
internal sealed record BacktestCheck
{
    public const string Candles = "candles";
    public const string From = "from";
    public const string To = "to";
    public const string Capital = "capital";
    public const string Rules = "rules";

    // An older form that names no market takes the data's; which one does not matter here.
    private static readonly Symbol AnySymbol = Symbol.TryParse("BTC/USDT", out Symbol symbol) ? symbol : default;

    /// <summary>Problems by the field that they belong to; a parameter's field is <c>$name</c>.</summary>
    public required IReadOnlyDictionary<string, string> Problems { get; init; }

    /// <summary>Addresses of the candles.</summary>
    public required IReadOnlyList<string> Sources { get; init; }

    /// <summary>First open time and last close time of the candles, Unix milliseconds; null where they are not stored.</summary>
    public (long From, long To)? Covered { get; init; }

    /// <summary>What is run; null where a field has a problem.</summary>
    public RunOrigin? Origin { get; init; }

    /// <summary>Reads a form for a strategy that can be read.</summary>
    public static BacktestCheck Of(
        BacktestForm form, Strategy strategy, string text, string exchange, CandleShelf shelf, RulesShelf rules)
    {
        var problems = new Dictionary<string, string>(StringComparer.Ordinal);
        (IReadOnlyList<string> sources, IReadOnlyList<string> missing) = shelf.For(strategy, exchange);
        if (missing.Count > 0)
        {
            problems[Candles] = string.Join(' ', missing);
        }

        (long From, long To)? covered = missing.Count > 0 ? null : CoverageOf(sources, shelf);
        long? from = DayOf(form.From, From, problems);
        long? to = DayOf(form.To, To, problems);
        if (from >= to)
        {
            problems[To] = "The day after the last must come later than the first.";
        }
        else if (covered is { } known && from >= known.To)
        {
            problems[From] = $"The candles end on {Day(known.To)}.";
        }
        else if (covered is { } stored && to <= stored.From)
        {
            problems[To] = $"The candles begin on {Day(stored.From)}.";
        }

        double? capital = CapitalOf(form.Capital, problems);
        foreach ((string name, string value) in form.Set)
        {
            if (ProblemOf(name, value, text, form.Strategy ?? string.Empty) is { } problem)
            {
                problems[$"${name}"] = problem;
            }
        }

        if (form.Rules is not null && rules.PathOf(form.Rules) is null)
        {
            problems[Rules] = $"There is no stored document {form.Rules}.";
        }

        return new BacktestCheck
        {
            Problems = problems,
            Sources = sources,
            Covered = covered,
            Origin = problems.Count > 0 ? null : new RunOrigin
            {
                Sources = [.. sources],
                FromMillis = from,
                ToMillis = to,
                Set = new Dictionary<string, string>(form.Set, StringComparer.Ordinal),
                Capital = capital,
                Rules = form.Rules,
            },
        };
    }

    private static (long From, long To)? CoverageOf(IReadOnlyList<string> sources, CandleShelf shelf)
    {
        (long from, long to) = (long.MinValue, long.MaxValue);
        foreach (string source in sources)
        {
            if (!StoreAddress.TryParse(source, out StoreAddress address) || address.Exchange == GeneratedMarket.Exchange
                || shelf.Open(address) is not { Count: > 0 } series)
            {
                return null;
            }

            from = Math.Max(from, series.Times[0]);
            to = Math.Min(to, series.Times[^1] + series.Timeframe.Millis);
        }

        return from < to ? (from, to) : null;
    }

    private static long? DayOf(string? text, string field, Dictionary<string, string> problems)
    {
        if (text is null)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) && day.Year >= 1970)
        {
            return Instant.FromDate(day.Year, day.Month, day.Day).UnixMillis;
        }

        problems[field] = $"'{text}' is no day; expected one such as 2020-01-31.";
        return null;
    }

    private static double? CapitalOf(string? text, Dictionary<string, string> problems)
    {
        if (text is null)
        {
            return null;
        }

        string plain = text.Replace(",", string.Empty, StringComparison.Ordinal);
        if (double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value > 0 && double.IsFinite(value))
        {
            return value;
        }

        problems[Capital] = $"'{text}' is not a capital; expected a number above 0.";
        return null;
    }

    // Each parameter alone, so that a problem is told at its own field.
    private static string? ProblemOf(string name, string value, string text, string file)
    {
        try
        {
            StrategyFile.Read(text, file, StrategyOverrides.None with
            {
                Set = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add(name, value),
                Symbols = [AnySymbol],
                Timeframe = Timeframe.Hour,
            });
            return null;
        }
        catch (InputException wrong)
        {
            string told = $"`--set {name}={value}`";
            string message = wrong.Problems[0].Message;
            return message.StartsWith(told, StringComparison.Ordinal) ? $"`{value}`{message[told.Length..]}" : message;
        }
    }

    private static string Day(long millis) => new Instant(millis).ToDateTimeOffset().UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
