using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Trend;

/// <summary>The mean of adx of now and of a period ago.</summary>
public struct DirectionalMovementRating : IIndicatorState<DirectionalMovementRating>
{
    private DirectionalMoves moves;
    private ExponentialMean ranges;
    private ExponentialMean rises;
    private ExponentialMean falls;
    private ExponentialMean index;
    private Delay strengths;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "adxr",
        Title = "Average Directional Movement Rating",
        Group = IndicatorGroups.Trend,
        Outputs = ["adxr"],
        Parameters = [IndicatorParameter.Period(14)],
        Summary = "The mean of adx of now and of n bars ago: how lasting the strength of the trend is.",
        Formula = "adxr = (adx + adx[n]) / 2",
        Source = "J. Welles Wilder, New Concepts in Technical Trading Systems (1978); Stock.Indicators GetAdx.",
        Differences = "TA-Lib and Tulip seed the smoothed sums with n − 1 movements, so values differ until that "
            + "has faded; TA-Lib also goes back a bar less.",
        Create = parameters => new Indicator<DirectionalMovementRating>(parameters),
        WarmUpBars = p => (3 * (int)p[0]) - 1,
    };

    public static CandleParts Reads => CandleParts.HighLowClose;

    public static DirectionalMovementRating From(ImmutableArray<double> parameters) => new()
    {
        moves = new DirectionalMoves(),
        ranges = ExponentialMean.Wilder((int)parameters[0]),
        rises = ExponentialMean.Wilder((int)parameters[0]),
        falls = ExponentialMean.Wilder((int)parameters[0]),
        index = ExponentialMean.Wilder((int)parameters[0]),
        strengths = new Delay((int)parameters[0]),
    };

    public void Step(in Candle candle, OutputRow row)
    {
        double range = ranges.Next(moves.Next(in candle, out double up, out double down));
        double plus = 100 * rises.Next(up) / range;
        double minus = 100 * falls.Next(down) / range;
        bool isMissing = double.IsNaN(range) || range == 0;
        double strength = isMissing ? double.NaN
            : index.Next(plus == minus ? 0 : 100 * Math.Abs(plus - minus) / (plus + minus));
        row[0] = (strength + strengths.Next(strength)) / 2;
    }
}
