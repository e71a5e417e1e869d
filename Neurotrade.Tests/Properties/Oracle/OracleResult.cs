namespace Neurotrade.Tests.Properties.Oracle;

/// <summary>A row of <c>trades.csv</c> as the oracle has it.</summary>
internal sealed record OracleTrade(
    int Id,
    string Symbol,
    long EntryTime,
    double EntryPrice,
    long ExitTime,
    double ExitPrice,
    double Quantity,
    double Pnl,
    double PnlPct,
    double Fees,
    int BarsHeld,
    string Reason,
    string Tag);

/// <summary>A row of <c>fills.csv</c> as the oracle has it, without ids of fill and order.</summary>
internal sealed record OracleFill(
    int TradeId,
    long Time,
    string Symbol,
    bool IsBuy,
    double Price,
    double Quantity,
    double Fee,
    bool IsMaker,
    string Reason);

/// <summary>A row of <c>equity.csv</c>, and whether a position was open at that close.</summary>
internal sealed record OracleEquity(long Time, double Equity, double Cash, double PositionValue, bool InPosition);

/// <summary>A position left open after the last candle.</summary>
internal sealed record OracleOpen(int TradeId, string Symbol, long EntryTime, double EntryPrice, double Quantity);

/// <summary>What a run of the oracle came to.</summary>
internal sealed record OracleResult
{
    public List<OracleTrade> Trades { get; } = [];

    public List<OracleFill> Fills { get; } = [];

    public List<OracleEquity> Equity { get; } = [];

    public List<OracleOpen> Open { get; } = [];

    public SortedDictionary<string, int> RefusedByRisk { get; } = new(StringComparer.Ordinal);

    public int OrdersBelowMinimum { get; set; }

    public int OrdersWithoutAtr { get; set; }

    public int EntriesNotFilled { get; set; }

    public int BarsWithoutDetail { get; set; }

    /// <summary>Comparisons that the last bits of an indicator could have decided otherwise.</summary>
    public int NearTies { get; set; }
}

/// <summary>How often each rule and branch of the oracle was exercised: the proof that the property test is not hollow.</summary>
internal sealed class Coverage
{
    public SortedDictionary<string, int> Hits { get; } = new(StringComparer.Ordinal);

    public void Hit(string path) => Hits[path] = Hits.GetValueOrDefault(path) + 1;

    public void Add(Coverage other)
    {
        foreach ((string path, int count) in other.Hits)
        {
            Hits[path] = Hits.GetValueOrDefault(path) + count;
        }
    }
}
