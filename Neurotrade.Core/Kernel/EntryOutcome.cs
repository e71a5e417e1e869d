using System.Collections.Immutable;
using System.Numerics;
using Neurotrade.Core.Risk;

namespace Neurotrade.Core.Kernel;

/// <summary>What an entry comes to at a close, once its rule is true.</summary>
public abstract record EntryOutcome<T>
    where T : struct, INumber<T>
{
    private EntryOutcome()
    {
    }

    /// <summary>A position is open or an entry is working: one position a symbol (contracts 4.4).</summary>
    public sealed record Taken : EntryOutcome<T>
    {
        internal static readonly Taken Here = new();
    }

    /// <summary>Entry rules are ignored at the closes of bars before this one (contracts 4.13).</summary>
    public sealed record CoolingDown(int UntilBar) : EntryOutcome<T>;

    /// <summary>The average true range that its size or levels need is missing or not above 0 (contracts 4.15).</summary>
    public sealed record WithoutAtr : EntryOutcome<T>
    {
        internal static readonly WithoutAtr Here = new();
    }

    /// <summary>A risk rule refuses it.</summary>
    public sealed record Refused(Ruling<T>.Refused Ruling) : EntryOutcome<T>;

    /// <summary>What it may spend, or the cash that is there for a limit, lies under the minimum (contracts 4.2).</summary>
    public sealed record BelowMinimum(T Budget) : EntryOutcome<T>;

    /// <summary>It may be placed; a limit's quantity is fixed and its cash reserved (contracts 4.14).</summary>
    public sealed record Allowed(ApprovedOrder<T> Order, T LimitQuantity, T Reserved) : EntryOutcome<T>;
}

/// <summary>An entry held against everything that stands before it at a close, whether or not its rule is true.</summary>
/// <param name="Account">What the risk rules know at that moment.</param>
/// <param name="Intent">How it would be sized; null where that needs a range that is missing.</param>
/// <param name="Rules">Each risk rule's word.</param>
/// <param name="Outcome">What it comes to.</param>
public sealed record EntryReview<T>(
    AccountAtClose<T> Account,
    EntryIntent<T>? Intent,
    ImmutableArray<RiskStanding> Rules,
    EntryOutcome<T> Outcome)
    where T : struct, INumber<T>;
