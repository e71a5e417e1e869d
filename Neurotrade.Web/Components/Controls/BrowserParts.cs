using Microsoft.JSInterop;

namespace Neurotrade.Web.Components.Controls;

/// <summary>Things of ours that live in the browser.</summary>
internal static class BrowserParts
{
    /// <summary>Ends a thing and lets go of it and its module; a browser that has left has done so by itself.</summary>
    public static async ValueTask DisposeAsync(IJSObjectReference? part, IJSObjectReference? module)
    {
        try
        {
            if (part is not null)
            {
                await part.InvokeVoidAsync("dispose");
                await part.DisposeAsync();
            }

            if (module is not null)
            {
                await module.DisposeAsync();
            }
        }
        catch (Exception left) when (left is JSDisconnectedException or OperationCanceledException)
        {
            // Nothing is left to end.
        }
    }
}
