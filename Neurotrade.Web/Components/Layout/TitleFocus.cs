using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Neurotrade.Web.Components.Controls;

namespace Neurotrade.Web.Components.Layout;

/// <summary>
/// Takes the focus to the title of a page that was gone to. A page that was just loaded has its focus where the browser or the
/// reader has put it: taken from there, keys would go astray.
/// </summary>
public sealed class TitleFocus : ComponentBase
{
    private Type? shown;
    private bool isGoneTo;

    [Inject]
    internal IJSRuntime Browser { get; set; } = default!;

    [Parameter, EditorRequired]
    public required Microsoft.AspNetCore.Components.RouteData Route { get; set; }

    protected override void OnParametersSet()
    {
        isGoneTo = shown is not null && shown != Route.PageType;
        shown = Route.PageType;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (isGoneTo)
        {
            isGoneTo = false;
            await BrowserCall.TryAsync(() => Browser.InvokeVoidAsync("neurotrade.focusTitle"));
        }
    }
}
