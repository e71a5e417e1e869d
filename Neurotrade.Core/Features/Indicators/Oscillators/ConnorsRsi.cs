using System.Collections.Immutable;
using Neurotrade.Core.Features.Series;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Oscillators;

/// <summary>The mean of an RSI, the RSI of a run of closes and the rank of the last change.</summary>
public struct ConnorsRsi : IIndicatorState<ConnorsRsi>
{
    private RelativeStrength closes;
    private RelativeStrength runs;
    private SortedWindow changes;
    private double previousClose;
    private double run;
    private int rankBars;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "connors_rsi",
        Title = "Connors RSI",
        Group = IndicatorGroups.Oscillators,
        Outputs = ["connors_rsi", "rsi", "streak_rsi", "rank"],
        Parameters =
        [
            IndicatorParameter.Bars("rsi", 3, "Bars of the RSI of the close."),
            IndicatorParameter.Bars("streak", 2, "Bars of the RSI of the run."),
            IndicatorParameter.Bars("rank", 100, "Bars among which the last change is ranked."),
        ],
        Summary = "The mean of three views, each from 0 to 100: a short RSI, the RSI of how long closes rose or "
            + "fell in a row, and the rank of the last change.",
        Formula = "run = how many closes in a row rose (or, negative, fell), 0 where unchanged; rank = 100 × "
            + "changes among the last rank ones before that were smaller / rank; connors_rsi = (rsi(close, rsi) + "
            + "rsi(run, streak) + rank) / 3",
        Source = "Larry Connors, Cesar Alvarez (2012); Stock.Indicators GetConnorsRsi.",
        Create = parameters => new Indicator<ConnorsRsi>(parameters),
        WarmUpBars = p => Math.Max(Math.Max((int)p[0], (int)p[1] + 1), (int)p[2] + 1),
    };

    public static CandleParts Reads => CandleParts.Close;

    public static ConnorsRsi From(ImmutableArray<double> parameters) => new()
    {
        closes = new RelativeStrength((int)parameters[0]),
        runs = new RelativeStrength((int)parameters[1]),
        changes = new SortedWindow((int)parameters[2]),
        rankBars = (int)parameters[2],
        previousClose = double.NaN,
    };

    public void Step(in Candle candle, OutputRow row)
    {
        double strength = closes.Next(candle.Close);
        double streak = double.NaN;
        double rank = double.NaN;
        if (!double.IsNaN(previousClose))
        {
            run = candle.Close > previousClose ? Math.Max(run, 0) + 1
                : candle.Close < previousClose ? Math.Min(run, 0) - 1 : 0;
            streak = runs.Next(run);
            double change = (candle.Close / previousClose) - 1;
            rank = changes.IsFull ? 100.0 * changes.CountBelow(change) / rankBars : double.NaN;
            changes.Push(change);
        }

        previousClose = candle.Close;
        row[0] = (strength + streak + rank) / 3;
        row[1] = strength;
        row[2] = streak;
        row[3] = rank;
    }
}
