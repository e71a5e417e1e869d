using System.Numerics;
using Neurotrade.Core.Accounts;

namespace Neurotrade.Core.Risk;

/// <summary>One limit of contracts 4.21, with the state that it needs.</summary>
public interface IRiskRule<T>
    where T : struct, INumber<T>
{
    /// <summary>The limit's name in strategy files; stands in refusals.</summary>
    string Name { get; }

    /// <summary>Whether any close may set it off, as prices move the equity; else only one with an exit in its bar.</summary>
    bool LooksAtEveryClose { get; }

    /// <summary>Takes a trade that has just closed.</summary>
    void Observe(ClosedTrade<T> trade);

    /// <summary>Takes the account at a close; says what begins there. Asked at each close, before entries.</summary>
    RiskAction AtClose(in AccountAtClose<T> account);

    /// <summary>The value that it looks at and its limit, at this close.</summary>
    RiskReading Read(in AccountAtClose<T> account);

    /// <summary>Whether an entry may be placed at this close, and with which budget at most. Changes nothing.</summary>
    RiskOpinion<T> Ask(T budget, in AccountAtClose<T> account);
}

/// <summary>What a limit that is reached at a close sets off.</summary>
public enum RiskAction
{
    None,

    /// <summary>Entry orders not yet filled are dropped.</summary>
    DropEntries,

    /// <summary>They are dropped and every position is sold at its next open.</summary>
    DropEntriesAndFlatten,
}

/// <summary>A rule's word on one entry: the budget that it allows, or why it refuses.</summary>
public readonly record struct RiskOpinion<T>(T Budget, string? Refusal);

/// <summary>Makes opinions.</summary>
public static class RiskOpinion
{
    /// <summary>The entry may spend that much, quote currency.</summary>
    public static RiskOpinion<T> Allow<T>(T budget)
        where T : struct => new(budget, null);

    /// <summary>The entry may not be placed.</summary>
    public static RiskOpinion<T> Refuse<T>(string reason)
        where T : struct => new(default, reason);
}
