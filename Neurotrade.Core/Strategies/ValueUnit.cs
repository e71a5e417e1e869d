namespace Neurotrade.Core.Strategies;

/// <summary>What a value in a strategy file counts.</summary>
public enum ValueUnit
{
    /// <summary>A bare number.</summary>
    None,

    /// <summary>A fraction, written in percent or basis points.</summary>
    Ratio,

    /// <summary>Multiples of the average true range.</summary>
    Atr,

    /// <summary>Milliseconds, written <c>90s</c>, <c>15m</c>, <c>4h</c>, <c>3d</c>.</summary>
    Time,

    /// <summary>Bars of the strategy's timeframe.</summary>
    Bars,
}
