using System.Numerics;

namespace Neurotrade.Core.Risk;

/// <summary>What the risk check says of an intent.</summary>
public abstract record Ruling<T>
    where T : struct, INumber<T>
{
    private Ruling()
    {
    }

    /// <summary>It may be placed.</summary>
    public sealed record Approved(ApprovedOrder<T> Order) : Ruling<T>;

    /// <summary>It may not; the rule's name, and the reason for a person.</summary>
    public sealed record Refused(EntryIntent<T> Intent, string Rule, string Reason) : Ruling<T>;
}
