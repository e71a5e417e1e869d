using System.Collections.Immutable;
using Neurotrade.Core.Features.Exact;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Volatility;

/// <summary>A band of fixed width around a mean.</summary>
public struct AverageEnvelope : IIndicatorState<AverageEnvelope>
{
    private FieldWindow closes;
    private double share;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "ma_envelope",
        Title = "Moving Average Envelope",
        Group = IndicatorGroups.Volatility,
        Outputs = ["middle", "upper", "lower"],
        Parameters =
        [
            IndicatorParameter.Period(20),
            IndicatorParameter.Number("percent", 2.5, 0.001, 99, "Half the width, in percent of the mean."),
        ],
        Summary = "A band around the mean of the closes, so many percent wide on each side.",
        Formula = "middle = sma(close, n); upper, lower = middle ± middle × percent / 100",
        Source = "Stock.Indicators GetMaEnvelopes, of simple averages.",
        Differences = "An envelope around another average is that average times a number in a rule.",
        Create = parameters => new Indicator<AverageEnvelope>(parameters),
        WarmUpBars = p => (int)p[0] - 1,
    };

    public static CandleParts Reads => CandleParts.Close;

    public static AverageEnvelope From(ImmutableArray<double> parameters) =>
        new() { closes = new FieldWindow((int)parameters[0]), share = parameters[1] / 100 };

    public void Step(in Candle candle, OutputRow row)
    {
        closes.Push(candle.Close);
        double middle = closes.Mean;
        row[0] = middle;
        row[1] = middle + (middle * share);
        row[2] = middle - (middle * share);
    }
}
