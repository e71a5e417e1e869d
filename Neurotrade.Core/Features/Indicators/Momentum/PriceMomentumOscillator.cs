using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Momentum;

/// <summary>A twice smoothed rate of change with an average of it.</summary>
public struct PriceMomentumOscillator : IIndicatorState<PriceMomentumOscillator>
{
    private ExponentialMean first;
    private ExponentialMean second;
    private ExponentialMean signal;
    private double previousClose;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "pmo",
        Title = "Price Momentum Oscillator",
        Group = IndicatorGroups.Momentum,
        Outputs = ["line", "signal"],
        Parameters =
        [
            IndicatorParameter.Bars("first", 35, "Bars of the first smoothing.", min: 2),
            IndicatorParameter.Bars("second", 20, "Bars of the second smoothing.", min: 2),
            IndicatorParameter.Bars("signal", 10, "Bars of the average of the line."),
        ],
        Summary = "A twice smoothed rate of change of the close, with an average of it.",
        Formula = "a = smoothing by 2 / first of 100 × (close / close[1] − 1); line = smoothing by 2 / second of "
            + "10 × a; signal = ema(line, signal); each seeded with a mean",
        Source = "Carl Swenlin (DecisionPoint); Stock.Indicators GetPmo.",
        Create = parameters => new Indicator<PriceMomentumOscillator>(parameters),
        WarmUpBars = p => (int)p[0] + (int)p[1] + (int)p[2] - 2,
    };

    public static CandleParts Reads => CandleParts.Close;

    public static PriceMomentumOscillator From(ImmutableArray<double> parameters) => new()
    {
        first = ExponentialMean.Smoothed(2 / parameters[0], (int)parameters[0]),
        second = ExponentialMean.Smoothed(2 / parameters[1], (int)parameters[1]),
        signal = ExponentialMean.Ema((int)parameters[2]),
        previousClose = double.NaN,
    };

    public void Step(in Candle candle, OutputRow row)
    {
        double change = 100 * ((candle.Close / previousClose) - 1);
        previousClose = candle.Close;
        double line = second.Next(10 * first.Next(change));
        row[0] = line;
        row[1] = signal.Next(line);
    }
}
