using System.Collections.Immutable;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Research.Overfitting;

/// <summary>How the market stood on a day: its close against that of thirty days before.</summary>
public enum Regime
{
    /// <summary>At least a tenth higher.</summary>
    Bull,

    /// <summary>At least a tenth lower.</summary>
    Bear,

    /// <summary>Between.</summary>
    Side,
}

/// <summary>What a run made on the days of one regime.</summary>
/// <param name="Regime">Which.</param>
/// <param name="Days">Days of the run that had it.</param>
/// <param name="Pnl">Σ changes of equity on those days, quote currency.</param>
public readonly record struct RegimeShare(Regime Regime, int Days, double Pnl)
{
    private const int Back = 30;
    private const double Far = 0.1;

    /// <summary>
    /// All three, in their order, by the closes of one market; the days before its thirtieth are in none.
    /// </summary>
    /// <param name="daily">The run's equity at the ends of its days.</param>
    /// <param name="market">The first symbol's bars, those before the run included.</param>
    public static ImmutableArray<RegimeShare> Of(DailyEquity daily, CandleSeries market)
    {
        DailyEquity closes = DailyEquity.Of(market.Times, market.Closes, 1);
        (int[] days, double[] pnl) = (new int[3], new double[3]);
        double before = daily.Capital;
        for (int i = 0; i < daily.Days.Length; i++)
        {
            if (RegimeAt(closes, daily.Days[i]) is { } regime)
            {
                days[(int)regime]++;
                pnl[(int)regime] += daily.Equity[i] - before;
            }

            before = daily.Equity[i];
        }

        return [.. Enum.GetValues<Regime>().Select(regime => new RegimeShare(regime, days[(int)regime], pnl[(int)regime]))];
    }

    // A day without candles has the close of the last before it.
    private static Regime? RegimeAt(DailyEquity closes, long day)
    {
        (int now, int then) = (LastAt(closes.Days, day), LastAt(closes.Days, day - Back));
        return now < 0 || then < 0
            ? null
            : (closes.Equity[now] / closes.Equity[then]) switch
            {
                >= 1 + Far => Regime.Bull,
                <= 1 - Far => Regime.Bear,
                _ => Regime.Side,
            };
    }

    private static int LastAt(long[] days, long day)
    {
        int at = Array.BinarySearch(days, day);
        return at >= 0 ? at : ~at - 1;
    }
}
