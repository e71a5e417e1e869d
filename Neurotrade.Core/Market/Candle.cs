namespace Neurotrade.Core.Market;

/// <summary>One closed candle, for the edges; stages read columns (<see cref="CandleSeries"/>).</summary>
/// <param name="OpenMillis">Open time, Unix milliseconds, aligned to the series' timeframe.</param>
/// <param name="Open">First price, in quote currency.</param>
/// <param name="High">Highest price, in quote currency.</param>
/// <param name="Low">Lowest price, in quote currency.</param>
/// <param name="Close">Last price, in quote currency.</param>
/// <param name="Volume">Traded amount, in base asset.</param>
public readonly record struct Candle(
    long OpenMillis, double Open, double High, double Low, double Close, double Volume)
{
    /// <summary>
    /// Contracts 2: finite, <c>low ≤ min(open, close) ≤ max(open, close) ≤ high</c>, prices above 0, volume not below 0.
    /// </summary>
    public bool IsValid => Low > 0 && Low <= Open && Low <= Close && Open <= High && Close <= High
        && double.IsFinite(High) && Volume >= 0 && double.IsFinite(Volume);
}
