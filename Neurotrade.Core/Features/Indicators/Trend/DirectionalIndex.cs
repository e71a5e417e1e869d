using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Trend;

/// <summary>The balance of movement up and down.</summary>
public struct DirectionalIndex : IIndicatorState<DirectionalIndex>
{
    private DirectionalMoves moves;
    private ExponentialMean ranges;
    private ExponentialMean rises;
    private ExponentialMean falls;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "dx",
        Title = "Directional Movement Index",
        Group = IndicatorGroups.Trend,
        Outputs = ["dx"],
        Parameters = [IndicatorParameter.Period(14)],
        Summary = "How one-sided the movement was, from 0 to 100: what adx smooths.",
        Formula = "dx = 100 × |plus_di − minus_di| / (plus_di + minus_di) as in adx, 0 where both are equal; "
            + "missing where the true range is 0",
        Source = "J. Welles Wilder, New Concepts in Technical Trading Systems (1978).",
        Differences = "TA-Lib and Tulip seed the smoothed sums with n − 1 movements, so values differ until that "
            + "has faded.",
        Create = parameters => new Indicator<DirectionalIndex>(parameters),
        WarmUpBars = p => (int)p[0],
    };

    public static CandleParts Reads => CandleParts.HighLowClose;

    public static DirectionalIndex From(ImmutableArray<double> parameters) => new()
    {
        moves = new DirectionalMoves(),
        ranges = ExponentialMean.Wilder((int)parameters[0]),
        rises = ExponentialMean.Wilder((int)parameters[0]),
        falls = ExponentialMean.Wilder((int)parameters[0]),
    };

    public void Step(in Candle candle, OutputRow row)
    {
        double range = ranges.Next(moves.Next(in candle, out double up, out double down));
        double plus = 100 * rises.Next(up) / range;
        double minus = 100 * falls.Next(down) / range;
        row[0] = double.IsNaN(range) || range == 0 ? double.NaN
            : plus == minus ? 0 : 100 * Math.Abs(plus - minus) / (plus + minus);
    }
}
