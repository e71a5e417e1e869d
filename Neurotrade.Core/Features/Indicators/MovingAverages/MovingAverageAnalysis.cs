using System.Collections.Immutable;
using Neurotrade.Core.Features.Exact;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.MovingAverages;

/// <summary>How well a simple average describes the closes it is made of.</summary>
public struct MovingAverageAnalysis : IIndicatorState<MovingAverageAnalysis>
{
    private DeviationWindow closes;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "sma_analysis",
        Title = "Moving Average Analysis",
        Group = IndicatorGroups.MovingAverages,
        Outputs = ["sma", "mad", "mse", "mape"],
        Parameters = [IndicatorParameter.Period(20)],
        Summary = "The plain mean of the last closes with its mean distances from them: absolute, squared and as a "
            + "fraction of each close.",
        Formula = "mad = Σ |close − sma| / n; mse = Σ (close − sma)² / n; mape = Σ |close − sma| / close / n over "
            + "the last n bars",
        Source = "Stock.Indicators GetSmaAnalysis.",
        Create = parameters => new Indicator<MovingAverageAnalysis>(parameters),
        WarmUpBars = p => (int)p[0] - 1,
    };

    public static CandleParts Reads => CandleParts.Close;

    public static MovingAverageAnalysis From(ImmutableArray<double> parameters) =>
        new() { closes = new DeviationWindow((int)parameters[0]) };

    public void Step(in Candle candle, OutputRow row)
    {
        closes.Push(candle.Close);
        double mean = closes.Mean;
        double deviation = closes.Deviation;
        (double absolute, double relative) = closes.IsFull ? Distances(closes.Oldest, closes.Newest, mean) : (mean, mean);
        row[0] = mean;
        row[1] = absolute / closes.Length;
        row[2] = deviation * deviation;
        row[3] = relative / closes.Length;
    }

    // From the oldest, so that the sums depend on the window alone.
    private static (double Absolute, double Relative) Distances(
        ReadOnlySpan<double> oldest, ReadOnlySpan<double> newest, double mean)
    {
        (double absolute, double relative) = (0, 0);
        foreach (double close in oldest)
        {
            absolute += Math.Abs(close - mean);
            relative += Math.Abs(close - mean) / close;
        }

        foreach (double close in newest)
        {
            absolute += Math.Abs(close - mean);
            relative += Math.Abs(close - mean) / close;
        }

        return (absolute, relative);
    }
}
