using Microsoft.JSInterop;

namespace Neurotrade.Web.Components.Controls;

/// <summary>A call into the browser that does not matter any more where the page has gone.</summary>
internal static class BrowserCall
{
    public static async Task TryAsync(Func<ValueTask> call)
    {
        try
        {
            await call();
        }
        catch (Exception left) when (left is JSDisconnectedException or OperationCanceledException)
        {
            // No browser shows the page any more.
        }
    }
}
