using Microsoft.JSInterop;

namespace Neurotrade.Tests.Components.Controls;

/// <summary>A browser in which a thing is being made until it is told to stand.</summary>
internal sealed class SlowBrowser : IJSRuntime, IJSObjectReference
{
    private readonly TaskCompletionSource stands = new();

    public List<string> Calls { get; } = [];

    public void Stand() => stands.SetResult();

    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) =>
        InvokeAsync<TValue>(identifier, CancellationToken.None, args);

    public async ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args)
    {
        Calls.Add(identifier);
        if (identifier.StartsWith("create", StringComparison.Ordinal))
        {
            await stands.Task.WaitAsync(cancellationToken);
        }

        return this is TValue value ? value : default!;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
