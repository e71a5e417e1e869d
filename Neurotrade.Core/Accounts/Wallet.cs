using System.Numerics;
using System.Runtime.CompilerServices;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Accounts;

/// <summary>Quote currency: what there is and what resting orders hold back of it.</summary>
public sealed class Wallet<T>(T capital)
    where T : struct, INumber<T>
{
    /// <summary>All of it, reservations included.</summary>
    public T Cash { get; private set; } = capital;

    /// <summary>Held back for resting limit entries (contracts 4.14).</summary>
    public T Reserved { get; private set; }

    /// <summary>What a new order may spend.</summary>
    public T Free => Cash - Reserved;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Pay(T cost) => Cash -= cost;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Receive(T proceeds) => Cash += proceeds;

    /// <summary>Holds back what all resting orders need together; nothing is left over of those that rest no more.</summary>
    public void Hold(T amount)
    {
        Guard.That(amount >= T.Zero);
        Reserved = amount;
    }
}
