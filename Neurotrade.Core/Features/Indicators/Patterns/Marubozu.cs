using System.Collections.Immutable;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Patterns;

/// <summary>A body that is next to the whole bar.</summary>
public struct Marubozu : IIndicatorState<Marubozu>
{
    private double least;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "marubozu",
        Title = "Marubozu",
        Group = IndicatorGroups.Patterns,
        Outputs = ["marubozu"],
        Parameters =
        [
            IndicatorParameter.Number("percent", 95, 50, 100, "Least share of the range that the body takes."),
        ],
        Summary = "100 where a rising body is next to the whole bar, −100 where a falling one is, else 0.",
        Formula = "marubozu = ±100 where |close − open| / (high − low) × 100 ≥ percent, by the side of the body",
        Source = "Stock.Indicators GetMarubozu.",
        Differences = "TA-Lib asks for a long body with very short shadows, against means of ten bars.",
        Create = parameters => new Indicator<Marubozu>(parameters),
        WarmUpBars = _ => 0,
    };

    public static CandleParts Reads => CandleParts.Open | CandleParts.HighLowClose;

    public static Marubozu From(ImmutableArray<double> parameters) => new() { least = parameters[0] / 100 };

    public readonly void Step(in Candle candle, OutputRow row)
    {
        double body = candle.Close - candle.Open;
        row[0] = body != 0 && Math.Abs(body / (candle.High - candle.Low)) >= least ? 100 * Math.Sign(body) : 0;
    }
}
