using System.Collections.Immutable;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;

namespace Neurotrade.Core.Research;

/// <summary>
/// A fall of equity from a peak, its lowest point, and its recovery. Indices are bars; −1 is the start.
/// </summary>
/// <param name="PeakBar">The last bar at the peak; −1 where the peak is the capital itself.</param>
/// <param name="TroughBar">The first bar at the lowest equity.</param>
/// <param name="RecoveryBar">The first bar at or over the peak again; null where there is none.</param>
/// <param name="PeakMillis">Close of the peak's bar; the first open where the peak is the capital.</param>
/// <param name="TroughMillis">Close of the trough's bar.</param>
/// <param name="EndMillis">Close of the recovery's bar, or of the last bar.</param>
/// <param name="Depth">(peak − trough) / peak, a positive fraction.</param>
public readonly record struct Drawdown(
    int PeakBar, int TroughBar, int? RecoveryBar, long PeakMillis, long TroughMillis, long EndMillis, double Depth)
{
    /// <summary>From the peak to the recovery, or to the end, in days.</summary>
    public double Days => (EndMillis - PeakMillis) / (double)Instant.MillisPerDay;

    public bool IsRecovered => RecoveryBar is not null;
}

/// <summary>
/// One pass over the equity curve: its last value of each UTC day, and every drawdown (contracts 5.1).
/// </summary>
public sealed class EquityWalk
{
    private EquityWalk(DailyEquity daily, ImmutableArray<Drawdown> drawdowns) =>
        (Daily, Drawdowns) = (daily, drawdowns);

    public DailyEquity Daily { get; }

    /// <summary>In order of time.</summary>
    public ImmutableArray<Drawdown> Drawdowns { get; }

    /// <summary>Walks a run's equity; the capital is the first point of both (contracts 5.1).</summary>
    public static EquityWalk Of(BacktestResult result)
    {
        Guard.That(result.Capital > 0 && result.Equity.Length == result.Times.Length);
        long bar = result.Strategy.Market.Timeframe.Millis;
        DailyEquity daily = DailyEquity.Of(result.Times, result.Equity, result.Capital);
        return new EquityWalk(daily, FindDrawdowns(result.Times, result.Equity, result.Capital, bar));
    }

    private static ImmutableArray<Drawdown> FindDrawdowns(
        ReadOnlySpan<long> times, ReadOnlySpan<double> equity, double capital, long barMillis)
    {
        ImmutableArray<Drawdown>.Builder found = ImmutableArray.CreateBuilder<Drawdown>();
        (double peak, double trough) = (capital, capital);
        (int peakBar, int troughBar) = (-1, -1);
        for (int i = 0; i < equity.Length; i++)
        {
            double value = equity[i];
            if (value >= peak)
            {
                if (troughBar > peakBar)
                {
                    found.Add(Make(times, i));
                }

                // A level held is a later peak of the same height: a flat line is no time under water.
                (peak, peakBar) = (value, i);
                (trough, troughBar) = (value, i);
            }
            else if (value < trough)
            {
                (trough, troughBar) = (value, i);
            }
        }

        if (troughBar > peakBar)
        {
            found.Add(Make(times, null));
        }

        return found.DrainToImmutable();

        Drawdown Make(ReadOnlySpan<long> times, int? recovery)
        {
            long peakMillis = peakBar < 0 ? times[0] : times[peakBar] + barMillis;
            long endMillis = times[recovery ?? times.Length - 1] + barMillis;
            double depth = (peak - trough) / peak;
            return new Drawdown(
                peakBar, troughBar, recovery, peakMillis, times[troughBar] + barMillis, endMillis, depth);
        }
    }
}
