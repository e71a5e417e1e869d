using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Levels;

/// <summary>The last swing high and the last swing low.</summary>
public struct FractalChaosBands : IIndicatorState<FractalChaosBands>
{
    private SwingPoints points;
    private double upper;
    private double lower;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "fractal_chaos",
        Title = "Fractal Chaos Bands",
        Group = IndicatorGroups.Levels,
        Outputs = ["upper", "lower"],
        Parameters = [IndicatorParameter.Bars("span", 2, "Bars on each side of a fractal.")],
        Summary = "The last high and the last low that stood out among their neighbours, from the bar where that "
            + "is known until the next.",
        Formula = "upper = the last bear of williams_fractal(span), lower = its last bull",
        Source = "Stock.Indicators GetFcb.",
        Create = parameters => new Indicator<FractalChaosBands>(parameters),
        WarmUpBars = p => 2 * (int)p[0],
        IsSparse = true,
    };

    public static CandleParts Reads => CandleParts.HighLow;

    public static FractalChaosBands From(ImmutableArray<double> parameters) => new()
    {
        points = new SwingPoints((int)parameters[0], (int)parameters[0]),
        upper = double.NaN,
        lower = double.NaN,
    };

    public void Step(in Candle candle, OutputRow row)
    {
        points.Next(in candle, out double high, out double low);
        upper = double.IsNaN(high) ? upper : high;
        lower = double.IsNaN(low) ? lower : low;
        row[0] = upper;
        row[1] = lower;
    }
}
