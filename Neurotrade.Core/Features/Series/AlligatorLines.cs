using System.Collections.Immutable;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Series;

/// <summary>The three late averages of the alligator: jaw, teeth and lips, each a period and an offset in bars.</summary>
public struct AlligatorLines(ImmutableArray<double> parameters)
{
    private ExponentialMean jaw = ExponentialMean.Wilder((int)parameters[0]);
    private ExponentialMean teeth = ExponentialMean.Wilder((int)parameters[2]);
    private ExponentialMean lips = ExponentialMean.Wilder((int)parameters[4]);
    private Delay jawBefore = new((int)parameters[1]);
    private Delay teethBefore = new((int)parameters[3]);
    private Delay lipsBefore = new((int)parameters[5]);

    /// <summary>Bars before all three lines are there.</summary>
    public static int WarmUpBars(ImmutableArray<double> parameters) => (int)Math.Max(
        parameters[0] + parameters[1], Math.Max(parameters[2] + parameters[3], parameters[4] + parameters[5])) - 1;

    /// <summary>Takes the next candle and gives the lines; NaN until they are there.</summary>
    public void Next(in Candle candle, out double slow, out double middle, out double fast)
    {
        double price = CandleFields.Hl2(candle.High, candle.Low);
        slow = jawBefore.Next(jaw.Next(price));
        middle = teethBefore.Next(teeth.Next(price));
        fast = lipsBefore.Next(lips.Next(price));
    }
}
