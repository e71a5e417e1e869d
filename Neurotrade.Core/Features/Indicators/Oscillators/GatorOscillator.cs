using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Oscillators;

/// <summary>How far the lines of the alligator stand apart.</summary>
public struct GatorOscillator : IIndicatorState<GatorOscillator>
{
    private AlligatorLines lines;
    private double previousUpper;
    private double previousLower;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "gator",
        Title = "Gator Oscillator",
        Group = IndicatorGroups.Oscillators,
        Outputs = ["upper", "lower", "upper_expanding", "lower_expanding"],
        Parameters =
        [
            IndicatorParameter.Bars("jaw", 13, "Bars of the slow average."),
            IndicatorParameter.Bars("jaw_offset", 8, "Bars by which it is late."),
            IndicatorParameter.Bars("teeth", 8, "Bars of the middle average."),
            IndicatorParameter.Bars("teeth_offset", 5, "Bars by which it is late."),
            IndicatorParameter.Bars("lips", 5, "Bars of the fast average."),
            IndicatorParameter.Bars("lips_offset", 3, "Bars by which it is late."),
        ],
        Summary = "How far the alligator's lines stand apart, above and below zero; expanding is 1 where the "
            + "distance grew and 0 where not.",
        Formula = "upper = |jaw − teeth|; lower = −|teeth − lips|; upper_expanding = 1 where upper > upper[1], "
            + "lower_expanding = 1 where lower < lower[1], else 0",
        Source = "Bill Williams, New Trading Dimensions (1998); Stock.Indicators GetGator.",
        Create = parameters => new Indicator<GatorOscillator>(parameters),
        WarmUpBars = p => AlligatorLines.WarmUpBars(p) + 1,
    };

    public static CandleParts Reads => CandleParts.HighLow;

    public static GatorOscillator From(ImmutableArray<double> parameters) =>
        new() { lines = new AlligatorLines(parameters), previousUpper = double.NaN, previousLower = double.NaN };

    public void Step(in Candle candle, OutputRow row)
    {
        lines.Next(in candle, out double jaw, out double teeth, out double lips);
        double upper = Math.Abs(jaw - teeth);
        double lower = -Math.Abs(teeth - lips);
        row[0] = upper;
        row[1] = lower;
        row[2] = Answer(upper - previousUpper);
        row[3] = Answer(previousLower - lower);
        (previousUpper, previousLower) = (upper, lower);
    }

    private static double Answer(double growth) => double.IsNaN(growth) ? double.NaN : growth > 0 ? 1 : 0;
}
