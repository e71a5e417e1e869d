using System.Collections.Immutable;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Oscillators;

/// <summary>An RSI over four filters in a row.</summary>
public struct LaguerreRsi : IIndicatorState<LaguerreRsi>
{
    private double gamma;
    private double l0;
    private double l1;
    private double l2;
    private double l3;
    private bool hasStarted;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "laguerre_rsi",
        Title = "Laguerre RSI",
        Group = IndicatorGroups.Oscillators,
        Outputs = ["laguerre_rsi"],
        Parameters =
        [
            IndicatorParameter.Number("gamma", 0.7, 0, 0.99, "How much each filter keeps of itself."),
        ],
        Summary = "The share of rises between four filters of the close in a row, from 0 to 100; 100 where nothing "
            + "fell.",
        Formula = "l0 = (1 − γ) × close + γ × l0[1]; l1 = −γ × l0 + l0[1] + γ × l1[1], l2 and l3 likewise, all the "
            + "close at first; laguerre_rsi = 100 × Σ rises / (Σ rises + Σ falls) of l0 − l1, l1 − l2, l2 − l3",
        Source = "John Ehlers, Cybernetic Analysis (2004).",
        Create = parameters => new Indicator<LaguerreRsi>(parameters),
        WarmUpBars = _ => 0,
    };

    public static CandleParts Reads => CandleParts.Close;

    public static LaguerreRsi From(ImmutableArray<double> parameters) => new() { gamma = parameters[0] };

    public void Step(in Candle candle, OutputRow row)
    {
        if (!hasStarted)
        {
            (l0, l1, l2, l3, hasStarted) = (candle.Close, candle.Close, candle.Close, candle.Close, true);
        }

        // Each as what it was and a step, so that a flat series stays what it is.
        (double before0, double before1, double before2) = (l0, l1, l2);
        l0 += (1 - gamma) * (candle.Close - l0);
        l1 = before0 + (gamma * (l1 - l0));
        l2 = before1 + (gamma * (l2 - l1));
        l3 = before2 + (gamma * (l3 - l2));
        double rises = Math.Max(l0 - l1, 0) + Math.Max(l1 - l2, 0) + Math.Max(l2 - l3, 0);
        double falls = Math.Max(l1 - l0, 0) + Math.Max(l2 - l1, 0) + Math.Max(l3 - l2, 0);
        row[0] = falls == 0 ? 100 : 100 * rises / (rises + falls);
    }
}
