namespace Neurotrade.Core.Market;

/// <summary>
/// Closed, valid candles of one symbol and timeframe, as columns in rising order of open time, each time once.
/// The columns may lie in memory or in a mapped file; the series does not own them.
/// </summary>
public sealed class CandleSeries
{
    private readonly ReadOnlyMemory<long> times;
    private readonly ReadOnlyMemory<double> opens;
    private readonly ReadOnlyMemory<double> highs;
    private readonly ReadOnlyMemory<double> lows;
    private readonly ReadOnlyMemory<double> closes;
    private readonly ReadOnlyMemory<double> volumes;

    /// <summary>A series over six columns of equal length. Times are open times in Unix milliseconds.</summary>
    public CandleSeries(
        Symbol symbol,
        Timeframe timeframe,
        ReadOnlyMemory<long> times,
        ReadOnlyMemory<double> opens,
        ReadOnlyMemory<double> highs,
        ReadOnlyMemory<double> lows,
        ReadOnlyMemory<double> closes,
        ReadOnlyMemory<double> volumes)
    {
        Guard.That(opens.Length == times.Length && highs.Length == times.Length && lows.Length == times.Length);
        Guard.That(closes.Length == times.Length && volumes.Length == times.Length);
        (Symbol, Timeframe) = (symbol, timeframe);
        (this.times, this.opens, this.highs) = (times, opens, highs);
        (this.lows, this.closes, this.volumes) = (lows, closes, volumes);
    }

    public Symbol Symbol { get; }

    public Timeframe Timeframe { get; }

    public int Count => times.Length;

    /// <summary>Open times, Unix milliseconds, strictly rising.</summary>
    public ReadOnlySpan<long> Times => times.Span;

    public ReadOnlySpan<double> Opens => opens.Span;

    public ReadOnlySpan<double> Highs => highs.Span;

    public ReadOnlySpan<double> Lows => lows.Span;

    public ReadOnlySpan<double> Closes => closes.Span;

    public ReadOnlySpan<double> Volumes => volumes.Span;

    /// <summary>All six columns at once, for hot loops.</summary>
    public CandleColumns Columns => new(times.Span, opens.Span, highs.Span, lows.Span, closes.Span, volumes.Span);

    /// <summary>The candle at an index from 0.</summary>
    public Candle this[int index] => new(
        times.Span[index], opens.Span[index], highs.Span[index], lows.Span[index], closes.Span[index],
        volumes.Span[index]);

    /// <summary>A view of <paramref name="count"/> candles from <paramref name="start"/>; nothing is copied.</summary>
    public CandleSeries Slice(int start, int count) => new(
        Symbol, Timeframe, times.Slice(start, count), opens.Slice(start, count), highs.Slice(start, count),
        lows.Slice(start, count), closes.Slice(start, count), volumes.Slice(start, count));

    /// <summary>The index of the first candle that opens at or after a time; <see cref="Count"/> where none does.</summary>
    public int IndexAtOrAfter(long millis)
    {
        int found = times.Span.BinarySearch(millis);
        return found >= 0 ? found : ~found;
    }

    /// <summary>A series of the candles given, which must be in rising order of open time.</summary>
    public static CandleSeries From(Symbol symbol, Timeframe timeframe, IReadOnlyList<Candle> candles)
    {
        int count = candles.Count;
        long[] time = new long[count];
        double[][] columns = [new double[count], new double[count], new double[count], new double[count], new double[count]];
        for (int i = 0; i < count; i++)
        {
            Candle candle = candles[i];
            Guard.That(i == 0 || candle.OpenMillis > time[i - 1]);
            time[i] = candle.OpenMillis;
            (columns[0][i], columns[1][i], columns[2][i]) = (candle.Open, candle.High, candle.Low);
            (columns[3][i], columns[4][i]) = (candle.Close, candle.Volume);
        }

        return new CandleSeries(symbol, timeframe, time, columns[0], columns[1], columns[2], columns[3], columns[4]);
    }
}
