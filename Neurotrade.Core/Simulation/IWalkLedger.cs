using Neurotrade.Core.Accounts;

namespace Neurotrade.Core.Simulation;

/// <summary>
/// What a fused walk tells as it goes. Taken as a type argument, so that each call is compiled into the walk.
/// </summary>
internal interface IWalkLedger
{
    /// <summary>Cash and quantity were these at the closes of some bars.</summary>
    /// <param name="from">The first of them, counted from the first in range.</param>
    /// <param name="closes">A close each, at least one.</param>
    /// <param name="cash">All of it, what a resting limit holds back included.</param>
    /// <param name="quantity">Base asset held; 0 while flat.</param>
    void Hold(int from, ReadOnlySpan<double> closes, double cash, double quantity);

    /// <summary>Something filled.</summary>
    void Fill(in Fill<double> fill, int tradeId);

    /// <summary>A trade closed with that fill; the position still knows all of it.</summary>
    /// <param name="position">The position, flat and not cleared yet.</param>
    /// <param name="trade">The trade's own facts.</param>
    /// <param name="exit">Its last fill.</param>
    void Close(Position<double> position, in FusedTrade trade, in Fill<double> exit);

    /// <summary>Something did not happen.</summary>
    void Miss(FusedMiss what);
}

/// <summary>A trade under way.</summary>
/// <param name="Id">Counts entries from 1.</param>
/// <param name="SignalBar">The bar at whose close the entry rule was true.</param>
/// <param name="EntryBar">The bar of the fill.</param>
/// <param name="EntryMillis">That bar's open time, Unix milliseconds.</param>
internal readonly record struct FusedTrade(int Id, int SignalBar, int EntryBar, long EntryMillis);

/// <summary>What did not happen, as <see cref="BacktestCounts"/> has it.</summary>
internal enum FusedMiss
{
    BelowMinimum,
    WithoutAtr,
    NotFilled,
    RefusedByExposure,
}
