using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.MovingAverages;

/// <summary>Three slow averages, each drawn some bars late.</summary>
public struct Alligator : IIndicatorState<Alligator>
{
    private AlligatorLines lines;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "alligator",
        Title = "Williams Alligator",
        Group = IndicatorGroups.MovingAverages,
        Outputs = ["jaw", "teeth", "lips"],
        Parameters =
        [
            IndicatorParameter.Bars("jaw", 13, "Bars of the slow average."),
            IndicatorParameter.Bars("jaw_offset", 8, "Bars by which it is late."),
            IndicatorParameter.Bars("teeth", 8, "Bars of the middle average."),
            IndicatorParameter.Bars("teeth_offset", 5, "Bars by which it is late."),
            IndicatorParameter.Bars("lips", 5, "Bars of the fast average."),
            IndicatorParameter.Bars("lips_offset", 3, "Bars by which it is late."),
        ],
        Summary = "Three smoothed averages of the middle price, each some bars late: apart in a trend, entwined "
            + "without one.",
        Formula = "jaw = smma(hl2, jaw) of jaw_offset bars ago; teeth and lips likewise",
        Source = "Bill Williams, Trading Chaos (1995); Stock.Indicators GetAlligator.",
        Create = parameters => new Indicator<Alligator>(parameters),
        WarmUpBars = AlligatorLines.WarmUpBars,
    };

    public static CandleParts Reads => CandleParts.HighLow;

    public static Alligator From(ImmutableArray<double> parameters) => new() { lines = new AlligatorLines(parameters) };

    public void Step(in Candle candle, OutputRow row)
    {
        lines.Next(in candle, out double jaw, out double teeth, out double lips);
        row[0] = jaw;
        row[1] = teeth;
        row[2] = lips;
    }
}
