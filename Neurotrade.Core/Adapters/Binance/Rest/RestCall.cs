using Neurotrade.Core.Adapters.Binance.Signing;

namespace Neurotrade.Core.Adapters.Binance.Rest;

/// <summary>A call that reads.</summary>
/// <param name="Path">Behind the base, such as <c>api/v3/time</c>.</param>
/// <param name="Weight">What it costs of the weight limit.</param>
/// <param name="Parameters">In order; not yet with a timestamp.</param>
/// <param name="IsSigned">Whether it needs a key.</param>
public sealed record RestCall(string Path, int Weight, RequestParameters Parameters, bool IsSigned = false);

/// <summary>How calls are made. Every limit has a default.</summary>
public sealed record RestOptions
{
    /// <summary>How long an answer may take, milliseconds.</summary>
    public int TimeoutMillis { get; init; } = 15_000;

    /// <summary>How often a read is tried in all.</summary>
    public int MostAttempts { get; init; } = 5;

    /// <summary>The pause before the second try, milliseconds; it doubles each time, with chance between half and all of it.</summary>
    public int FirstPauseMillis { get; init; } = 500;

    /// <summary>How long a call waits for room within the limits before it is refused, milliseconds.</summary>
    public int LongestWaitMillis { get; init; } = 120_000;

    /// <summary>How old a signed request may be when it is judged, milliseconds; at most 60,000.</summary>
    public int ReceiveWindowMillis { get; init; } = 5_000;

    /// <summary>Where the chance of the pauses starts from.</summary>
    public int Seed { get; init; } = 1;
}
