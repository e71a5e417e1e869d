namespace Neurotrade.Core.Orders;

/// <summary>Where an order stands in its life (contracts 6).</summary>
public abstract record OrderState<T>
{
    private OrderState()
    {
    }

    /// <summary>Whether nothing can follow.</summary>
    public virtual bool IsFinal => false;

    /// <summary>Decided and journalled; nothing has been sent.</summary>
    public sealed record Intended : OrderState<T>;

    /// <summary>Sent; the venue has not answered.</summary>
    public sealed record Submitted : OrderState<T>;

    /// <summary>The venue holds it.</summary>
    public sealed record Accepted : OrderState<T>;

    /// <summary>So much of it is filled, and the rest is working.</summary>
    public sealed record PartiallyFilled(T Done) : OrderState<T>;

    /// <summary>All of it is filled.</summary>
    public sealed record Filled(T Done) : OrderState<T>
    {
        public override bool IsFinal => true;
    }

    /// <summary>Taken back before all of it was filled.</summary>
    public sealed record Cancelled(T Done) : OrderState<T>
    {
        public override bool IsFinal => true;
    }

    /// <summary>The venue did not take it.</summary>
    public sealed record Rejected(string Reason) : OrderState<T>
    {
        public override bool IsFinal => true;
    }

    /// <summary>Its time ran out before all of it was filled.</summary>
    public sealed record Expired(T Done) : OrderState<T>
    {
        public override bool IsFinal => true;
    }

    /// <summary>The venue has to be asked.</summary>
    public sealed record Unknown : OrderState<T>;
}
