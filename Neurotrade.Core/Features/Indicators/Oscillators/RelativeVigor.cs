using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Oscillators;

/// <summary>How far bars close above their open, against their ranges.</summary>
public struct RelativeVigor : IIndicatorState<RelativeVigor>
{
    private SymmetricMean bodies;
    private SymmetricMean ranges;
    private SymmetricMean signal;
    private SeriesWindow numerators;
    private SeriesWindow denominators;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "rvi",
        Title = "Relative Vigor Index",
        Group = IndicatorGroups.Oscillators,
        Outputs = ["line", "signal"],
        Parameters = [IndicatorParameter.Period(10)],
        Summary = "How far bars close above their open against their ranges, both smoothed, with an average of "
            + "that; missing without a range.",
        Formula = "s(x) = (x + 2 x[1] + 2 x[2] + x[3]) / 6; line = Σ s(close − open) / Σ s(high − low) over n "
            + "bars; signal = s(line)",
        Source = "John Ehlers (2002).",
        Create = parameters => new Indicator<RelativeVigor>(parameters),
        WarmUpBars = p => (int)p[0] + 5,
    };

    public static CandleParts Reads => CandleParts.Open | CandleParts.HighLowClose;

    public static RelativeVigor From(ImmutableArray<double> parameters) => new()
    {
        bodies = new SymmetricMean(),
        ranges = new SymmetricMean(),
        signal = new SymmetricMean(),
        numerators = new SeriesWindow((int)parameters[0]),
        denominators = new SeriesWindow((int)parameters[0]),
    };

    public void Step(in Candle candle, OutputRow row)
    {
        numerators.Push(bodies.Next(candle.Close - candle.Open));
        denominators.Push(ranges.Next(candle.High - candle.Low));
        double ranged = denominators.Sum;
        double line = ranged == 0 ? double.NaN : numerators.Sum / ranged;
        row[0] = line;
        row[1] = signal.Next(line);
    }
}
