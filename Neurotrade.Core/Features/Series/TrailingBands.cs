using System.Runtime.CompilerServices;

namespace Neurotrade.Core.Features.Series;

/// <summary>
/// A band above and one below: the upper only falls and the lower only rises until the close before crossed it, and the
/// side changes where the close crosses the band it trails.
/// </summary>
public struct TrailingBands()
{
    private double upper = double.NaN;
    private double lower = double.NaN;
    private double previousClose;

    /// <summary>The close before the next one; 0 on the first bar.</summary>
    public readonly double PreviousClose => previousClose;

    /// <summary>Whether the lower band is the one that is trailed.</summary>
    public bool IsRising { get; private set; }

    /// <summary>Takes a bar at which the distance is missing.</summary>
    public void Wait(double close) => previousClose = close;

    /// <summary>Takes the next bar and gives the band that is trailed.</summary>
    /// <param name="middle">What the bands stand around.</param>
    /// <param name="distance">How far.</param>
    /// <param name="close">The bar's close.</param>
    /// <param name="start">A first close at or above it begins on the rising side.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Next(double middle, double distance, double close, double start)
    {
        bool isRising = double.IsNaN(upper) ? close >= start : IsRising;

        // A band not there yet is NaN: neither comparison holds it back.
        upper = !(middle + distance >= upper) || previousClose > upper ? middle + distance : upper;
        lower = !(middle - distance <= lower) || previousClose < lower ? middle - distance : lower;
        IsRising = close > (isRising ? lower : upper);
        previousClose = close;
        return IsRising ? lower : upper;
    }
}
