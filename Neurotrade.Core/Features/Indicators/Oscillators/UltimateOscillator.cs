using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Oscillators;

/// <summary>Buying pressure over three spans at once.</summary>
public struct UltimateOscillator : IIndicatorState<UltimateOscillator>
{
    private TrueRange range;
    private double previousClose;
    private RatioWindow shorter;
    private RatioWindow middle;
    private RatioWindow longer;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "ultimate",
        Title = "Ultimate Oscillator",
        Group = IndicatorGroups.Oscillators,
        Outputs = ["ultimate"],
        Parameters =
        [
            IndicatorParameter.Bars("short", 7, "Bars of the short span."),
            IndicatorParameter.Bars("middle", 14, "Bars of the middle span; more than short."),
            IndicatorParameter.Bars("long", 28, "Bars of the long span; more than middle."),
        ],
        Summary = "The share of buying in all movement over three spans, from 0 to 100; "
            + "missing without movement.",
        Formula = "bp = close − min(low, close[1]); tr = true range; ultimate = 100 × (4 × "
            + "Σ bp / Σ tr over short + 2 × the same over middle + the same over long) "
            + "/ 7",
        Source = "Larry Williams (1976); Stock.Indicators GetUltimate.",
        Create = parameters => new Indicator<UltimateOscillator>(parameters),
        WarmUpBars = p => (int)p[2],
        Check = p => ParameterOrder.Rising(p, 0, "short", 1, "middle") ?? ParameterOrder.Rising(p, 1, "middle", 2, "long"),
    };

    public static CandleParts Reads => CandleParts.HighLowClose;

    public static UltimateOscillator From(ImmutableArray<double> parameters) => new()
    {
        range = new TrueRange(),
        previousClose = double.NaN,
        shorter = new RatioWindow((int)parameters[0]),
        middle = new RatioWindow((int)parameters[1]),
        longer = new RatioWindow((int)parameters[2]),
    };

    public void Step(in Candle candle, OutputRow row)
    {
        double pressure = candle.Close - Math.Min(candle.Low, previousClose);
        double move = range.Next(in candle);
        previousClose = candle.Close;
        double sum = (4 * shorter.Next(pressure, move)) + (2 * middle.Next(pressure, move));
        row[0] = 100 * (sum + longer.Next(pressure, move)) / 7;
    }
}
