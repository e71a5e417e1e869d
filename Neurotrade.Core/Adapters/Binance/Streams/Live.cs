using System.Net.WebSockets;

namespace Neurotrade.Core.Adapters.Binance.Streams;

/// <summary>A connection with what reads it and what watches over it.</summary>
internal sealed class Live(StreamConnection connection, TimeProvider time, CancellationToken cancellation) : IAsyncDisposable
{
    private readonly TaskCompletionSource leaving = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long begun = time.GetTimestamp();

    public StreamConnection Connection { get; } = connection;

    /// <summary>What came before this connection is announced, or while another still speaks; null when it speaks itself.</summary>
    public List<StreamItem>? Held { get; set; }

    /// <summary>Cancelled when this one is over.</summary>
    public CancellationTokenSource Stop { get; } = CancellationTokenSource.CreateLinkedTokenSource(cancellation);

    /// <summary>Done when the server says that it is about to go.</summary>
    public Task Leaving => leaving.Task;

    /// <summary>Done when the connection has ended, with the reason.</summary>
    public Task<string> End { get; private set; } = Task.FromResult("not begun");

    public TimeSpan Age(TimeProvider clock) => clock.GetElapsedTime(begun);

    public void Leave() => leaving.TrySetResult();

    public void Start(Func<Live, ReadOnlyMemory<byte>, long, ValueTask> onMessage) => End = RunAsync(onMessage);

    public async ValueTask DisposeAsync()
    {
        await Stop.CancelAsync().ConfigureAwait(false);
        await ((Task)End).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Connection.Dispose();
        Stop.Dispose();
    }

    private async Task<string> RunAsync(Func<Live, ReadOnlyMemory<byte>, long, ValueTask> onMessage)
    {
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(Stop.Token);
        Task<string> reading = Connection.ReadAsync((json, received) => onMessage(this, json, received), either.Token);
        Task<string> watching = Connection.WatchAsync(either.Token);
        Task<string> first = await Task.WhenAny(reading, watching).ConfigureAwait(false);
        await either.CancelAsync().ConfigureAwait(false);
        Task<string> other = first == reading ? watching : reading;
        await ((Task)other).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            return await first.ConfigureAwait(false);
        }
        catch (WebSocketException)
        {
            // Asking whether it is still there was answer enough.
            return "the connection broke";
        }
    }
}
