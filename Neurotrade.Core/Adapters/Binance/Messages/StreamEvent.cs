namespace Neurotrade.Core.Adapters.Binance.Messages;

/// <summary>What a stream tells: of a market, of our account, or of the connection.</summary>
public abstract record StreamEvent;

/// <summary>An event of a kind that this program does not know: not an error, and counted.</summary>
/// <param name="Kind">Its name on the wire.</param>
public sealed record UnknownEvent(string Kind) : StreamEvent;
