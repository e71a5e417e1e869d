namespace Neurotrade.Core.Research;

/// <summary>What a run adds up to, before the figures are made of it. NaN where there is nothing.</summary>
public readonly record struct RunTotals
{
    public required int Bars { get; init; }

    /// <summary>The first bar's open, Unix milliseconds.</summary>
    public required double Start { get; init; }

    /// <summary>The last bar's close.</summary>
    public required double End { get; init; }

    public required double Capital { get; init; }

    /// <summary>Equity at the last close.</summary>
    public required double Final { get; init; }

    public required double MaxDrawdown { get; init; }

    public required double MaxDrawdownDays { get; init; }

    /// <summary>Bars with a position at their close.</summary>
    public required int InPosition { get; init; }

    public required int Wins { get; init; }

    /// <summary>Σ pnl of wins.</summary>
    public required double Profit { get; init; }

    /// <summary>Σ pnl of losses, 0 or below.</summary>
    public required double Loss { get; init; }

    /// <summary>Σ exit time − entry time.</summary>
    public required long HeldMillis { get; init; }

    /// <summary>Fees of every fill.</summary>
    public required double Fees { get; init; }

    /// <summary>Notional of every fill.</summary>
    public required double Notional { get; init; }

    public required double BuyAndHoldReturn { get; init; }
}
