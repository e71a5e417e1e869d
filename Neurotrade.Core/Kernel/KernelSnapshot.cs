using System.Collections.Immutable;
using System.Numerics;
using Neurotrade.Core.Orders;

namespace Neurotrade.Core.Kernel;

/// <summary>What a kernel knows after so many events: what a replay must come to again.</summary>
public sealed record KernelSnapshot<T>(
    long LastEvent, T Cash, T Reserved, int LastOrderId, int LastTradeId, ImmutableArray<DeskSnapshot<T>> Desks)
    where T : struct, INumber<T>
{
    public bool Equals(KernelSnapshot<T>? other) =>
        other is not null && (LastEvent, Cash, Reserved, LastOrderId, LastTradeId)
            == (other.LastEvent, other.Cash, other.Reserved, other.LastOrderId, other.LastTradeId)
        && Desks.SequenceEqual(other.Desks);

    public override int GetHashCode() => LastEvent.GetHashCode();
}

/// <summary>One symbol's part of a snapshot.</summary>
public readonly record struct DeskSnapshot<T>(
    T Quantity, T Cost, T Proceeds, double EntryPrice, Order<T>.Entry? Entry, Order<T>.Exit? Exit, int TradeId)
    where T : struct, INumber<T>;
