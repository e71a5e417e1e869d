using Neurotrade.Core.Market;

namespace Neurotrade.Core.Accounts;

/// <summary>From flat to flat (contracts 4.12). Amounts in quote currency, quantity in base asset.</summary>
public sealed record ClosedTrade<T>(
    int Id,
    int Symbol,
    int EntryBar,
    long EntryMillis,
    double EntryPrice,
    int ExitBar,
    long ExitMillis,
    double ExitPrice,
    T Quantity,
    T Cost,
    T Pnl,
    T Fees,
    FillReason ExitReason,
    string Tag);
