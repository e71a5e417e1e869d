using System.Runtime.CompilerServices;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Series;

/// <summary>How far a bar went above the high before it or below the low before it, whichever is more.</summary>
public struct DirectionalMoves()
{
    private TrueRange range = new();
    private double previousHigh = double.NaN;
    private double previousLow = double.NaN;

    /// <summary>Takes the next candle; gives its true range and its movement. NaN on the first bar.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Next(in Candle candle, out double up, out double down)
    {
        double rise = candle.High - previousHigh;
        double fall = previousLow - candle.Low;
        (previousHigh, previousLow) = (candle.High, candle.Low);
        up = rise <= fall ? 0 : Math.Max(rise, 0);
        down = fall <= rise ? 0 : Math.Max(fall, 0);
        return range.Next(in candle);
    }
}
