using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.MovingAverages;

/// <summary>Two averages that follow the phase of the market.</summary>
public struct MesaAdaptiveAverage : IIndicatorState<MesaAdaptiveAverage>
{
    private HilbertCycle cycle;
    private double fast;
    private double slow;
    private double sum;
    private double phase;
    private double mama;
    private double fama;
    private int bars;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "mama",
        Title = "MESA Adaptive Moving Average",
        Group = IndicatorGroups.MovingAverages,
        Outputs = ["mama", "fama"],
        Parameters =
        [
            IndicatorParameter.Number("fast", 0.5, 0.01, 0.99, "Highest weight of the newest price."),
            IndicatorParameter.Number("slow", 0.05, 0.001, 0.98, "Lowest weight; below fast."),
        ],
        Summary = "An average that jumps when the phase of the market does, and one that follows it at half the "
            + "pace.",
        Formula = "phase = atan(quadrature / in-phase) of the cycle of hl2; w = max(fast / max(phase[1] − phase, "
            + "1), slow); mama = w × hl2 + (1 − w) × mama[1]; fama = w / 2 × mama + (1 − w / 2) × fama[1]; both "
            + "start with the mean of six",
        Source = "John Ehlers, MESA and Trading Market Cycles (2001); Stock.Indicators GetMama.",
        Differences = "TA-Lib begins 26 bars later.",
        Create = parameters => new Indicator<MesaAdaptiveAverage>(parameters),
        WarmUpBars = _ => 5,
        Check = p => ParameterOrder.Rising(p, 1, "slow", 0, "fast"),
    };

    public static CandleParts Reads => CandleParts.HighLow;

    public static MesaAdaptiveAverage From(ImmutableArray<double> parameters) =>
        new() { cycle = new HilbertCycle(), fast = parameters[0], slow = parameters[1] };

    public void Step(in Candle candle, OutputRow row)
    {
        double price = CandleFields.Hl2(candle.High, candle.Low);
        cycle.Next(price);
        if (bars < HilbertCycle.WarmUpBars)
        {
            sum += price;
            bars++;
            mama = fama = bars == HilbertCycle.WarmUpBars ? sum / bars : double.NaN;
        }
        else
        {
            double before = phase;
            phase = cycle.InPhase == 0 ? 0 : Math.Atan(cycle.Quadrature / cycle.InPhase) * (180 / Math.PI);
            double weight = Math.Max(fast / Math.Max(before - phase, 1), slow);
            mama = (weight * price) + ((1 - weight) * mama);
            fama = (0.5 * weight * mama) + ((1 - (0.5 * weight)) * fama);
        }

        row[0] = mama;
        row[1] = fama;
    }
}
