using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Web.Components.Pages.Strategies;

/// <summary>How many candles a strategy needs before it can act, and what in it is not used.</summary>
public sealed partial class WarmUpPanel
{
    private StrategyNeeds needs = default!;

    [Parameter, EditorRequired]
    public required Strategy Strategy { get; set; }

    protected override void OnParametersSet() => needs = StrategyNeeds.Of(Strategy);
}
