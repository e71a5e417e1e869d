using Neurotrade.Core.Features;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Web.Dashboard.Strategies.Quick;

/// <summary>What an indicator's output is at the last bar of the candles that quick backtests run on.</summary>
/// <param name="Value">Missing: NaN.</param>
/// <param name="Symbol">The strategy's first.</param>
/// <param name="Exchange">Where the candles come from.</param>
/// <param name="OpenMillis">The bar's open time, Unix milliseconds.</param>
internal sealed record LatestValue(double Value, Symbol Symbol, string Exchange, long OpenMillis)
{
    /// <summary>The value of <c>instance.output</c>; null where the strategy has none such or no candles are at hand.</summary>
    public static LatestValue? Of(QuickCandles candles, Strategy strategy, string output)
    {
        string[] names = output.Split('.');
        IndicatorInstance? instance = strategy.Indicators.FirstOrDefault(one => one.Name == names[0]);
        int column = instance?.Definition.Outputs.IndexOf(names[^1]) ?? -1;
        if (column < 0 || candles.AtHand(strategy) is not { } found || found.Set.Symbols[0].Bars is not { Count: > 0 } bars)
        {
            return null;
        }

        FeatureFrame frame = FeatureFrame.Compute(bars, [instance!]);
        return new LatestValue(frame.Column(0, column)[^1], bars.Symbol, found.Exchange, bars.Times[^1]);
    }
}
