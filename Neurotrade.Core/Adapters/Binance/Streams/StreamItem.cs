using Neurotrade.Core.Adapters.Binance.Messages;

namespace Neurotrade.Core.Adapters.Binance.Streams;

/// <summary>What comes out of market streams, in order.</summary>
public abstract record StreamItem
{
    private StreamItem()
    {
    }

    /// <summary>All streams flow. After <see cref="Down"/> there may be a hole between what came before and what comes.</summary>
    public sealed record Up : StreamItem;

    /// <summary>Nothing comes any more until <see cref="Up"/>.</summary>
    public sealed record Down(string Why) : StreamItem;

    /// <summary>Another connection has taken over without a hole.</summary>
    public sealed record Renewed : StreamItem;

    /// <summary>An event, once, and in the order of its stream.</summary>
    /// <param name="Stream">The stream's name.</param>
    /// <param name="Value">The event.</param>
    /// <param name="ReceivedTimestamp">When it came, by the monotonic clock.</param>
    public sealed record Event(string Stream, StreamEvent Value, long ReceivedTimestamp) : StreamItem;

    /// <summary>A message that could not be read; the others go on.</summary>
    public sealed record Unreadable(string Stream, WireProblem Problem) : StreamItem;
}
