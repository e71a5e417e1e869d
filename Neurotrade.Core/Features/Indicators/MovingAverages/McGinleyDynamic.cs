using System.Collections.Immutable;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.MovingAverages;

/// <summary>An average that hurries when price falls under it and idles when price runs above.</summary>
public struct McGinleyDynamic : IIndicatorState<McGinleyDynamic>
{
    private double scale;
    private double average;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "mcginley",
        Title = "McGinley Dynamic",
        Group = IndicatorGroups.MovingAverages,
        Outputs = ["mcginley"],
        Parameters =
        [
            IndicatorParameter.Period(14),
            IndicatorParameter.Number("factor", 0.6, 0.01, 100, "Share of the period by which it smooths."),
        ],
        Summary = "An average that adjusts its own speed to how far the close has run from it.",
        Formula = "md = md[1] + (close − md[1]) / (factor × n × (close / md[1])⁴), from the first close on",
        Source = "John McGinley (1990); Stock.Indicators GetDynamic.",
        Differences = "Stock.Indicators lets the step run past the close where factor × n × ratio⁴ is below 1; "
            + "here it ends there.",
        Create = parameters => new Indicator<McGinleyDynamic>(parameters),
        WarmUpBars = _ => 1,
    };

    public static CandleParts Reads => CandleParts.Close;

    public static McGinleyDynamic From(ImmutableArray<double> parameters) =>
        new() { scale = parameters[0] * parameters[1], average = double.NaN };

    public void Step(in Candle candle, OutputRow row)
    {
        if (double.IsNaN(average))
        {
            average = candle.Close;
            row[0] = double.NaN;
            return;
        }

        double ratio = candle.Close / average;
        double square = ratio * ratio;

        // Never past the close: short periods after a fall would overshoot without bound.
        average += (candle.Close - average) / Math.Max(1, scale * square * square);
        row[0] = average;
    }
}
