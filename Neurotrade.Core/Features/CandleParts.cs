namespace Neurotrade.Core.Features;

/// <summary>Columns of a candle that an indicator reads; a batch loop touches no others.</summary>
[Flags]
public enum CandleParts
{
    None = 0,
    Time = 1,
    Open = 2,
    High = 4,
    Low = 8,
    Close = 16,
    Volume = 32,
    HighLow = High | Low,
    HighLowClose = HighLow | Close,
    HighLowCloseVolume = HighLowClose | Volume,
    All = Time | Open | HighLowCloseVolume,
}
