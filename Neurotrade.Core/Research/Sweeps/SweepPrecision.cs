namespace Neurotrade.Core.Research.Sweeps;

/// <summary>The numbers in which the combinations of a sweep are computed.</summary>
public enum SweepPrecision
{
    /// <summary>As backtests are: every row is the backtest's, to the bit.</summary>
    Doubles,

    /// <summary>Prices, indicators and accounts in 32 bits: near, and marked in every row.</summary>
    Singles,
}
