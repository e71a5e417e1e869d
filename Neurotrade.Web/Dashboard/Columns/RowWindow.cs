using Neurotrade.Core.Market;

namespace Neurotrade.Web.Dashboard.Columns;

/// <summary>
/// Rows of a long series, so many to a value. Strides are powers of two and buckets begin at multiples of them, so that
/// what was seen before stays the same while one pans.
/// </summary>
/// <param name="From">First row; a multiple of <paramref name="Stride"/>.</param>
/// <param name="To">One past the last row.</param>
/// <param name="Stride">Rows for each value.</param>
internal readonly record struct RowWindow(int From, int To, int Stride)
{
    /// <summary>More values than this are never sent, whatever is asked for.</summary>
    public const int MostPoints = 12_000;

    /// <summary>Values in the window.</summary>
    public int Count => (To - From + Stride - 1) / Stride;

    /// <summary>The window that holds these rows of a series in at most so many values; limits are put right.</summary>
    public static RowWindow Of(int total, int? from, int? to, int? points)
    {
        int first = Math.Clamp(from ?? 0, 0, total);
        int last = Math.Clamp(to ?? total, first, total);
        int stride = StrideOf(last - first, Math.Clamp(points ?? MostPoints, 1, MostPoints));
        return new RowWindow(first / stride * stride, last, stride);
    }

    /// <summary>Rows for each value so that at most <paramref name="points"/> values come: a power of two.</summary>
    public static int StrideOf(int rows, int points)
    {
        Guard.That(points > 0);
        int stride = 1;
        while (rows > (long)points * stride)
        {
            stride *= 2;
        }

        return stride;
    }
}
