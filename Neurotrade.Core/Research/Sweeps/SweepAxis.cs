using System.Collections.Immutable;
using Neurotrade.Core.Strategies;
using Neurotrade.Core.Strategies.Files;

namespace Neurotrade.Core.Research.Sweeps;

/// <summary>One parameter and the values that a sweep tries, in their order.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Unit">What its values count.</param>
/// <param name="Values">At least one, none twice.</param>
public sealed record SweepAxis(string Name, ValueUnit Unit, ImmutableArray<double> Values)
{
    /// <summary>A value as <c>--set</c> takes it, unit included; reads back to the same double.</summary>
    public string Text(int at) => new Literal(Values[at], Unit).ToText();
}
