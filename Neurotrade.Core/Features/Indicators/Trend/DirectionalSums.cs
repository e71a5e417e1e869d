using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Trend;

/// <summary>Smoothed movement up and down.</summary>
public struct DirectionalSums : IIndicatorState<DirectionalSums>
{
    private DirectionalMoves moves;
    private ExponentialMean rises;
    private ExponentialMean falls;
    private double period;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "dm",
        Title = "Directional Movement",
        Group = IndicatorGroups.Trend,
        Outputs = ["plus", "minus"],
        Parameters = [IndicatorParameter.Period(14)],
        Summary = "How far highs rose and lows fell, smoothed, in quote currency: the parts of adx.",
        Formula = "up = high − high[1], down = low[1] − low; plus = n × Wilder(up where up > down and up > 0), "
            + "minus the mirror",
        Source = "J. Welles Wilder, New Concepts in Technical Trading Systems (1978).",
        Differences = "TA-Lib and Tulip seed the sums with n − 1 movements, so values differ until that has faded.",
        Create = parameters => new Indicator<DirectionalSums>(parameters),
        WarmUpBars = p => (int)p[0],
    };

    public static CandleParts Reads => CandleParts.HighLowClose;

    public static DirectionalSums From(ImmutableArray<double> parameters) => new()
    {
        moves = new DirectionalMoves(),
        rises = ExponentialMean.Wilder((int)parameters[0]),
        falls = ExponentialMean.Wilder((int)parameters[0]),
        period = parameters[0],
    };

    public void Step(in Candle candle, OutputRow row)
    {
        moves.Next(in candle, out double up, out double down);
        row[0] = period * rises.Next(up);
        row[1] = period * falls.Next(down);
    }
}
