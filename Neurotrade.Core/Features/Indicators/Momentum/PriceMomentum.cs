using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Momentum;

/// <summary>How far the close moved over so many bars.</summary>
public struct PriceMomentum : IIndicatorState<PriceMomentum>
{
    private Delay closes;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "momentum",
        Title = "Momentum",
        Group = IndicatorGroups.Momentum,
        Outputs = ["momentum"],
        Parameters = [IndicatorParameter.Bars("period", 14, "Bars back that it compares with.")],
        Summary = "How far the close moved over so many bars, in quote currency.",
        Formula = "momentum = close − close[n]",
        Source = "Stock.Indicators GetRoc (momentum).",
        Create = parameters => new Indicator<PriceMomentum>(parameters),
        WarmUpBars = p => (int)p[0],
    };

    public static CandleParts Reads => CandleParts.Close;

    public static PriceMomentum From(ImmutableArray<double> parameters) =>
        new() { closes = new Delay((int)parameters[0]) };

    public void Step(in Candle candle, OutputRow row) => row[0] = candle.Close - closes.Next(candle.Close);
}
