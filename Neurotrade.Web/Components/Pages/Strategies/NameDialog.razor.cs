using Microsoft.AspNetCore.Components;
using Neurotrade.Web.Dashboard.Strategies;

namespace Neurotrade.Web.Components.Pages.Strategies;

/// <summary>Asks what a strategy file shall be called.</summary>
public sealed partial class NameDialog
{
    private string name = string.Empty;

    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>What the answer does.</summary>
    [Parameter, EditorRequired]
    public required string Action { get; set; }

    /// <summary>The name at first.</summary>
    [Parameter, EditorRequired]
    public required string Wish { get; set; }

    /// <summary>Why the name that was given cannot be.</summary>
    [Parameter]
    public string? Problem { get; set; }

    /// <summary>What else is asked, before the name.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>Told the name, with its ending.</summary>
    [Parameter]
    public EventCallback<string> Accepted { get; set; }

    [Parameter]
    public EventCallback Dismissed { get; set; }

    protected override void OnInitialized() => name = Wish;

    private Task AcceptAsync() => Accepted.InvokeAsync(StrategyName.Completed(name));
}
