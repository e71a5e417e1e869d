using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Volatility;

/// <summary>The highest high and the lowest low of the last bars.</summary>
public struct DonchianChannel : IIndicatorState<DonchianChannel>
{
    private SlidingRange range;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "donchian",
        Title = "Donchian Channel",
        Group = IndicatorGroups.Volatility,
        Outputs = ["middle", "upper", "lower"],
        Parameters = [IndicatorParameter.Period(20)],
        Summary = "The highest high and the lowest low of the last bars, this one included.",
        Formula = "upper = highest high over n bars; lower = lowest low; middle = (upper + "
            + "lower) / 2",
        Source = "Richard Donchian; this bar included (contracts 8), unlike "
            + "Stock.Indicators GetDonchian.",
        Differences = "Stock.Indicators leaves this bar out and so is one bar behind.",
        Create = parameters => new Indicator<DonchianChannel>(parameters),
        WarmUpBars = p => (int)p[0] - 1,
    };

    public static CandleParts Reads => CandleParts.HighLow;

    public static DonchianChannel From(ImmutableArray<double> parameters) =>
        new() { range = new SlidingRange((int)parameters[0]) };

    public void Step(in Candle candle, OutputRow row)
    {
        range.Push(candle.High, candle.Low);
        row[0] = range.IsFull ? CandleFields.Hl2(range.Highest, range.Lowest) : double.NaN;
        row[1] = range.IsFull ? range.Highest : double.NaN;
        row[2] = range.IsFull ? range.Lowest : double.NaN;
    }
}
