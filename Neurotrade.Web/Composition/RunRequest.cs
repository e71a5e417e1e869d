using Neurotrade.Core.Adapters.Files;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Web.Composition;

/// <summary>A strategy file over some data, as a person asked for it.</summary>
internal sealed record RunRequest
{
    public required string StrategyPath { get; init; }

    /// <summary>The strategy's text where it does not lie in a file; the path is then only its name.</summary>
    public byte[]? StrategyText { get; init; }

    public required DataRequest Data { get; init; }

    public StrategyOverrides Overrides { get; init; } = StrategyOverrides.None;

    /// <summary>An exchangeInfo document; null: nothing is rounded (contracts 4.2).</summary>
    public string? RulesPath { get; init; }
}
