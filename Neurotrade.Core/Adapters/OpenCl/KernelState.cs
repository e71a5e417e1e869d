namespace Neurotrade.Core.Adapters.OpenCl;

/// <summary>Numbers that a walk carries from bar to bar; the text calls them by these names, in camel case.</summary>
internal enum RealState
{
    Cash,
    Quantity,
    EntryQuantity,
    EntryPrice,
    Cost,
    Proceeds,
    Atr,
    Whole,
    Away,
    Budget,
    LimitPrice,
    LimitQuantity,
    StopLoss,
    Highest,
    TrailStartsAt,
    Peak,
    Trough,
    Deepest,
    Final,
    Fees,
    Notional,
    Profit,
    Loss,
}

/// <summary>Whole numbers that a walk carries.</summary>
internal enum IntState
{
    /// <summary>The next bar.</summary>
    Bar,

    /// <summary>Trades that closed in the last run of the kernel.</summary>
    Closed,
    Phase,
    IsCapped,
    IsTrailing,
    Target,
    Leaves,
    EntryBar,
    CooledAt,
    ExpiresAt,
    InPosition,
    Wins,
}

/// <summary>Times that a walk carries, milliseconds.</summary>
internal enum LongState
{
    EntryMillis,
    HeldMillis,
    PeakMillis,
    Longest,
}
