using System.Runtime.InteropServices;

namespace Neurotrade.Core.Adapters.OpenCl;

/// <summary>Numbers on their way to a device or back, in the precision in which it computes.</summary>
internal sealed class Reals(int count, bool isSingle)
{
    private readonly byte[] bytes = new byte[(long)count * (isSingle ? sizeof(float) : sizeof(double))];

    /// <summary>Bytes of one.</summary>
    public int Width { get; } = isSingle ? sizeof(float) : sizeof(double);

    public Span<byte> Bytes => bytes;

    public double this[int at]
    {
        get => isSingle ? MemoryMarshal.Cast<byte, float>(bytes.AsSpan())[at] : MemoryMarshal.Cast<byte, double>(bytes.AsSpan())[at];
        set
        {
            if (isSingle)
            {
                MemoryMarshal.Cast<byte, float>(bytes.AsSpan())[at] = (float)value;
            }
            else
            {
                MemoryMarshal.Cast<byte, double>(bytes.AsSpan())[at] = value;
            }
        }
    }

    /// <summary>Puts a column's values where those of a bar lie together.</summary>
    public void Put(ReadOnlySpan<double> column, int at, int width)
    {
        if (isSingle)
        {
            Span<float> singles = MemoryMarshal.Cast<byte, float>(bytes.AsSpan());
            for (int i = 0; i < column.Length; i++)
            {
                singles[at + (i * width)] = (float)column[i];
            }
        }
        else
        {
            Span<double> doubles = MemoryMarshal.Cast<byte, double>(bytes.AsSpan());
            for (int i = 0; i < column.Length; i++)
            {
                doubles[at + (i * width)] = column[i];
            }
        }
    }
}
