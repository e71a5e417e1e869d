using System.Collections.Immutable;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;

namespace Neurotrade.Core.Research.Overfitting;

/// <summary>Whether fills could have been had on the bars in which they stand.</summary>
/// <param name="Fills">How many there are.</param>
/// <param name="BetterThanBar">Bought below the bar's low, or sold above its high.</param>
/// <param name="WithoutVolume">In bars in which nothing was traded.</param>
public readonly record struct FillPlausibility(int Fills, int BetterThanBar, int WithoutVolume)
{
    /// <summary>Share of fills at prices better than their bar ever had.</summary>
    public double? ShareBetter => Moments.Ratio(BetterThanBar, Fills);

    /// <summary>Share of fills in bars without volume.</summary>
    public double? ShareWithoutVolume => Moments.Ratio(WithoutVolume, Fills);

    /// <summary>Holds a run's fills against its symbols' bars, which may reach beyond the run.</summary>
    public static FillPlausibility Of(BacktestResult result, ImmutableArray<CandleSeries> candles)
    {
        (int better, int without) = (0, 0);
        foreach (BacktestFill fill in result.Fills)
        {
            CandleSeries series = candles.First(one => one.Symbol == fill.Symbol);
            Candle bar = series[series.IndexAtOrAfter(fill.Millis)];

            // A price that went through a multiplication may miss the bar's by its last bit.
            const double rounding = 1e-12;
            bool isBetter = fill.Side == TradeSide.Buy
                ? fill.Price < bar.Low * (1 - rounding)
                : fill.Price > bar.High * (1 + rounding);
            better += isBetter ? 1 : 0;
            without += bar.Volume == 0 ? 1 : 0;
        }

        return new FillPlausibility(result.Fills.Length, better, without);
    }
}
