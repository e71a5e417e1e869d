using Neurotrade.Core.Market;
using Neurotrade.Core.Research;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Core.Adapters.OpenCl;

/// <summary>
/// The figures of a walk that a device made: what passes through means, roots and powers is taken here, by the definitions
/// that every run uses.
/// </summary>
internal static class WalkFigures
{
    /// <summary>The row of a walk.</summary>
    /// <param name="data">The bars.</param>
    /// <param name="strategy">What walked.</param>
    /// <param name="state">All walks at their ends.</param>
    /// <param name="member">Which of them.</param>
    /// <param name="daily">Its equity at the end of each day.</param>
    /// <param name="pnl">Pnl of its closed trades.</param>
    public static double[] Of(
        SweepData data, Strategy strategy, WalkState state, int member, double[] daily, double[] pnl)
    {
        double deepest = state.Of(member, RealState.Deepest);
        long longest = state.Of(member, LongState.Longest);
        double end = data.Count == 0 ? double.NaN : data.Bars.Times[data.End - 1] + strategy.Market.Timeframe.Millis;
        (double peak, double trough) = (state.Of(member, RealState.Peak), state.Of(member, RealState.Trough));
        if (trough < peak)
        {
            deepest = Math.Max(deepest, (peak - trough) / peak);
            longest = Math.Max(longest, (long)end - state.Of(member, LongState.PeakMillis));
        }

        double[] figures = new double[RunFigures.Count];
        RunFigures.Write(
            new RunTotals
            {
                Bars = data.Count,
                Start = data.Count == 0 ? double.NaN : data.Bars.Times[data.First],
                End = end,
                Capital = strategy.Capital,
                Final = state.Of(member, RealState.Final),
                MaxDrawdown = deepest,
                MaxDrawdownDays = longest / (double)Instant.MillisPerDay,
                InPosition = state.Of(member, IntState.InPosition),
                Wins = state.Of(member, IntState.Wins),
                Profit = state.Of(member, RealState.Profit),
                Loss = state.Of(member, RealState.Loss),
                HeldMillis = state.Of(member, LongState.HeldMillis),
                Fees = state.Of(member, RealState.Fees),
                Notional = state.Of(member, RealState.Notional),
                BuyAndHoldReturn = data.BuyAndHoldReturn,
            },
            DailyEquity.ReturnsOf(strategy.Capital, daily), pnl, figures);
        return figures;
    }
}
