using System.Collections.Immutable;

namespace Neurotrade.Core.Features.Series;

/// <summary>
/// Where in its dominant cycle a series is, and whether it trends instead (John Ehlers, Rocket Science for Traders,
/// 2001; in the order of TA-Lib's HT_TRENDMODE).
/// </summary>
public struct HilbertPhase()
{
    private const int MostPeriod = 51;
    private const double Degrees = 180 / Math.PI;

    // For each period the sines and cosines of one turn in so many steps.
    private static readonly ImmutableArray<double[]> Sines = Turns(Math.Sin);
    private static readonly ImmutableArray<double[]> Cosines = Turns(Math.Cos);

    private HilbertCycle cycle = new();
    private CycleMean mean = new();
    private readonly double[] smooths = new double[64];
    private int at;
    private int sinceCross;

    /// <summary>The phase in degrees, from −45 to 315.</summary>
    public double Phase { readonly get; private set; }

    /// <summary>The sine of the phase.</summary>
    public double Sine { readonly get; private set; }

    /// <summary>The sine of the phase 45 degrees on.</summary>
    public double Lead { readonly get; private set; }

    /// <summary>Whether the series trends.</summary>
    public bool IsTrend { readonly get; private set; }

    /// <summary>Takes the next value.</summary>
    public void Next(double price)
    {
        cycle.Next(price);
        at = (at + 1) & 63;
        smooths[at] = cycle.Smooth;
        int length = cycle.WholePeriod;
        double trendline = mean.Next(price, length);
        if (length == 0)
        {
            return;
        }

        (double phase, double sine, double lead) = (Phase, Sine, Lead);
        Phase = Measured(length);
        Sine = Math.Sin(Phase / Degrees);
        Lead = Math.Sin((Phase + 45) / Degrees);
        bool hasCrossed = (Sine > Lead && sine <= lead) || (Sine < Lead && sine >= lead);
        sinceCross = hasCrossed ? 1 : Math.Min(sinceCross + 1, 1_000);
        double pace = (Phase - phase) * cycle.SmoothPeriod / 360;
        bool isCycle = hasCrossed || sinceCross < 0.5 * cycle.SmoothPeriod || (pace > 0.67 && pace < 1.5);
        IsTrend = !isCycle || Math.Abs((cycle.Smooth - trendline) / trendline) >= 0.015;
    }

    private readonly double Measured(int length)
    {
        double real = 0;
        double imaginary = 0;
        double[] sines = Sines[length];
        double[] cosines = Cosines[length];
        for (int i = 0; i < length; i++)
        {
            double value = smooths[(at - i) & 63];
            real += sines[i] * value;
            imaginary += cosines[i] * value;
        }

        double phase = imaginary != 0 ? Math.Atan(real / imaginary) * Degrees : Phase + (90 * Math.Sign(real));
        phase += 90 + (360 / cycle.SmoothPeriod) + (imaginary < 0 ? 180 : 0);
        return phase > 315 ? phase - 360 : phase;
    }

    private static ImmutableArray<double[]> Turns(Func<double, double> of) =>
    [
        .. Enumerable.Range(0, MostPeriod).Select(length =>
            Enumerable.Range(0, length).Select(i => of(i * 2 * Math.PI / length)).ToArray()),
    ];
}
