using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Oscillators;

/// <summary>The share of rising bodies in all bodies.</summary>
public struct IntradayMomentum : IIndicatorState<IntradayMomentum>
{
    private SeriesWindow rises;
    private SeriesWindow bodies;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "imi",
        Title = "Intraday Momentum Index",
        Group = IndicatorGroups.Oscillators,
        Outputs = ["imi"],
        Parameters = [IndicatorParameter.Period(14)],
        Summary = "The share of rising bodies in all bodies of the last bars, from 0 to 100; missing where no bar "
            + "had one.",
        Formula = "imi = 100 × Σ max(close − open, 0) / Σ |close − open| over n bars",
        Source = "Tushar Chande (1994); TA-Lib IMI.",
        Create = parameters => new Indicator<IntradayMomentum>(parameters),
        WarmUpBars = p => (int)p[0] - 1,
        IsSparse = true,
    };

    public static CandleParts Reads => CandleParts.Open | CandleParts.Close;

    public static IntradayMomentum From(ImmutableArray<double> parameters) =>
        new() { rises = new SeriesWindow((int)parameters[0]), bodies = new SeriesWindow((int)parameters[0]) };

    public void Step(in Candle candle, OutputRow row)
    {
        double body = candle.Close - candle.Open;
        rises.Push(Math.Max(body, 0));
        bodies.Push(Math.Abs(body));
        double all = bodies.Sum;
        row[0] = all == 0 ? double.NaN : Math.Min(100, 100 * (rises.Sum / all));
    }
}
