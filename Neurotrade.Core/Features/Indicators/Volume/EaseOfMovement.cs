using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Volume;

/// <summary>How far the middle price moved for the volume that it took.</summary>
public struct EaseOfMovement : IIndicatorState<EaseOfMovement>
{
    private SeriesWindow moves;
    private double previousPrice;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "emv",
        Title = "Ease of Movement",
        Group = IndicatorGroups.Volume,
        Outputs = ["emv"],
        Parameters = [IndicatorParameter.Period(14)],
        Summary = "How easily price moved: the step of the middle price for the volume that it took; 0 for a bar "
            + "without volume or range.",
        Formula = "emv = mean over n bars of (hl2 − hl2[1]) × (high − low) / (volume / 10000)",
        Source = "Richard Arms; Tulip emv with period 1.",
        Create = parameters => new Indicator<EaseOfMovement>(parameters),
        WarmUpBars = p => (int)p[0],
    };

    public static CandleParts Reads => CandleParts.HighLow | CandleParts.Volume;

    public static EaseOfMovement From(ImmutableArray<double> parameters) =>
        new() { moves = new SeriesWindow((int)parameters[0]), previousPrice = double.NaN };

    public void Step(in Candle candle, OutputRow row)
    {
        double price = CandleFields.Hl2(candle.High, candle.Low);
        double step = price - previousPrice;
        previousPrice = price;
        moves.Push(candle.Volume == 0 && !double.IsNaN(step) ? 0 : step * (candle.High - candle.Low) / (candle.Volume / 10_000));
        row[0] = moves.Mean;
    }
}
