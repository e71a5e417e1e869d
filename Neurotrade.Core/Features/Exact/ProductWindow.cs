using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Exact;

/// <summary>
/// The mean of a candle field over a window, weighed by another: Σ a·b / Σ b of the exact decimals, correctly rounded
/// where every a is below <see cref="QuotedUnits.SmallLimit"/> and every b below 4.6e10; else by compensated sums.
/// </summary>
public struct ProductWindow
{
    private readonly double[] values;
    private readonly double[] weights;
    private Int128 products;
    private Int128 weightUnits;
    private int inexact;
    private int next;
    private int count;

    /// <summary>An empty window of <paramref name="length"/> pairs, at least 1.</summary>
    public ProductWindow(int length)
    {
        Guard.That(length > 0);
        values = new double[length];
        weights = new double[length];
    }

    /// <summary>Takes the next pair; NaN until the window is full, and where all weights are 0.</summary>
    public double Next(double value, double weight)
    {
        if (count == values.Length)
        {
            Add(values[next], weights[next], -1);
        }
        else
        {
            count++;
        }

        Add(value, weight, 1);
        values[next] = value;
        weights[next] = weight;
        next = next + 1 == values.Length ? 0 : next + 1;
        return count < values.Length ? double.NaN : Mean();
    }

    private void Add(double value, double weight, int sign)
    {
        if (QuotedUnits.TrySmall(value, out long units) && QuotedUnits.TryAny(weight, out Int128 heavy)
            && heavy <= long.MaxValue / 2)
        {
            products += sign * Math.BigMul(units, (long)heavy);
            weightUnits += sign * heavy;
        }
        else
        {
            inexact += sign;
        }
    }

    private readonly double Mean()
    {
        if (inexact > 0)
        {
            return OfAnyValues();
        }

        return weightUnits == 0 ? double.NaN : ExactRatio.Round(products, weightUnits * QuotedUnits.PerOne);
    }

    // Values that are large or off the grid: summed up anew, oldest first.
    private readonly double OfAnyValues()
    {
        CompensatedSum money = default;
        CompensatedSum total = default;
        for (int i = 0; i < values.Length; i++)
        {
            int at = next + i < values.Length ? next + i : next + i - values.Length;
            double product = values[at] * weights[at];
            money.Add(product);
            money.Add(Math.FusedMultiplyAdd(values[at], weights[at], -product));
            total.Add(weights[at]);
        }

        return total.Value == 0 ? double.NaN : money.Over(total.Value);
    }
}
