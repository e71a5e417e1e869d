using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Oscillators;

/// <summary>Where RSI stands in its own recent range.</summary>
public struct StochasticRsi : IIndicatorState<StochasticRsi>
{
    private RelativeStrength strength;
    private SlidingRange range;
    private SeriesWindow k;
    private SeriesWindow d;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "stochrsi",
        Title = "Stochastic RSI",
        Group = IndicatorGroups.Oscillators,
        Outputs = ["k", "d"],
        Parameters =
        [
            IndicatorParameter.Bars("rsi", 14, "Bars of the RSI."),
            IndicatorParameter.Bars("stoch", 14, "Bars of the range of RSI."),
            IndicatorParameter.Bars("signal", 3, "Bars of the mean of k."),
            IndicatorParameter.Bars("smooth", 1, "Bars of the mean that makes k; 1 leaves it raw."),
        ],
        Summary = "Where RSI stands between its own recent extremes, from 0 to 100; 0 "
            + "without a range.",
        Formula = "raw = 100 × (rsi − lowest rsi) / (highest rsi − lowest rsi) over stoch "
            + "bars; k = mean of raw over smooth; d = mean of k over signal",
        Source = "Tushar Chande and Stanley Kroll (1994); Stock.Indicators GetStochRsi.",
        Differences = "TA-Lib takes the range without smoothing as k and calls the smoothed one d; this is the same "
            + "with smooth 1.",
        Create = parameters => new Indicator<StochasticRsi>(parameters),
        WarmUpBars = p => (int)p[0] + (int)p[1] + (int)p[2] + (int)p[3] - 3,
    };

    public static CandleParts Reads => CandleParts.Close;

    public static StochasticRsi From(ImmutableArray<double> parameters) => new()
    {
        strength = new RelativeStrength((int)parameters[0]),
        range = new SlidingRange((int)parameters[1]),
        d = new SeriesWindow((int)parameters[2]),
        k = new SeriesWindow((int)parameters[3]),
    };

    public void Step(in Candle candle, OutputRow row)
    {
        double rsi = strength.Next(candle.Close);
        if (!double.IsNaN(rsi))
        {
            range.Push(rsi, rsi);
            k.Push(range.Position(rsi));
            d.Push(k.Mean);
        }

        row[0] = k.Mean;
        row[1] = d.Mean;
    }
}
