using Bunit;
using Microsoft.AspNetCore.Components;

namespace Neurotrade.Tests.Components;

/// <summary>The browser's part in an address: takes what a page puts into it, at once or when a test lets it.</summary>
internal sealed class BrowserAddress : JSRuntimeInvocationHandlerBase<bool>
{
    private readonly Func<NavigationManager> navigation;
    private readonly Queue<(JSRuntimeInvocation Put, TaskCompletionSource<bool> Answer)> late = new();

    public BrowserAddress(Func<NavigationManager> navigation)
        : base(invocation => invocation.Identifier == "neurotrade.put", isCatchAllHandler: false) => this.navigation = navigation;

    /// <summary>Whether puts are still on their way until <see cref="Arrive"/>.</summary>
    public bool IsLate { get; set; }

    /// <summary>What the browser answers instead of taking anything: it is asking whether the page may be left.</summary>
    public bool IsAsking { get; set; }

    /// <summary>How many puts have come in.</summary>
    public int Count { get; private set; }

    /// <summary>A put that was late is there.</summary>
    public void Arrive()
    {
        (JSRuntimeInvocation put, TaskCompletionSource<bool> answer) = late.Dequeue();
        answer.SetResult(Take(put));
    }

    protected override Task<bool> HandleAsync(JSRuntimeInvocation invocation)
    {
        Count++;
        _ = base.HandleAsync(invocation);
        if (!IsLate)
        {
            return Task.FromResult(Take(invocation));
        }

        var answer = new TaskCompletionSource<bool>();
        late.Enqueue((invocation, answer));
        return answer.Task;
    }

    private bool Take(JSRuntimeInvocation put)
    {
        NavigationManager now = navigation();
        if (new Uri(now.Uri).AbsolutePath != (string)put.Arguments[0]!)
        {
            return true;
        }

        if (IsAsking)
        {
            return false;
        }

        Dictionary<string, object?> changes = ((Dictionary<string, string[]>)put.Arguments[1]!)
            .ToDictionary(change => change.Key, change => change.Value.Length == 0 ? null : (object?)change.Value);
        string wanted = now.GetUriWithQueryParameters(changes);
        if (wanted != now.Uri)
        {
            now.NavigateTo(wanted, replace: !(bool)put.Arguments[2]!);
        }

        return wanted == now.Uri;
    }
}
