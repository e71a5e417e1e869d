namespace Neurotrade.Core.Market;

/// <summary>The six columns of a <see cref="CandleSeries"/> as spans: a view that costs nothing and cannot escape.</summary>
public readonly ref struct CandleColumns(
    ReadOnlySpan<long> times,
    ReadOnlySpan<double> opens,
    ReadOnlySpan<double> highs,
    ReadOnlySpan<double> lows,
    ReadOnlySpan<double> closes,
    ReadOnlySpan<double> volumes)
{
    /// <summary>Open times, Unix milliseconds.</summary>
    public ReadOnlySpan<long> Times { get; } = times;

    public ReadOnlySpan<double> Opens { get; } = opens;

    public ReadOnlySpan<double> Highs { get; } = highs;

    public ReadOnlySpan<double> Lows { get; } = lows;

    public ReadOnlySpan<double> Closes { get; } = closes;

    public ReadOnlySpan<double> Volumes { get; } = volumes;

    public int Count => Times.Length;

    /// <summary>So many candles from one on.</summary>
    public CandleColumns Slice(int start, int length) => new(
        Times.Slice(start, length), Opens.Slice(start, length), Highs.Slice(start, length), Lows.Slice(start, length),
        Closes.Slice(start, length), Volumes.Slice(start, length));

    /// <summary>The candle at an index from 0.</summary>
    public Candle this[int index] =>
        new(Times[index], Opens[index], Highs[index], Lows[index], Closes[index], Volumes[index]);
}
