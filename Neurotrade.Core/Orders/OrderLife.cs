using System.Numerics;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Orders;

/// <summary>
/// Which state may follow which. A fill may overtake the venue's answer, so it may come in any state that is not final.
/// </summary>
public static class OrderLife
{
    /// <summary>The state after a fill of so much that leaves <paramref name="rest"/> to be filled.</summary>
    public static OrderState<T> Fill<T>(OrderState<T> state, T quantity, T rest)
        where T : struct, INumber<T>
    {
        Guard.That(!state.IsFinal && quantity > T.Zero && rest >= T.Zero);
        T done = DoneOf(state) + quantity;
        return rest == T.Zero ? new OrderState<T>.Filled(done) : new OrderState<T>.PartiallyFilled(done);
    }

    /// <summary>The state after the order was taken back.</summary>
    public static OrderState<T> Cancel<T>(OrderState<T> state)
        where T : struct, INumber<T>
    {
        Guard.That(!state.IsFinal);
        return new OrderState<T>.Cancelled(DoneOf(state));
    }

    /// <summary>The state after the order's time ran out.</summary>
    public static OrderState<T> Expire<T>(OrderState<T> state)
        where T : struct, INumber<T>
    {
        Guard.That(!state.IsFinal);
        return new OrderState<T>.Expired(DoneOf(state));
    }

    /// <summary>How much is filled so far.</summary>
    public static T DoneOf<T>(OrderState<T> state)
        where T : struct, INumber<T> => state switch
        {
            OrderState<T>.PartiallyFilled partly => partly.Done,
            OrderState<T>.Filled filled => filled.Done,
            OrderState<T>.Cancelled cancelled => cancelled.Done,
            OrderState<T>.Expired expired => expired.Done,
            _ => T.Zero,
        };
}
