using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Oscillators;

/// <summary>Rises less falls, over all movement.</summary>
public struct ChandeMomentum : IIndicatorState<ChandeMomentum>
{
    private SeriesWindow rises;
    private SeriesWindow falls;
    private double previousClose;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "cmo",
        Title = "Chande Momentum Oscillator",
        Group = IndicatorGroups.Oscillators,
        Outputs = ["cmo"],
        Parameters = [IndicatorParameter.Period(14)],
        Summary = "The balance of rises and falls of the last bars, from −100 to 100; 0 "
            + "where nothing moved.",
        Formula = "cmo = 100 × (Σ rises − Σ falls) / (Σ rises + Σ falls) of the close over "
            + "n bars",
        Source = "Tushar Chande (1994); Stock.Indicators GetCmo.",
        Differences = "TA-Lib smooths rises and falls as Wilder does instead of adding up a window.",
        Create = parameters => new Indicator<ChandeMomentum>(parameters),
        WarmUpBars = p => (int)p[0],
    };

    public static CandleParts Reads => CandleParts.Close;

    public static ChandeMomentum From(ImmutableArray<double> parameters) => new()
    {
        rises = new SeriesWindow((int)parameters[0]),
        falls = new SeriesWindow((int)parameters[0]),
        previousClose = double.NaN,
    };

    public void Step(in Candle candle, OutputRow row)
    {
        double change = candle.Close - previousClose;
        previousClose = candle.Close;
        rises.Push(Math.Max(change, 0));
        falls.Push(Math.Max(-change, 0));
        double up = rises.Sum;
        double down = falls.Sum;
        row[0] = up + down == 0 ? 0 : 100 * (up - down) / (up + down);
    }
}
