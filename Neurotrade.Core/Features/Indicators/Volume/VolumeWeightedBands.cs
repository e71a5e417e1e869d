using System.Collections.Immutable;
using Neurotrade.Core.Features.Exact;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Volume;

/// <summary>The mean price of what was traded since the day, week or month began, with a band.</summary>
public struct VolumeWeightedBands : IIndicatorState<VolumeWeightedBands>
{
    private CalendarSpan span;
    private double multiplier;
    private double origin;
    private CompensatedSum volumes;
    private CompensatedSum offsets;
    private CompensatedSum squares;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "vwap_bands",
        Title = "Anchored VWAP with Bands",
        Group = IndicatorGroups.Volume,
        Outputs = ["vwap", "upper", "lower"],
        Parameters =
        [
            CalendarSpan.Parameter,
            IndicatorParameter.Number("stddev", 2, 0.01, 100, "Half the width, in standard deviations."),
        ],
        Summary = "The mean price of all that was traded since the UTC day, week or month began, with a band as "
            + "wide as those prices scatter.",
        Formula = "vwap = Σ hlc3 × volume / Σ volume since the span began; upper, lower = vwap ± stddev × √(Σ "
            + "(hlc3 − vwap)² × volume / Σ volume); missing before the first volume of a span",
        Source = "Volume weighting with a volume-weighted deviation.",
        Create = parameters => new Indicator<VolumeWeightedBands>(parameters),
        WarmUpBars = _ => 0,
        Check = CalendarSpan.Check,
        IsSparse = true,
    };

    public static CandleParts Reads => CandleParts.Time | CandleParts.HighLowCloseVolume;

    public static VolumeWeightedBands From(ImmutableArray<double> parameters) =>
        new() { span = new CalendarSpan((int)parameters[0]), multiplier = parameters[1] };

    public void Step(in Candle candle, OutputRow row)
    {
        double price = CandleFields.Hlc3(candle.High, candle.Low, candle.Close);
        if (span.Begins(candle.OpenMillis))
        {
            (origin, volumes, offsets, squares) = (price, default, default, default);
        }

        // Against the first price of the span, so that squares cannot cancel.
        double offset = price - origin;
        volumes.Add(candle.Volume);
        offsets.Add(offset * candle.Volume);
        squares.Add(offset * offset * candle.Volume);
        double volume = volumes.Value;
        double mean = offsets.Value / volume;
        double half = multiplier * Math.Sqrt(Math.Max(0, (squares.Value / volume) - (mean * mean)));
        bool isMissing = volume == 0;
        row[0] = isMissing ? double.NaN : origin + mean;
        row[1] = isMissing ? double.NaN : origin + mean + half;
        row[2] = isMissing ? double.NaN : origin + mean - half;
    }
}
