namespace Neurotrade.Core.Market;

/// <summary>A length of time as strategy files give it: either so many bars, or so many milliseconds.</summary>
public abstract record TimeSpanOrBars
{
    private TimeSpanOrBars()
    {
    }

    /// <summary>So many bars of the strategy's timeframe, at least 1.</summary>
    public sealed record Bars(int Count) : TimeSpanOrBars;

    /// <summary>So many milliseconds, above 0.</summary>
    public sealed record Time(long Millis) : TimeSpanOrBars;
}
