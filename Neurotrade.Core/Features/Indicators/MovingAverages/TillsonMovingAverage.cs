using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.MovingAverages;

/// <summary>Six exponential averages in a row, blended so that the lag cancels.</summary>
public struct TillsonMovingAverage : IIndicatorState<TillsonMovingAverage>
{
    private TripleExponential inner;
    private TripleExponential outer;
    private double c3;
    private double c4;
    private double c5;
    private double c6;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "t3",
        Title = "Tillson T3",
        Group = IndicatorGroups.MovingAverages,
        Outputs = ["t3"],
        Parameters =
        [
            IndicatorParameter.Period(5),
            IndicatorParameter.Number("factor", 0.7, 0, 1, "How much of the lag is taken out."),
        ],
        Summary = "A very smooth average, blended from six exponential ones so that most "
            + "lag cancels.",
        Formula = "e1 … e6: exponential averages of one another, all started at the first "
            + "close; a = factor; t3 = −a³ × e6 + (3a² + 3a³) × e5 − (6a² + 3a + 3a³) × "
            + "e4 + (1 + 3a + a³ + 3a²) × e3",
        Source = "Tim Tillson (1998); seeded as in Stock.Indicators GetT3.",
        Differences = "TA-Lib seeds each average with a mean and begins 6 × (n − 1) bars later.",
        Create = parameters => new Indicator<TillsonMovingAverage>(parameters),
        WarmUpBars = _ => 0,
    };

    public static CandleParts Reads => CandleParts.Close;

    public static TillsonMovingAverage From(ImmutableArray<double> parameters)
    {
        int period = (int)parameters[0];
        double a = parameters[1];
        return new()
        {
            inner = TripleExponential.FromFirst(period),
            outer = TripleExponential.FromFirst(period),
            c6 = -a * a * a,
            c5 = (3 * a * a) + (3 * a * a * a),
            c4 = (-6 * a * a) - (3 * a) - (3 * a * a * a),
            c3 = 1 + (3 * a) + (a * a * a) + (3 * a * a),
        };
    }

    public void Step(in Candle candle, OutputRow row)
    {
        inner.Next(candle.Close, out _, out _, out double e3);
        outer.Next(e3, out double e4, out double e5, out double e6);
        row[0] = (c6 * e6) + (c5 * e5) + (c4 * e4) + (c3 * e3);
    }
}
