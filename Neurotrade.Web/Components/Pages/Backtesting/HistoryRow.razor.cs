using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Neurotrade.Web.Dashboard.History;

namespace Neurotrade.Web.Components.Pages.Backtesting;

/// <summary>One run in the history: picked, pinned, named and deleted here.</summary>
public sealed partial class HistoryRow
{
    private ElementReference field;
    private bool wasNaming;
    private bool isFresh;
    private string? text;

    [Parameter, EditorRequired]
    public required KeptRun Kept { get; set; }

    /// <summary>What ages are counted from.</summary>
    [Parameter]
    public DateTimeOffset Now { get; set; }

    [Parameter]
    public bool IsPicked { get; set; }

    /// <summary>The figure that the history is ordered by, where it has no column.</summary>
    [Parameter]
    public string? Extra { get; set; }

    /// <summary>Its label is being written.</summary>
    [Parameter]
    public bool IsNaming { get; set; }

    /// <summary>It is to be picked, or let go.</summary>
    [Parameter]
    public EventCallback<KeptRun> Picked { get; set; }

    /// <summary>It is to be pinned, or unpinned.</summary>
    [Parameter]
    public EventCallback<KeptRun> PinChosen { get; set; }

    [Parameter]
    public EventCallback<KeptRun> DeleteChosen { get; set; }

    /// <summary>Its label is to be written, or, with null, left as it was.</summary>
    [Parameter]
    public EventCallback<KeptRun?> NamingChosen { get; set; }

    /// <summary>It is to be called something.</summary>
    [Parameter]
    public EventCallback<(KeptRun Run, string? Label)> Named { get; set; }

    protected override void OnParametersSet()
    {
        if (IsNaming && !wasNaming)
        {
            (isFresh, text) = (true, Kept.Note.Label);
        }

        wasNaming = IsNaming;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (isFresh)
        {
            isFresh = false;
            await field.FocusAsync();
        }
    }

    private Task Key(KeyboardEventArgs key) => key.Key == "Escape" ? NamingChosen.InvokeAsync(null) : Task.CompletedTask;
}
