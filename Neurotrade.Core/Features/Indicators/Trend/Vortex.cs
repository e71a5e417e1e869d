using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Trend;

/// <summary>Movement up against movement down, both over all movement.</summary>
public struct Vortex : IIndicatorState<Vortex>
{
    private TrueRange range;
    private RatioWindow ups;
    private RatioWindow downs;
    private double previousHigh;
    private double previousLow;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "vortex",
        Title = "Vortex Indicator",
        Group = IndicatorGroups.Trend,
        Outputs = ["plus", "minus"],
        Parameters = [IndicatorParameter.Period(14)],
        Summary = "How far price reached up and down from the bar before, against all "
            + "movement; missing without movement.",
        Formula = "plus = Σ |high − low[1]| / Σ tr, minus = Σ |low − high[1]| / Σ tr over n "
            + "bars",
        Source = "Etienne Botes and Douglas Siepman (2010); Stock.Indicators GetVortex.",
        Create = parameters => new Indicator<Vortex>(parameters),
        WarmUpBars = p => (int)p[0],
    };

    public static CandleParts Reads => CandleParts.HighLowClose;

    public static Vortex From(ImmutableArray<double> parameters) => new()
    {
        range = new TrueRange(),
        ups = new RatioWindow((int)parameters[0]),
        downs = new RatioWindow((int)parameters[0]),
        previousHigh = double.NaN,
        previousLow = double.NaN,
    };

    public void Step(in Candle candle, OutputRow row)
    {
        double move = range.Next(in candle);
        row[0] = ups.Next(Math.Abs(candle.High - previousLow), move);
        row[1] = downs.Next(Math.Abs(candle.Low - previousHigh), move);
        previousHigh = candle.High;
        previousLow = candle.Low;
    }
}
