using System.Collections.Immutable;
using Neurotrade.Core.Features.Exact;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.MovingAverages;

/// <summary>A weighted average with most of its lag taken out.</summary>
public struct HullMovingAverage : IIndicatorState<HullMovingAverage>
{
    private WeightedWindow half;
    private WeightedWindow whole;
    private WeightedSeries smooth;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "hma",
        Title = "Hull Moving Average",
        Group = IndicatorGroups.MovingAverages,
        Outputs = ["hma"],
        Parameters = [IndicatorParameter.Period(20, min: 2)],
        Summary = "A weighted average with most of its lag taken out.",
        Formula = "hma = wma(2 × wma(close, n / 2) − wma(close, n), √n), n / 2 and √n "
            + "rounded down",
        Source = "Alan Hull (2005); Stock.Indicators GetHma.",
        Create = parameters => new Indicator<HullMovingAverage>(parameters),
        WarmUpBars = p => (int)p[0] + (int)Math.Sqrt(p[0]) - 2,
    };

    public static CandleParts Reads => CandleParts.Close;

    public static HullMovingAverage From(ImmutableArray<double> parameters)
    {
        int period = (int)parameters[0];
        return new()
        {
            half = new WeightedWindow(period / 2),
            whole = new WeightedWindow(period),
            smooth = new WeightedSeries((int)Math.Sqrt(period)),
        };
    }

    public void Step(in Candle candle, OutputRow row) =>
        row[0] = smooth.Next((2 * half.Next(candle.Close)) - whole.Next(candle.Close));
}
