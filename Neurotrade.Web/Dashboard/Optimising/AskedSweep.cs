using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Serialization;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Core.Strategies;
using Neurotrade.Web.Composition;
using Neurotrade.Web.Dashboard.Rules;

namespace Neurotrade.Web.Dashboard.Optimising;

/// <summary>A sweep as a person asked for it: <c>plan.json</c> of its folder, enough to begin it again.</summary>
public sealed record AskedSweep
{
    /// <summary>Name of its folder; empty before it is kept.</summary>
    public string Id { get; init; } = string.Empty;

    /// <summary>The strategy's file.</summary>
    public required string StrategyName { get; init; }

    /// <summary>Its text, as it was when the sweep was asked for.</summary>
    public required string StrategyText { get; init; }

    /// <summary>Candles, dates, capital, rules; its parameters are not set.</summary>
    public required RunOrigin Origin { get; init; }

    /// <summary>What is tried of each parameter, as <c>--set</c> takes it; those left out run over their own range.</summary>
    public Dictionary<string, string> Ranges { get; init; } = [];

    /// <summary><c>grid</c>, <c>random</c> or <c>guided</c>.</summary>
    public string Search { get; init; } = "grid";

    /// <summary>How many a random or guided search tries.</summary>
    public int Trials { get; init; } = SweepSearch.UsualTrials;

    /// <summary>A figure, or an expression of figures.</summary>
    public string Objective { get; init; } = SweepObjective.Usual;

    public int MinTrades { get; init; }

    /// <summary>Where it is computed: <c>cpu</c>, <c>gpu</c> or <c>auto</c>; changes nothing in the rows.</summary>
    public string Device { get; init; } = "cpu";

    /// <summary>Unix milliseconds.</summary>
    public long AskedMillis { get; init; }

    /// <summary>What tells it from others in a list.</summary>
    [JsonIgnore]
    public string Data => Origin.Sources is [var source] && StoreAddress.TryParse(source, out StoreAddress address)
        ? $"{address.Exchange} {address.Symbol} {address.Timeframe}"
        : $"{Origin.Sources.Length} series";

    /// <summary>The same for the sweep itself; <see cref="Core.Market.InputException"/> where the objective is none.</summary>
    internal SweepRequest ToRequest() => new(
        Ranges.ToImmutableSortedDictionary(StringComparer.Ordinal),
        SweepSearch.Of(Search, Trials, Origin.Seed),
        SweepObjective.Parse(Objective, MinTrades));

    /// <summary>Every combination that it may try; <see cref="Core.Market.InputException"/> where its ranges are none.</summary>
    internal SweepPlan ToPlan() => SweepPlan.Of(
        StrategyFile.Read(Encoding.UTF8.GetBytes(StrategyText), StrategyName, Origin.ToOverrides()).Strategy.Parameters, ToRequest().Ranges);

    /// <summary>Strategy and candles that it runs on.</summary>
    internal RunRequest ToRunRequest(RulesShelf rules) => new()
    {
        StrategyPath = StrategyName,
        StrategyText = Encoding.UTF8.GetBytes(StrategyText),
        Data = Origin.ToDataRequest(),
        Overrides = Origin.ToOverrides(),
        RulesPath = rules.Require(Origin.Rules),
    };

    // Two are one when they ask for the same, whenever that was.
    internal bool IsSame(AskedSweep other) =>
        (StrategyText, Origin, Search, Trials, Objective, MinTrades, Device)
            == (other.StrategyText, other.Origin, other.Search, other.Trials, other.Objective, other.MinTrades, other.Device)
        && Ranges.Count == other.Ranges.Count
        && Ranges.All(one => other.Ranges.GetValueOrDefault(one.Key) == one.Value);
}
