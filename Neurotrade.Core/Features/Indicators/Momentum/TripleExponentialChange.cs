using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Momentum;

/// <summary>The step of a thrice smoothed close, in percent.</summary>
public struct TripleExponentialChange : IIndicatorState<TripleExponentialChange>
{
    private TripleExponential averages;
    private double previous;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "trix",
        Title = "TRIX",
        Group = IndicatorGroups.Momentum,
        Outputs = ["trix"],
        Parameters = [IndicatorParameter.Period(14)],
        Summary = "How fast a thrice smoothed close moves, in percent a bar.",
        Formula = "e3 = ema(ema(ema(close, n), n), n), the later two started at the first "
            + "value of the first; trix = 100 × (e3 − e3[1]) / e3[1]",
        Source = "Jack Hutson (1983); seeded as in Stock.Indicators GetTrix.",
        Differences = "TA-Lib and Tulip seed the later averages anew, as for dema.",
        Create = parameters => new Indicator<TripleExponentialChange>(parameters),
        WarmUpBars = p => (int)p[0],
    };

    public static CandleParts Reads => CandleParts.Close;

    public static TripleExponentialChange From(ImmutableArray<double> parameters) =>
        new() { averages = new TripleExponential((int)parameters[0]), previous = double.NaN };

    public void Step(in Candle candle, OutputRow row)
    {
        averages.Next(candle.Close, out _, out _, out double thrice);
        row[0] = 100 * (thrice - previous) / previous;
        previous = thrice;
    }
}
