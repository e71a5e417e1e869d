using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Market;
using Neurotrade.Web.Dashboard;

namespace Neurotrade.Web.Components.Pages.Results;

/// <summary>What happened at the chosen bar and why, condition by condition with its values.</summary>
public sealed partial class BarPanel : IDisposable
{
    private CancellationTokenSource telling = new();
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

    protected override async Task OnParametersSetAsync()
    {
        if (Bar is not { } bar || bar < 0 || bar >= Bars.Count)
        {
            (story, told) = (null, null);
        }
        else if (told != (Run, Symbol, bar))
        {
            await TellAsync(Run, Symbol, bar);
        }
    }

    public void Dispose()
    {
        telling.Cancel();
        telling.Dispose();
    }

    // The run is walked again up to the bar, which takes a long run a moment: what was told stands until then.
    private async Task TellAsync(OpenRun run, int symbol, int bar)
    {
        told = (run, symbol, bar);
        CancellationToken cancel = Begin();
        try
        {
            BarStory made = await Task.Run(() => BarStory.Of(run, symbol, bar, cancel), cancel);
            if (told == (run, symbol, bar))
            {
                (story, shownBar) = (made, bar);
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Another bar was chosen, or the page was left.
        }
    }

    private CancellationToken Begin()
    {
        telling.Cancel();
        telling.Dispose();
        telling = new CancellationTokenSource();
        return telling.Token;
    }
}
