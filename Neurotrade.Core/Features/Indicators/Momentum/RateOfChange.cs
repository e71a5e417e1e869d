using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Momentum;

/// <summary>How far the close moved over so many bars, in percent.</summary>
public struct RateOfChange : IIndicatorState<RateOfChange>
{
    private Delay closes;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "roc",
        Title = "Rate of Change",
        Group = IndicatorGroups.Momentum,
        Outputs = ["roc"],
        Parameters = [IndicatorParameter.Bars("period", 14, "Bars back that it compares with.")],
        Summary = "How far the close moved over so many bars, in percent.",
        Formula = "roc = 100 × (close − close[n]) / close[n]",
        Source = "Stock.Indicators GetRoc.",
        Differences = "Tulip gives a fraction, not percent.",
        Create = parameters => new Indicator<RateOfChange>(parameters),
        WarmUpBars = p => (int)p[0],
    };

    public static CandleParts Reads => CandleParts.Close;

    public static RateOfChange From(ImmutableArray<double> parameters) =>
        new() { closes = new Delay((int)parameters[0]) };

    public void Step(in Candle candle, OutputRow row)
    {
        double before = closes.Next(candle.Close);
        row[0] = 100 * (candle.Close - before) / before;
    }
}
