using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Series;

/// <summary>A series some bars ago.</summary>
public struct Delay
{
    private readonly double[] values;
    private int next;

    /// <summary>A delay of <paramref name="bars"/>, at least 1.</summary>
    public Delay(int bars)
    {
        Guard.That(bars > 0);
        values = new double[bars];
        values.AsSpan().Fill(double.NaN);
    }

    /// <summary>Takes the next value and gives the one so many bars before; NaN where there was none.</summary>
    public double Next(double value)
    {
        double before = values[next];
        values[next] = value;
        next = next + 1 == values.Length ? 0 : next + 1;
        return before;
    }
}
