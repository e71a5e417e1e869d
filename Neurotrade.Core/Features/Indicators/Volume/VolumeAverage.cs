using System.Collections.Immutable;
using Neurotrade.Core.Features.Exact;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Volume;

/// <summary>The mean of the volume, and the volume against it.</summary>
public struct VolumeAverage : IIndicatorState<VolumeAverage>
{
    private FieldWindow volumes;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "volume_sma",
        Title = "Average Volume",
        Group = IndicatorGroups.Volume,
        Outputs = ["sma", "relative"],
        Parameters = [IndicatorParameter.Period(20)],
        Summary = "The plain mean of the last volumes, and this volume as a multiple of it; relative is missing "
            + "where nothing was traded.",
        Formula = "sma = Σ volume over the last n bars / n; relative = volume / sma",
        Source = "Arithmetic mean.",
        Create = parameters => new Indicator<VolumeAverage>(parameters),
        WarmUpBars = p => (int)p[0] - 1,
        IsSparse = true,
    };

    public static CandleParts Reads => CandleParts.Volume;

    public static VolumeAverage From(ImmutableArray<double> parameters) =>
        new() { volumes = new FieldWindow((int)parameters[0]) };

    public void Step(in Candle candle, OutputRow row)
    {
        volumes.Push(candle.Volume);
        double mean = volumes.Mean;
        row[0] = mean;
        row[1] = mean == 0 ? double.NaN : candle.Volume / mean;
    }
}
