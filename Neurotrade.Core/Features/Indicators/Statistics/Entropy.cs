using System.Collections.Immutable;
using Neurotrade.Core.Features.Exact;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Statistics;

/// <summary>How evenly the closes are spread.</summary>
public struct Entropy : IIndicatorState<Entropy>
{
    private FieldWindow closes;
    private SeriesWindow terms;
    private double period;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "entropy",
        Title = "Entropy",
        Group = IndicatorGroups.Statistics,
        Outputs = ["entropy"],
        Parameters = [IndicatorParameter.Period(10)],
        Summary = "How evenly the last closes share their sum, in bits: close to log2 n in calm markets, less with "
            + "each outlier.",
        Formula = "p = close / Σ close over n bars; entropy = −Σ p × log2 p over n bars",
        Source = "Claude Shannon (1948); as in pandas-ta.",
        Create = parameters => new Indicator<Entropy>(parameters),
        WarmUpBars = p => 2 * ((int)p[0] - 1),
    };

    public static CandleParts Reads => CandleParts.Close;

    public static Entropy From(ImmutableArray<double> parameters) => new()
    {
        closes = new FieldWindow((int)parameters[0]),
        terms = new SeriesWindow((int)parameters[0]),
        period = parameters[0],
    };

    public void Step(in Candle candle, OutputRow row)
    {
        closes.Push(candle.Close);
        double share = candle.Close / (closes.Mean * period);
        terms.Push(-share * Math.Log2(share));
        row[0] = terms.Sum;
    }
}
