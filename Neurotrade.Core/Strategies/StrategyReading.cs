using System.Collections.Immutable;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Strategies;

/// <summary>A strategy file as it was read.</summary>
/// <param name="Strategy">What it means.</param>
/// <param name="IsOlderForm">Whether it was one of the older JSON forms; its canonical text is the same as schema 1.</param>
/// <param name="Echo">How each value of an older form was understood, a line each; empty for schema 1.</param>
/// <param name="From">An older form's own start date, or null.</param>
/// <param name="To">An older form's own end date, which the run does not reach; or null.</param>
public sealed record StrategyReading(
    Strategy Strategy, bool IsOlderForm, ImmutableArray<string> Echo, Instant? From, Instant? To);
