using Microsoft.AspNetCore.Components;

namespace Neurotrade.Web.Components.Controls.Rules;

/// <summary>What is traded, where, and in candles of which length.</summary>
public sealed partial class MarketSection
{
    private static readonly (string, string)[] Benchmarks =
        [(string.Empty, "buy and hold, as ever"), ("buy_and_hold", "buy and hold")];

    [CascadingParameter]
    public required FormScope Scope { get; set; }
}
