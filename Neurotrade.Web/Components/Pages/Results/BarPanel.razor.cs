using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Market;
using Neurotrade.Web.Dashboard;

namespace Neurotrade.Web.Components.Pages.Results;

/// <summary>What happened at the chosen bar and why, condition by condition with its values.</summary>
public sealed partial class BarPanel
{
    private (OpenRun, int, int)? told;
    private BarStory? story;
    private int shownBar;

    [Parameter, EditorRequired]
    public required OpenRun Run { get; set; }

    /// <summary>Place in the strategy's list.</summary>
    [Parameter]
    public int Symbol { get; set; }

    /// <summary>The chosen bar; null, or beyond the series: none.</summary>
    [Parameter]
    public int? Bar { get; set; }

    [Parameter]
    public EventCallback<int?> BarChosen { get; set; }

    private CandleSeries Bars => Run.Bars[Symbol];

    protected override void OnParametersSet()
    {
        if (Bar is not { } bar || bar < 0 || bar >= Bars.Count)
        {
            (story, told) = (null, null);
        }
        else if (told != (Run, Symbol, bar))
        {
            (told, shownBar) = ((Run, Symbol, bar), bar);
            story = BarStory.Of(Run, Symbol, bar);
        }
    }
}
