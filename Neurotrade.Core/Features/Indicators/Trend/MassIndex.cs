using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Trend;

/// <summary>How much ranges widen and narrow again.</summary>
public struct MassIndex : IIndicatorState<MassIndex>
{
    private ExponentialMean once;
    private ExponentialMean twice;
    private SeriesWindow ratios;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "mass_index",
        Title = "Mass Index",
        Group = IndicatorGroups.Trend,
        Outputs = ["mass_index"],
        Parameters =
        [
            IndicatorParameter.Period(25),
            IndicatorParameter.Bars("ema", 9, "Bars of each of the two averages."),
        ],
        Summary = "How much ranges widened lately: above 27 and then below 26.5 with the usual bars warns of a turn.",
        Formula = "mass_index = Σ over n bars of ema(high − low, ema) / ema(ema(high − low, ema), ema); 1 a bar "
            + "while no bar had a range",
        Source = "Donald Dorsey (1992); averages seeded as in ema.",
        Differences = "Tulip is fixed to averages of 9 and starts them with the first range.",
        Create = parameters => new Indicator<MassIndex>(parameters),
        WarmUpBars = p => (int)p[0] - 1 + (2 * ((int)p[1] - 1)),
    };

    public static CandleParts Reads => CandleParts.HighLow;

    public static MassIndex From(ImmutableArray<double> parameters) => new()
    {
        once = ExponentialMean.Ema((int)parameters[1]),
        twice = ExponentialMean.Ema((int)parameters[1]),
        ratios = new SeriesWindow((int)parameters[0]),
    };

    public void Step(in Candle candle, OutputRow row)
    {
        double mean = once.Next(candle.High - candle.Low);
        double again = twice.Next(mean);
        ratios.Push(again == 0 ? 1 : mean / again);
        row[0] = ratios.Sum;
    }
}
