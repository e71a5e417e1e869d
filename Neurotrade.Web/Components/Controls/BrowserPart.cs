using Microsoft.JSInterop;

namespace Neurotrade.Web.Components.Controls;

/// <summary>
/// A thing of ours that lives in the browser, made by a script of ours. It ends with its component, also where that goes while it is
/// being made: the browser makes it all the same, so it is waited for and ended then.
/// </summary>
internal sealed class BrowserPart(IJSRuntime browser) : IAsyncDisposable
{
    private readonly List<(string Method, object?[] Arguments)> early = [];
    private IReadOnlyList<IDisposable> lent = [];
    private IJSObjectReference? module;
    private IJSObjectReference? part;
    private bool isComing;

    /// <summary>The component has gone: what the browser says belongs to no page any more.</summary>
    public bool IsGone { get; private set; }

    /// <summary>Makes it by a function of a script. References among the arguments are let go of when it ends.</summary>
    public async Task MakeAsync(string script, string function, params object?[] arguments)
    {
        isComing = true;
        lent = [.. arguments.OfType<IDisposable>()];
        try
        {
            // However long it takes: data may be on their way. Given up, it would stand in the browser without an owner.
            module = await browser.InvokeAsync<IJSObjectReference>("import", CancellationToken.None, script);
            if (!IsGone)
            {
                part = await module.InvokeAsync<IJSObjectReference>(function, CancellationToken.None, arguments);
            }

            while (early.Count > 0 && !IsGone)
            {
                (string method, object?[] told) = early[0];
                early.RemoveAt(0);
                await part!.InvokeVoidAsync(method, told);
            }
        }
        catch (Exception left) when (IsLeaving(left))
        {
            // The page was left while it was on its way.
        }
        finally
        {
            isComing = false;
            early.Clear();
            if (IsGone)
            {
                await EndAsync();
            }
        }
    }

    /// <summary>Calls a method; before it stands, that waits until it does, and only the last call of a method counts.</summary>
    public Task TellAsync(string method, params object?[] arguments)
    {
        if (part is null || isComing)
        {
            early.RemoveAll(one => one.Method == method);
            early.Add((method, arguments));
            return Task.CompletedTask;
        }

        return AskAsync<object?>(method, arguments);
    }

    /// <summary>What a method answers; nothing where it does not stand, or no browser shows it any more.</summary>
    public async Task<T?> AskAsync<T>(string method, params object?[] arguments)
    {
        try
        {
            return part is null || IsGone ? default : await part.InvokeAsync<T?>(method, arguments);
        }
        catch (Exception left) when (IsLeaving(left))
        {
            return default;
        }
    }

    public async ValueTask DisposeAsync()
    {
        IsGone = true;
        if (!isComing)
        {
            await EndAsync();
        }
    }

    private async Task EndAsync()
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
        finally
        {
            foreach (IDisposable one in lent)
            {
                one.Dispose();
            }
        }
    }

    private bool IsLeaving(Exception left) =>
        left is JSDisconnectedException or OperationCanceledException || (left is JSException && IsGone);
}
