using System.Runtime.CompilerServices;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Series;

/// <summary>How far price went in a bar, with the step from the close before; missing on the first bar.</summary>
public struct TrueRange()
{
    private double previousClose = double.NaN;

    /// <summary>The close before the next candle; loops over columns put it back.</summary>
    internal double PreviousClose
    {
        readonly get => previousClose;
        set => previousClose = value;
    }

    /// <summary>Takes the next candle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Next(in Candle candle)
    {
        // Of the three distances the largest is always this one; NaN passes through Max and Min.
        double range = Math.Max(candle.High, previousClose) - Math.Min(candle.Low, previousClose);
        previousClose = candle.Close;
        return range;
    }
}
