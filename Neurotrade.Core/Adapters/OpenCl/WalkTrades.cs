namespace Neurotrade.Core.Adapters.OpenCl;

/// <summary>
/// The pnl of each walk's closed trades: a room on the device that is fetched after each run, and all so far here.
/// </summary>
internal sealed class WalkTrades : IDisposable
{
    private readonly OpenClQueue queue;
    private readonly int stride;
    private readonly Reals fetched;
    private readonly List<double>[] all;

    /// <param name="queue">Of the device.</param>
    /// <param name="members">How many walks there are.</param>
    /// <param name="stride">Walks that lie side by side.</param>
    /// <param name="room">Trades of each that fit before they are fetched.</param>
    /// <param name="isSingle">Whether numbers have 32 bits.</param>
    public WalkTrades(OpenClQueue queue, int members, int stride, int room, bool isSingle)
    {
        (this.queue, this.stride, Room) = (queue, stride, room);
        fetched = new Reals(room * stride, isSingle);
        Buffer = queue.Room<byte>(fetched.Bytes.Length);
        all = new List<double>[members];
        for (int i = 0; i < members; i++)
        {
            all[i] = [];
        }
    }

    public OpenClBuffer Buffer { get; }

    /// <summary>Trades of a walk that fit.</summary>
    public int Room { get; }

    /// <summary>Takes over what each walk closed in the last run.</summary>
    public void Fetch(int[] closed)
    {
        int most = closed.AsSpan(0, all.Length).ToArray().Max();
        queue.Read(Buffer, 0, fetched.Bytes[..(most * stride * fetched.Width)]);
        for (int i = 0; i < all.Length; i++)
        {
            for (int trade = 0; trade < closed[i]; trade++)
            {
                all[i].Add(fetched[(trade * stride) + i]);
            }
        }
    }

    /// <summary>A walk's, in their order.</summary>
    public double[] Of(int member) => [.. all[member]];

    public void Dispose() => Buffer.Dispose();
}
