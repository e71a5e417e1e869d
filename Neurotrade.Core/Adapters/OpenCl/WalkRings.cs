using System.Numerics;

namespace Neurotrade.Core.Adapters.OpenCl;

/// <summary>
/// Rings of past values in the device's memory, as long as the longest member asks for; a step's ring has a power of two
/// of places, so that a bar's place is a mask.
/// </summary>
internal sealed class WalkRings : IDisposable
{
    /// <param name="queue">Of the device.</param>
    /// <param name="members">Whose drafts say how long the rings are.</param>
    /// <param name="stride">Walks that lie side by side.</param>
    /// <param name="width">Bytes of a number.</param>
    public WalkRings(OpenClQueue queue, IReadOnlyList<WalkMember> members, int stride, int width)
    {
        int[] layout = new int[2 * members[0].Numbers.Rings.Length];
        int places = 0;
        for (int i = 0; i < layout.Length / 2; i++)
        {
            int ring = i;
            int length = members.Max(one => one.Numbers.Rings[ring].Length);
            int rounded = members[0].Numbers.Rings[i].HasBars ? length : (int)BitOperations.RoundUpToPowerOf2((uint)length);
            (layout[2 * i], layout[(2 * i) + 1]) = (places, rounded - 1);
            places += rounded;
        }

        bool hasBars = members[0].Numbers.Rings.Any(one => one.HasBars);
        Layout = queue.Holding<int>(layout);
        Values = queue.Room<byte>((long)places * stride * width);
        Bars = queue.Room<int>(hasBars ? (long)places * stride : 0);
    }

    /// <summary>Where each ring begins, and its mask.</summary>
    public OpenClBuffer Layout { get; }

    public OpenClBuffer Values { get; }

    /// <summary>The bar of each value of a window.</summary>
    public OpenClBuffer Bars { get; }

    public void Dispose()
    {
        Layout.Dispose();
        Values.Dispose();
        Bars.Dispose();
    }
}
