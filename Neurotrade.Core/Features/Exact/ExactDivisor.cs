using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features.Exact;

/// <summary>A whole number above 0 by which sums are divided again and again, with its value in two doubles.</summary>
public readonly struct ExactDivisor
{
    /// <summary>A divisor under 2^117.</summary>
    public ExactDivisor(Int128 value)
    {
        Guard.That(value > 0);
        Value = (UInt128)value;
        Guard.That(Value >> ExactRatio.MostBits == 0);
        (Nearest, Left) = ExactRatio.Split(Value);
    }

    /// <summary>The number.</summary>
    public UInt128 Value { get; }

    /// <summary>The nearest double.</summary>
    public double Nearest { get; }

    /// <summary>What rounding took from it.</summary>
    public double Left { get; }
}
