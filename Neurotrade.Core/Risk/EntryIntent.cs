using System.Numerics;

namespace Neurotrade.Core.Risk;

/// <summary>An entry that a signal asks for, sized but not yet allowed.</summary>
/// <param name="Symbol">Index in the strategy's list.</param>
/// <param name="Size">How the quantity is found at the fill.</param>
/// <param name="Budget">What it is expected to spend at this close, quote currency; held against exposure.</param>
/// <param name="LimitPrice">Where it rests; null at market.</param>
/// <param name="ExpiresAtBar">The symbol's bar at whose close a limit expires; null: when filled or cancelled.</param>
/// <param name="SignalBar">The symbol's bar at whose close the rule was true.</param>
/// <param name="Atr">Average true range at the signal bar; NaN where nothing is given in it.</param>
/// <param name="Tag">The entry's tag, empty when none.</param>
public sealed record EntryIntent<T>(
    int Symbol,
    EntrySize<T> Size,
    T Budget,
    double? LimitPrice,
    int? ExpiresAtBar,
    int SignalBar,
    double Atr,
    string Tag)
    where T : struct, INumber<T>;
