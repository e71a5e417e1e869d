using System.Collections.Immutable;
using System.Globalization;
using Neurotrade.Core.Market;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Core.Strategies;
using Neurotrade.Web.Components.Pages.Backtesting;
using Neurotrade.Web.Dashboard.Candles;
using Neurotrade.Web.Dashboard.Optimising;
using Neurotrade.Web.Dashboard.Rules;

namespace Neurotrade.Web.Components.Pages.Optimising;

/// <summary>What a sweep's form asks for, or what is wrong with it, field by field.</summary>
internal sealed record SweepCheck
{
    public const string Search = "search";
    public const string Trials = "trials";
    public const string Seed = "seed";
    public const string Objective = "objective";
    public const string MinTrades = "min";

    /// <summary>More combinations than this are not tried from the page, whose charts hold all rows in memory.</summary>
    public const int MostTried = 250_000;

    /// <summary>Problems by the field that they belong to; a parameter's field is <c>$name</c>.</summary>
    public required IReadOnlyDictionary<string, string> Problems { get; init; }

    /// <summary>The candles' part of the check.</summary>
    public required BacktestCheck Run { get; init; }

    /// <summary>What is tried of each parameter; those that cannot be told are left out.</summary>
    public required IReadOnlyDictionary<string, SweepAxis> Axes { get; init; }

    /// <summary>How many combinations are tried of how many; null where a range has a problem.</summary>
    public (long Tried, long All)? Count { get; init; }

    /// <summary>What is asked for; null where a field has a problem.</summary>
    public AskedSweep? Asked { get; init; }

    /// <summary>Reads a form for a strategy that can be read and has parameters.</summary>
    public static SweepCheck Of(
        SweepForm form, Strategy strategy, string text, string exchange, CandleShelf shelf, RulesShelf rules)
    {
        BacktestForm plain = form.Run with { Set = form.Run.Set.Clear() };
        BacktestCheck run = BacktestCheck.Of(plain, strategy, text, exchange, shelf, rules);
        Dictionary<string, string> problems = new(run.Problems, StringComparer.Ordinal);
        ImmutableSortedDictionary<string, string> ranges = form.Run.Set.ToImmutableSortedDictionary(
            one => one.Key, one => RangeText.Plain(one.Value), StringComparer.Ordinal);
        Dictionary<string, SweepAxis> axes = AxesOf(strategy, ranges, problems);
        int trials = NumberOf(form.Trials, Trials, SweepSearch.UsualTrials, least: 1, problems);
        int seed = NumberOf(form.Seed, Seed, 1, least: 0, problems);
        int minTrades = NumberOf(form.MinTrades, MinTrades, 0, least: 0, problems);
        string objective = form.Objective ?? SweepObjective.Usual;
        Try(() => SweepObjective.Parse(objective, minTrades), Objective, problems);
        (long, long)? count = CountOf(strategy, ranges, axes, SweepSearch.Of(form.Search, trials, seed), problems);
        return new SweepCheck
        {
            Problems = problems,
            Run = run,
            Axes = axes,
            Count = count,
            Asked = problems.Count > 0 || run.Origin is null ? null : new AskedSweep
            {
                StrategyName = form.Run.Strategy!,
                StrategyText = text,
                Origin = run.Origin with { Seed = seed },
                Ranges = ranges.ToDictionary(StringComparer.Ordinal),
                Search = form.Search,
                Trials = trials,
                Objective = objective,
                MinTrades = minTrades,
                Device = form.Device,
            },
        };
    }

    // Each parameter alone, so that a problem is told at its own field.
    private static Dictionary<string, SweepAxis> AxesOf(
        Strategy strategy, ImmutableSortedDictionary<string, string> ranges, Dictionary<string, string> problems)
    {
        Dictionary<string, SweepAxis> axes = new(StringComparer.Ordinal);
        foreach (StrategyParameter parameter in strategy.Parameters)
        {
            ImmutableSortedDictionary<string, string> own = ranges.TryGetValue(parameter.Name, out string? range)
                ? ranges.Clear().Add(parameter.Name, range)
                : ranges.Clear();
            string field = $"${parameter.Name}";
            if (Try(() => SweepPlan.Of([parameter], own), field, problems) is { } plan)
            {
                axes[parameter.Name] = plan.Axes[0];
            }
            else if ($"'{parameter.Name}={range}': " is var told && problems[field].StartsWith(told, StringComparison.Ordinal))
            {
                // It stands at its own field.
                problems[field] = Said(problems[field][told.Length..]);
            }
        }

        foreach (string unknown in ranges.Keys.Where(name => strategy.Parameters.All(one => one.Name != name)))
        {
            problems[$"${unknown}"] = $"The strategy has no parameter {unknown}.";
        }

        return axes;
    }

    private static (long, long)? CountOf(
        Strategy strategy,
        ImmutableSortedDictionary<string, string> ranges,
        Dictionary<string, SweepAxis> axes,
        SweepSearch search,
        Dictionary<string, string> problems)
    {
        if (axes.Count < strategy.Parameters.Length
            || Try(() => SweepPlan.Of(strategy.Parameters, ranges.RemoveRange(ranges.Keys.Where(name => !axes.ContainsKey(name)))), Search, problems)
                is not { } plan)
        {
            return null;
        }

        long tried = search.TrialsOf(plan);
        if (search is SweepSearch.Guided && tried > SweepSearch.MostGuided)
        {
            problems[Trials] = Said(search.Refusal(plan)!.Message);
        }
        else if (tried > MostTried)
        {
            problems[search is SweepSearch.Grid ? Search : Trials] = string.Create(CultureInfo.InvariantCulture,
                $"{tried:N0} combinations; a page tries at most {MostTried:N0}. Narrow the ranges, or draw some of them at random.");
        }

        return (tried, plan.Count);
    }

    private static int NumberOf(string? text, string field, int fallback, int least, Dictionary<string, string> problems)
    {
        if (text is null)
        {
            return fallback;
        }

        string plain = text.Replace(",", string.Empty, StringComparison.Ordinal);
        if (int.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least)
        {
            return number;
        }

        problems[field] = $"'{text}' is no whole number from {least} on.";
        return fallback;
    }

    private static T? Try<T>(Func<T> read, string field, Dictionary<string, string> problems)
        where T : class
    {
        try
        {
            return read();
        }
        catch (InputException wrong)
        {
            problems[field] = string.Join(' ', wrong.Problems.Select(problem => Said(problem.Message)));
            return null;
        }
    }

    private static string Said(string message) =>
        message.Length == 0 ? message : $"{char.ToUpperInvariant(message[0])}{message[1..]}{(message[^1] is '.' or '?' ? string.Empty : ".")}";
}
