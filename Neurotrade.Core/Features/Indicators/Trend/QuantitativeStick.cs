using System.Collections.Immutable;
using Neurotrade.Core.Features.Exact;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Trend;

/// <summary>The mean gain from open to close.</summary>
public struct QuantitativeStick : IIndicatorState<QuantitativeStick>
{
    private FieldWindow fields;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "qstick",
        Title = "Qstick",
        Group = IndicatorGroups.Trend,
        Outputs = ["qstick"],
        Parameters = [IndicatorParameter.Period(8)],
        Summary = "The mean of what bars gained from open to close, in quote currency.",
        Formula = "qstick = Σ (close − open) / n over the last n bars",
        Source = "Tushar Chande; Tulip qstick.",
        Create = parameters => new Indicator<QuantitativeStick>(parameters),
        WarmUpBars = p => (int)p[0] - 1,
    };

    public static CandleParts Reads => CandleParts.Open | CandleParts.Close;

    public static QuantitativeStick From(ImmutableArray<double> parameters) =>
        new() { fields = new FieldWindow(2 * (int)parameters[0]) };

    public void Step(in Candle candle, OutputRow row)
    {
        // Two values a bar, so twice their mean: the difference of the means, exactly.
        fields.Push(candle.Close);
        fields.Push(-candle.Open);
        row[0] = 2 * fields.Mean;
    }
}
