namespace Neurotrade.Core.Features.Series;

/// <summary>
/// The dominant cycle of a series by John Ehlers' homodyne discriminator (Rocket Science for Traders, 2001): its parts
/// in phase and a quarter ahead, and its period in bars.
/// </summary>
public struct HilbertCycle()
{
    /// <summary>Values before the first that is transformed.</summary>
    public const int WarmUpBars = 6;

    private readonly HilbertFilter smooths = new();
    private readonly HilbertFilter details = new();
    private readonly HilbertFilter inPhases = new();
    private readonly HilbertFilter quadratures = new();
    private Delay detrended = new(3);
    private double before;
    private double twoBefore;
    private double threeBefore;
    private double i2;
    private double q2;
    private double re;
    private double im;
    private double period;
    private int bars;

    /// <summary>The series smoothed over four bars.</summary>
    public double Smooth { readonly get; private set; }

    /// <summary>The part in phase.</summary>
    public double InPhase { readonly get; private set; }

    /// <summary>The part a quarter of a cycle ahead.</summary>
    public double Quadrature { readonly get; private set; }

    /// <summary>The twice smoothed period, in bars; 0 before the first.</summary>
    public double SmoothPeriod { readonly get; private set; }

    /// <summary>The same as a whole number of bars.</summary>
    public readonly int WholePeriod => (int)(SmoothPeriod + 0.5);

    /// <summary>Takes the next value.</summary>
    public void Next(double price)
    {
        if (bars >= WarmUpBars)
        {
            Transform(((4 * price) + (3 * before) + (2 * twoBefore) + threeBefore) / 10);
        }
        else
        {
            bars++;
            smooths.Next(0);
            details.Next(0);
            detrended.Next(0);
        }

        (threeBefore, twoBefore, before) = (twoBefore, before, price);
    }

    private void Transform(double smooth)
    {
        // The filters fit a period of 25; this widens them for others.
        double adjust = (0.075 * period) + 0.54;
        double detail = smooths.Next(smooth) * adjust;
        double quadrature = details.Next(detail) * adjust;
        double inPhase = detrended.Next(detail);
        double advancedI = inPhases.Next(inPhase) * adjust;
        double advancedQ = quadratures.Next(quadrature) * adjust;
        double nextI = (0.2 * (inPhase - advancedQ)) + (0.8 * i2);
        double nextQ = (0.2 * (quadrature + advancedI)) + (0.8 * q2);
        re = (0.2 * ((nextI * i2) + (nextQ * q2))) + (0.8 * re);
        im = (0.2 * ((nextI * q2) - (nextQ * i2))) + (0.8 * im);
        (i2, q2) = (nextI, nextQ);
        double raw = im != 0 && re != 0 ? 2 * Math.PI / Math.Atan(im / re) : 0;
        raw = Math.Max(Math.Min(raw, 1.5 * period), 0.67 * period);
        period = (0.2 * Math.Clamp(raw, 6, 50)) + (0.8 * period);
        SmoothPeriod = (0.33 * period) + (0.67 * SmoothPeriod);
        (Smooth, InPhase, Quadrature) = (smooth, inPhase, quadrature);
    }
}
