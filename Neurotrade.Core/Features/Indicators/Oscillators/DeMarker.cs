using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Oscillators;

/// <summary>How far highs rose against how far lows fell.</summary>
public struct DeMarker : IIndicatorState<DeMarker>
{
    private SeriesWindow rises;
    private SeriesWindow falls;
    private double previousHigh;
    private double previousLow;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "demarker",
        Title = "DeMarker",
        Group = IndicatorGroups.Oscillators,
        Outputs = ["demarker"],
        Parameters = [IndicatorParameter.Period(14)],
        Summary = "How far highs rose against how far lows fell, from 0 to 1; missing where neither did.",
        Formula = "up = max(high − high[1], 0), down = max(low[1] − low, 0); demarker = Σ up / (Σ up + Σ down) "
            + "over n bars",
        Source = "Thomas DeMark (1994).",
        Create = parameters => new Indicator<DeMarker>(parameters),
        WarmUpBars = p => (int)p[0],
        IsSparse = true,
    };

    public static CandleParts Reads => CandleParts.HighLow;

    public static DeMarker From(ImmutableArray<double> parameters) => new()
    {
        rises = new SeriesWindow((int)parameters[0]),
        falls = new SeriesWindow((int)parameters[0]),
        previousHigh = double.NaN,
        previousLow = double.NaN,
    };

    public void Step(in Candle candle, OutputRow row)
    {
        rises.Push(Math.Max(candle.High - previousHigh, 0));
        falls.Push(Math.Max(previousLow - candle.Low, 0));
        (previousHigh, previousLow) = (candle.High, candle.Low);
        double all = rises.Sum + falls.Sum;
        row[0] = all == 0 ? double.NaN : rises.Sum / all;
    }
}
