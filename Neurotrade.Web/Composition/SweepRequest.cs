using System.Collections.Immutable;
using Neurotrade.Core.Research.Sweeps;

namespace Neurotrade.Web.Composition;

/// <summary>What a person asks of a sweep, beside strategy and data.</summary>
/// <param name="Ranges">What is tried of each parameter: <c>lo:hi:step</c>, <c>a,b,c</c> or a value.</param>
/// <param name="Search">Which combinations.</param>
/// <param name="Objective">What the table is sorted by.</param>
internal sealed record SweepRequest(
    ImmutableSortedDictionary<string, string> Ranges, SweepSearch Search, SweepObjective Objective);
