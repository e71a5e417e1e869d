namespace Neurotrade.Core.Adapters.Binance.Streams;

/// <summary>How a connection to market streams is kept. Times in milliseconds.</summary>
public sealed record StreamOptions
{
    /// <summary>A new connection takes over at this age, an hour before the exchange would end it.</summary>
    public int RenewAfterMillis { get; init; } = 23 * 3_600_000;

    /// <summary>How long both connections run when one takes over: what the old one is late with must still come.</summary>
    public int OverlapMillis { get; init; } = 1_000;

    /// <summary>Without any data for so long, the exchange is asked whether it is still there.</summary>
    public int SilenceMillis { get; init; } = 30_000;

    /// <summary>Without any data for so long the connection is given up, even if it answers.</summary>
    public int LongestSilenceMillis { get; init; } = 90_000;

    /// <summary>How long connecting, a subscription's answer and an answer to being asked may take.</summary>
    public int AnswerMillis { get; init; } = 10_000;

    /// <summary>Between two messages of ours: the exchange cuts off at more than five a second, its pings' answers among them.</summary>
    public int SendSpacingMillis { get; init; } = 350;

    /// <summary>The pause before connecting anew; it doubles each time, with chance between half and all of it.</summary>
    public int FirstPauseMillis { get; init; } = 500;

    /// <summary>The longest such pause.</summary>
    public int LongestPauseMillis { get; init; } = 30_000;

    /// <summary>A connection that lived so long sets the pause back to the first.</summary>
    public int StableMillis { get; init; } = 60_000;

    /// <summary>Names in one subscription.</summary>
    public int NamesPerSubscription { get; init; } = 200;

    /// <summary>The longest message that is read, bytes.</summary>
    public int MostMessageBytes { get; init; } = 4 << 20;

    /// <summary>Where the chance of the pauses starts from.</summary>
    public int Seed { get; init; } = 1;
}
