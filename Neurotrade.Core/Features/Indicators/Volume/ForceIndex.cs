using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Volume;

/// <summary>How much volume moved the close.</summary>
public struct ForceIndex : IIndicatorState<ForceIndex>
{
    private ExponentialMean mean;
    private double previousClose;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "force_index",
        Title = "Force Index",
        Group = IndicatorGroups.Volume,
        Outputs = ["force_index"],
        Parameters = [IndicatorParameter.Period(13)],
        Summary = "The move of each close weighed by the volume behind it, smoothed.",
        Formula = "force_index = ema((close − close[1]) × volume, n)",
        Source = "Alexander Elder (1993); Stock.Indicators GetForceIndex.",
        Create = parameters => new Indicator<ForceIndex>(parameters),
        WarmUpBars = p => (int)p[0],
    };

    public static CandleParts Reads => CandleParts.Close | CandleParts.Volume;

    public static ForceIndex From(ImmutableArray<double> parameters) =>
        new() { mean = ExponentialMean.Ema((int)parameters[0]), previousClose = double.NaN };

    public void Step(in Candle candle, OutputRow row)
    {
        row[0] = mean.Next((candle.Close - previousClose) * candle.Volume);
        previousClose = candle.Close;
    }
}
