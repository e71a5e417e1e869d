using System.Collections.Immutable;
using Neurotrade.Core.Features.Exact;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Oscillators;

/// <summary>How far an earlier close stood from the average around it.</summary>
public struct DetrendedPrice : IIndicatorState<DetrendedPrice>
{
    private FieldWindow mean;
    private Delay closes;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "dpo",
        Title = "Detrended Price Oscillator",
        Group = IndicatorGroups.Oscillators,
        Outputs = ["dpo"],
        Parameters = [IndicatorParameter.Period(14)],
        Summary = "How far an earlier close stood from the mean around it; it is known n / "
            + "2 + 1 bars late and appears then.",
        Formula = "d = n / 2 + 1, rounded down; dpo = close[d] − sma(close, n); charts draw "
            + "it d bars back",
        Source = "Stock.Indicators GetDpo, at the bar where its value is known.",
        Differences = "Stock.Indicators writes the value at the bar to which it belongs, n / 2 + 1 bars before it "
            + "can be known.",
        Create = parameters => new Indicator<DetrendedPrice>(parameters),
        WarmUpBars = p => Math.Max((int)p[0] - 1, ((int)p[0] / 2) + 1),
    };

    public static CandleParts Reads => CandleParts.Close;

    public static DetrendedPrice From(ImmutableArray<double> parameters)
    {
        int period = (int)parameters[0];
        return new() { mean = new FieldWindow(period), closes = new Delay((period / 2) + 1) };
    }

    public void Step(in Candle candle, OutputRow row)
    {
        mean.Push(candle.Close);
        row[0] = closes.Next(candle.Close) - mean.Mean;
    }
}
