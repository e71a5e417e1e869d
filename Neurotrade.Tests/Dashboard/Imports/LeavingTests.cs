using Neurotrade.Web.Dashboard.Imports;

namespace Neurotrade.Tests.Dashboard.Imports;

/// <summary>Tabs that are closed, or lose the server, while they send.</summary>
public sealed class LeavingTests : IDisposable
{
    private const string Name = "BTCUSDT-1h-2024.csv";

    private readonly TemporaryFolder folder = new();
    private readonly HandClock clock = new();
    private readonly ImportQueue queue;

    public LeavingTests() => queue = new ImportQueue(new ImportStore(folder.Path), clock);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ATab_ThatLeavesWhileItSends_EndsAllItAnnouncedAtOnceAndNothingOfOthers()
    {
        long first = Announce("here");
        long second = Announce("here");
        long other = Announce("elsewhere");
        long nameless = Announce(null);
        using var leaves = new CancellationTokenSource();
        Task<bool> sending = queue.ReceiveAsync(first, new Stalling(), leaves.Token);

        await leaves.CancelAsync();

        Assert.False(await sending);
        Assert.Equal(ImportState.Interrupted, queue.Find(first)!.State);
        Assert.StartsWith("It was cut off", queue.Find(first)!.Faults[0].Message, StringComparison.Ordinal);
        Assert.Equal(ImportState.Interrupted, queue.Find(second)!.State);
        Assert.StartsWith("The page that was to send it has gone", queue.Find(second)!.Faults[0].Message, StringComparison.Ordinal);
        Assert.Equal(ImportState.Announced, queue.Find(other)!.State);
        Assert.Equal(ImportState.Announced, queue.Find(nameless)!.State);
    }

    [Fact]
    public async Task ATab_ThatOnlyLostOneFile_SendsTheOthersAllTheSame()
    {
        long first = Announce("here");
        long second = Announce("here");
        Assert.False(await queue.ReceiveAsync(first, new MemoryStream(new byte[3]), Cancel));
        Assert.Equal(ImportState.Interrupted, queue.Find(second)!.State);

        Assert.True(await queue.ReceiveAsync(second, new MemoryStream(new byte[10]), Cancel));

        FileImport taken = queue.Find(second)!;
        Assert.Equal(ImportState.Waiting, taken.State);
        Assert.Empty(taken.Faults);
        Assert.Null(taken.EndedMillis);
        Assert.False(await queue.ReceiveAsync(first, new MemoryStream(new byte[10]), Cancel));
    }

    [Fact]
    public async Task ATab_ThatSlept_IsTakenUpAgain()
    {
        long slept = Announce("here");
        clock.Advance(3 * ImportQueue.Patience);
        Assert.Equal(ImportState.Interrupted, queue.Find(slept)!.State);

        Assert.True(await queue.ReceiveAsync(slept, new MemoryStream(new byte[10]), Cancel));

        Assert.Equal(ImportState.Waiting, queue.Find(slept)!.State);
    }

    [Fact]
    public async Task AFile_ThatIsNotWantedAnyMore_IsNotTaken()
    {
        long cancelled = Announce("here");
        long cleared = Announce("here");
        queue.Cancel(cancelled);
        clock.Advance(3 * ImportQueue.Patience);
        queue.Clear();

        Assert.False(await queue.ReceiveAsync(cancelled, new MemoryStream(new byte[10]), Cancel));
        Assert.False(await queue.ReceiveAsync(cleared, new MemoryStream(new byte[10]), Cancel));
        Assert.Empty(queue.List());
    }

    public void Dispose()
    {
        queue.Dispose();
        folder.Dispose();
    }

    private long Announce(string? sender) => queue.Announce([new AnnouncedFile(Name, 10)], "binance", sender)[0].Id;

    /// <summary>A tab that has begun to send and does not go on.</summary>
    private sealed class Stalling : MemoryStream
    {
        private bool hasBegun;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (hasBegun)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            }

            hasBegun = true;
            return 4;
        }
    }
}
