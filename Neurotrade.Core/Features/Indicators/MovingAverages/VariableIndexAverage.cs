using System.Collections.Immutable;
using Neurotrade.Core.Features.Exact;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.MovingAverages;

/// <summary>An exponential average that speeds up with the scatter of the closes.</summary>
public struct VariableIndexAverage : IIndicatorState<VariableIndexAverage>
{
    private DeviationWindow shorter;
    private DeviationWindow longer;
    private double alpha;
    private double previousClose;
    private double average;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "vidya",
        Title = "Variable Index Dynamic Average",
        Group = IndicatorGroups.MovingAverages,
        Outputs = ["vidya"],
        Parameters =
        [
            IndicatorParameter.Bars("short", 14, "Bars of the scatter of now.", min: 2),
            IndicatorParameter.Bars("long", 34, "Bars of the usual scatter; more than short.", min: 3),
            IndicatorParameter.Number("alpha", 0.2, 0.001, 1, "Weight of the newest close at the usual scatter."),
        ],
        Summary = "An average that follows fast when closes scatter more than usual and slowly when they scatter "
            + "less.",
        Formula = "k = alpha × stddev(close, short) / stddev(close, long), at most 1 and 0 without scatter; vidya "
            + "= vidya[1] + k × (close − vidya[1]); starts with the close before its first scatter",
        Source = "Tushar Chande (1992); Tulip vidya.",
        Differences = "Tulip shows the close it starts from, one bar earlier; Chande later took his momentum "
            + "oscillator in place of the scatter.",
        Create = parameters => new Indicator<VariableIndexAverage>(parameters),
        WarmUpBars = p => (int)p[1] - 1,
        Check = p => ParameterOrder.Rising(p, 0, "short", 1, "long"),
    };

    public static CandleParts Reads => CandleParts.Close;

    public static VariableIndexAverage From(ImmutableArray<double> parameters) => new()
    {
        shorter = new DeviationWindow((int)parameters[0]),
        longer = new DeviationWindow((int)parameters[1]),
        alpha = parameters[2],
        average = double.NaN,
    };

    public void Step(in Candle candle, OutputRow row)
    {
        shorter.Push(candle.Close);
        longer.Push(candle.Close);
        if (longer.IsFull)
        {
            average = double.IsNaN(average) ? previousClose : average;
            double usual = longer.Deviation;
            double speed = usual == 0 ? 0 : Math.Min(1, alpha * (shorter.Deviation / usual));
            average += speed * (candle.Close - average);
        }

        previousClose = candle.Close;
        row[0] = average;
    }
}
