using System.Collections.Immutable;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Indicators.Trend;

/// <summary>Bricks of one size, whatever the time.</summary>
public struct Renko : IIndicatorState<Renko>
{
    private double size;
    private double open;
    private double close;
    private double direction;
    private int places;
    private bool hasStarted;

    public static IndicatorDefinition Definition { get; } = new()
    {
        Name = "renko",
        Title = "Renko",
        Group = IndicatorGroups.Trend,
        Outputs = ["close", "direction", "bricks"],
        Parameters =
        [
            IndicatorParameter.Number("size", 1, 0.00000001, 1000000000, "Height of a brick, in quote currency."),
        ],
        Summary = "Price in bricks of one size: the end of the last brick, its direction (1 up, −1 down) and how "
            + "many bricks this bar made, negative downwards.",
        Formula = "starts at the first close, rounded to one decimal place less than size has; a close a whole "
            + "size above the top of the last brick makes bricks up, below its bottom down",
        Source = "Stock.Indicators GetRenko, of closes.",
        Differences = "Bricks whose size is the last average true range of the data know the future; take a size "
            + "of your own.",
        Create = parameters => new Indicator<Renko>(parameters),
        WarmUpBars = _ => 0,
        IsSparse = true,
    };

    public static CandleParts Reads => CandleParts.Close;

    public static Renko From(ImmutableArray<double> parameters) =>
        new() { size = parameters[0], places = Math.Max(DecimalPlaces(parameters[0]) - 1, 0), direction = double.NaN };

    public void Step(in Candle candle, OutputRow row)
    {
        if (!hasStarted)
        {
            close = Math.Round(candle.Close, places);
            (open, hasStarted) = (close, true);
        }

        double top = Math.Max(open, close);
        double bottom = Math.Min(open, close);
        double bricks = candle.Close > top ? Math.Truncate((candle.Close - top) / size)
            : candle.Close < bottom ? Math.Truncate((candle.Close - bottom) / size) : 0;
        if (bricks != 0)
        {
            close = bricks > 0 ? top + (bricks * size) : bottom + (bricks * size);
            open = bricks > 0 ? close - size : close + size;
            direction = Math.Sign(bricks);
        }

        row[0] = close;
        row[1] = direction;
        row[2] = bricks;
    }

    // Of the shortest decimal that reads as the number, at most 8.
    private static int DecimalPlaces(double number)
    {
        decimal rest = (decimal)number;
        int places = 0;
        while (places < 8 && rest != decimal.Truncate(rest))
        {
            rest *= 10;
            places++;
        }

        return places;
    }
}
