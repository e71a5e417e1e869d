using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Momentum;

/// <summary>Twice smoothed changes against twice smoothed distances.</summary>
public struct TrueStrengthIndex : IIndicatorState<TrueStrengthIndex>
{
    private ExponentialMean changes;
    private ExponentialMean changesAgain;
    private ExponentialMean distances;
    private ExponentialMean distancesAgain;
    private ExponentialMean signal;
    private double previousClose;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "tsi",
        Title = "True Strength Index",
        Group = IndicatorGroups.Momentum,
        Outputs = ["line", "signal"],
        Parameters =
        [
            IndicatorParameter.Bars("long", 25, "Bars of the first smoothing."),
            IndicatorParameter.Bars("short", 13, "Bars of the second smoothing."),
            IndicatorParameter.Bars("signal", 7, "Bars of the average of the line."),
        ],
        Summary = "How much of the recent movement went one way, from −100 to 100; missing "
            + "while nothing ever moved.",
        Formula = "line = 100 × ema(ema(close − close[1], long), short) / ema(ema(|close − "
            + "close[1]|, long), short); signal = ema(line, signal)",
        Source = "William Blau (1991); Stock.Indicators GetTsi.",
        Create = parameters => new Indicator<TrueStrengthIndex>(parameters),
        WarmUpBars = p => (int)p[0] + (int)p[1] + (int)p[2] - 2,
    };

    public static CandleParts Reads => CandleParts.Close;

    public static TrueStrengthIndex From(ImmutableArray<double> parameters) => new()
    {
        changes = ExponentialMean.Ema((int)parameters[0]),
        changesAgain = ExponentialMean.Ema((int)parameters[1]),
        distances = ExponentialMean.Ema((int)parameters[0]),
        distancesAgain = ExponentialMean.Ema((int)parameters[1]),
        signal = ExponentialMean.Ema((int)parameters[2]),
        previousClose = double.NaN,
    };

    public void Step(in Candle candle, OutputRow row)
    {
        double change = candle.Close - previousClose;
        previousClose = candle.Close;
        double net = changesAgain.Next(changes.Next(change));
        double gross = distancesAgain.Next(distances.Next(Math.Abs(change)));

        // NaN while missing; 0 only while no close ever differed from the one before.
        double line = gross == 0 ? double.NaN : 100 * (net / gross);
        row[0] = line;
        row[1] = signal.Next(line);
    }
}
