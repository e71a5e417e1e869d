using System.Collections.Immutable;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Trend;

/// <summary>A stop that trails a trend ever closer and turns with it.</summary>
public struct ParabolicSar : IIndicatorState<ParabolicSar>
{
    private double step;
    private double max;
    private double speed;
    private double extreme;
    private double sar;
    private bool isRising;
    private bool hasTurned;
    private int bars;
    private Candle before;
    private Candle beforeThat;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "psar",
        Title = "Parabolic SAR",
        Group = IndicatorGroups.Trend,
        Outputs = ["psar"],
        Parameters =
        [
            IndicatorParameter.Number("step", 0.02, 0.0001, 1, "What each new extreme adds to the speed."),
            IndicatorParameter.Number("max", 0.2, 0.0001, 10, "The highest speed; at least step."),
        ],
        Summary = "A stop that trails the trend ever closer and changes sides when price "
            + "touches it; missing until the first turn.",
        Formula = "sar = sar[1] + speed × (extreme − sar[1]), never beyond the lows (highs) "
            + "of the two bars before; a bar beyond it turns: sar = extreme, speed = "
            + "step; each new extreme adds step to speed, up to max; the first trend is "
            + "a guess and is left out, its turn too",
        Source = "J. Welles Wilder, New Concepts in Technical Trading Systems (1978); "
            + "Stock.Indicators GetParabolicSar.",
        Differences = "TA-Lib guesses the first trend from the first two bars and shows it.",
        Create = parameters => new Indicator<ParabolicSar>(parameters),
        WarmUpBars = _ => 2,
        Check = p => p[0] <= p[1] ? null : $"step ({Numbers.Text(p[0])}) must not be above max ({Numbers.Text(p[1])})",
    };

    public static CandleParts Reads => CandleParts.HighLow;

    public static ParabolicSar From(ImmutableArray<double> parameters) =>
        new() { step = parameters[0], max = parameters[1], speed = parameters[0], isRising = true };

    public void Step(in Candle candle, OutputRow row)
    {
        bool wasTurned = hasTurned;
        if (bars == 0)
        {
            extreme = candle.High;
            sar = candle.Low;
        }
        else
        {
            Advance(in candle);
        }

        bars = Math.Min(bars + 1, 2);
        beforeThat = before;
        before = candle;
        row[0] = wasTurned ? sar : double.NaN;
    }

    private void Advance(in Candle candle)
    {
        sar += speed * (extreme - sar);
        if (isRising)
        {
            sar = bars < 2 ? sar : Math.Min(sar, Math.Min(before.Low, beforeThat.Low));
            if (candle.Low < sar)
            {
                Turn(candle.Low);
            }
            else if (candle.High > extreme)
            {
                Extend(candle.High);
            }
        }
        else
        {
            sar = bars < 2 ? sar : Math.Max(sar, Math.Max(before.High, beforeThat.High));
            if (candle.High > sar)
            {
                Turn(candle.High);
            }
            else if (candle.Low < extreme)
            {
                Extend(candle.Low);
            }
        }
    }

    private void Turn(double newExtreme)
    {
        sar = extreme;
        extreme = newExtreme;
        speed = step;
        isRising = !isRising;
        hasTurned = true;
    }

    private void Extend(double newExtreme)
    {
        extreme = newExtreme;
        speed = Math.Min(speed + step, max);
    }
}
