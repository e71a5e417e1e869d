using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Web.Components.Pages.Backtesting;
using Neurotrade.Web.Dashboard.Optimising;

namespace Neurotrade.Web.Components.Pages.Optimising;

/// <summary>What the form of a sweep holds, as typed. It stands in the address, so that it outlives its page.</summary>
public sealed record SweepForm
{
    private static readonly string[] Searches = ["random", "guided"];
    private static readonly string[] Devices = ["auto", "gpu"];

    /// <summary>Strategy, candles, days, capital, rules; its parameters are the ranges.</summary>
    public BacktestForm Run { get; init; } = new();

    /// <summary><c>grid</c>, <c>random</c> or <c>guided</c>.</summary>
    public string Search { get; init; } = "grid";

    public string? Trials { get; init; }

    public string? Seed { get; init; }

    public string? Objective { get; init; }

    public string? MinTrades { get; init; }

    /// <summary><c>cpu</c>, <c>auto</c> or <c>gpu</c>.</summary>
    public string Device { get; init; } = "cpu";

    /// <summary>The sweep that was asked for with it.</summary>
    public string? Sweep { get; init; }

    /// <summary>Out of an address.</summary>
    public static SweepForm Of(string address)
    {
        Dictionary<string, StringValues> query = QueryHelpers.ParseQuery(new Uri(address).Query);
        string? Text(string key) => query.TryGetValue(key, out StringValues values) ? BacktestForm.Cut(values.FirstOrDefault()) : null;
        return new SweepForm
        {
            Run = BacktestForm.Of(address) with { Job = null },
            Search = Array.Find(Searches, name => name == Text("search")) ?? "grid",
            Trials = Text("trials"),
            Seed = Text("seed"),
            Objective = Text("objective"),
            MinTrades = Text("min"),
            Device = Array.Find(Devices, name => name == Text("device")) ?? "cpu",
            Sweep = Text("sweep"),
        };
    }

    /// <summary>The form that asks for a sweep once more.</summary>
    public static SweepForm Of(AskedSweep asked) => new()
    {
        Run = new BacktestForm
        {
            Strategy = asked.StrategyName,
            Exchange = asked.Origin.Sources is [var source, ..] && StoreAddress.TryParse(source, out StoreAddress address)
                ? address.Exchange
                : null,
            From = DayOf(asked.Origin.FromMillis),
            To = DayOf(asked.Origin.ToMillis),
            Capital = asked.Origin.Capital?.ToString(CultureInfo.InvariantCulture),
            Rules = asked.Origin.Rules,
            Set = asked.Ranges.ToImmutableSortedDictionary(StringComparer.Ordinal),
        },
        Search = asked.Search,
        Trials = asked.Trials == SweepSearch.UsualTrials ? null : TextOf(asked.Trials),
        Seed = asked.Origin.Seed == 1 ? null : TextOf(asked.Origin.Seed),
        Objective = asked.Objective == SweepObjective.Usual ? null : asked.Objective,
        MinTrades = asked.MinTrades == 0 ? null : TextOf(asked.MinTrades),
        Device = asked.Device,
    };

    /// <summary>Its address, from the root of the dashboard.</summary>
    public string Address() => Run.Address(
        "optimise",
        [
            new("search", Search == "grid" ? null : Search), new("trials", Trials), new("seed", Seed), new("objective", Objective),
            new("min", MinTrades), new("device", Device == "cpu" ? null : Device), new("sweep", Sweep),
        ]);

    /// <summary>With what is tried of a parameter; null is the file's own range.</summary>
    public SweepForm With(string parameter, string? range) => this with { Run = Run.With(parameter, range) };

    private static string? DayOf(long? millis) => millis is { } known
        ? new Instant(known).ToDateTimeOffset().UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : null;

    private static string TextOf(int number) => number.ToString(CultureInfo.InvariantCulture);
}
