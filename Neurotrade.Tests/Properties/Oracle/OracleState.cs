namespace Neurotrade.Tests.Properties.Oracle;

/// <summary>An entry order that is not filled yet, or not wholly (contracts 4.2, 4.14, 4.18).</summary>
internal sealed class OracleOrder
{
    public required double Budget { get; init; }

    /// <summary>Whether max_exposure cut the budget (contracts 4.21).</summary>
    public required bool IsCut { get; init; }

    public required double Equity { get; init; }

    public required double Atr { get; init; }

    public required string Tag { get; init; }

    /// <summary>The bar at whose close the order was caused.</summary>
    public required int SignalBar { get; init; }

    /// <summary>A limit's price, quantity and the cash held for it.</summary>
    public double LimitPrice { get; set; }

    public double LimitQuantity { get; set; }

    public double Reserved { get; set; }

    /// <summary>What is still to buy, under volume_share; null before the first fill.</summary>
    public double? Rest { get; set; }

    public double Spent { get; set; }
}

/// <summary>An open position and how it may be left.</summary>
internal sealed class OraclePosition
{
    public required int TradeId { get; init; }

    public required long EntryTime { get; init; }

    public required int EntryBar { get; init; }

    public required double Atr { get; init; }

    public required string Tag { get; init; }

    public int EntryFills { get; set; }

    public double EntryPrice { get; set; }

    public double EntryNotional { get; set; }

    public double EntryQuantity { get; set; }

    public double Cost { get; set; }

    public double Fees { get; set; }

    /// <summary>What is held now.</summary>
    public double Held { get; set; }

    public int ExitFills { get; set; }

    public double ExitPrice { get; set; }

    public double ExitNotional { get; set; }

    public double ExitQuantity { get; set; }

    public double Proceeds { get; set; }

    public int TargetsDone { get; set; }

    /// <summary>Highest high of completed bars since the fill; NaN before the first.</summary>
    public double Highest { get; set; } = double.NaN;

    public bool TrailStarted { get; set; }

    /// <summary>Why the position is being left by an order, or null.</summary>
    public string? ExitReason { get; set; }

    public bool ExitHasFilled { get; set; }

    /// <summary>The candle in which the entry filled at its open or inside: no gap there, or only the stop.</summary>
    public OracleCandle? FilledAtOpenOf { get; set; }

    public OracleCandle? FilledInside { get; set; }
}

/// <summary>One symbol while the oracle walks.</summary>
internal sealed class OracleBook
{
    public required OracleSymbol Symbol { get; init; }

    public required OracleRules Rules { get; init; }

    /// <summary>Index of the bar at hand; meaningful where <see cref="HasBar"/>.</summary>
    public int Bar { get; set; } = -1;

    public bool HasBar { get; set; }

    public OracleCandle Candle => Symbol.Bars[Bar];

    /// <summary>The candles in which the bar is walked: itself, or its finer ones.</summary>
    public List<OracleCandle> Pieces { get; set; } = [];

    public bool LacksDetail { get; set; }

    public double Mark { get; set; }

    public OraclePosition? Position { get; set; }

    public OracleOrder? Order { get; set; }

    public int LastExitBar { get; set; } = -1;
}
