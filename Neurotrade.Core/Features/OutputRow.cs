using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features;

/// <summary>Where one bar's outputs go: neighbours in a row when rolling, one place in each column in a batch.</summary>
public readonly ref struct OutputRow
{
    private readonly ref double first;
    private readonly int stride;

    /// <summary>A row whose outputs lie side by side; at least one.</summary>
    public OutputRow(Span<double> outputs)
    {
        Guard.That(outputs.Length > 0);
        first = ref MemoryMarshal.GetReference(outputs);
        stride = 1;
    }

    // Batch loops make one per bar; the caller has checked that every column holds the row.
    internal OutputRow(ref double first, int stride)
    {
        this.first = ref first;
        this.stride = stride;
    }

    /// <summary>Sets the output at an index of the definition's outputs; NaN where it is missing.</summary>
    public double this[int output]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        set => Unsafe.Add(ref first, (nint)output * stride) = value;
    }
}
