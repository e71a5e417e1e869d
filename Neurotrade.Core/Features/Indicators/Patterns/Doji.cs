using System.Collections.Immutable;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Patterns;

/// <summary>Open and close next to the same.</summary>
public struct Doji : IIndicatorState<Doji>
{
    private double most;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "doji",
        Title = "Doji",
        Group = IndicatorGroups.Patterns,
        Outputs = ["doji"],
        Parameters =
        [
            IndicatorParameter.Number("percent", 0.1, 0, 50, "Most that the close may differ from the open, in percent."),
        ],
        Summary = "1 where the close is next to the open, else 0: neither side won.",
        Formula = "doji = 1 where 100 × |close / open − 1| ≤ percent, else 0",
        Source = "Stock.Indicators GetDoji.",
        Differences = "TA-Lib gives 100 and measures against the mean range of ten bars.",
        Create = parameters => new Indicator<Doji>(parameters),
        WarmUpBars = _ => 0,
    };

    public static CandleParts Reads => CandleParts.Open | CandleParts.Close;

    public static Doji From(ImmutableArray<double> parameters) => new() { most = parameters[0] };

    public readonly void Step(in Candle candle, OutputRow row) =>
        row[0] = 100 * Math.Abs((candle.Close / candle.Open) - 1) <= most ? 1 : 0;
}
