using System.Collections.Immutable;

namespace Neurotrade.Core.Features;

/// <summary>
/// What the catalogue knows of an indicator. Drives the rule language, the JSON Schema, the documentation page and the
/// editor.
/// </summary>
public sealed class IndicatorDefinition
{
    /// <summary>The name in strategy files and in <c>--spec</c> (contracts 8).</summary>
    public required string Name { get; init; }

    /// <summary>A person's name for it: <c>Relative Strength Index</c>.</summary>
    public required string Title { get; init; }

    /// <summary>The family under which people look for it: <c>Moving averages</c>, <c>Oscillators</c> …</summary>
    public required string Group { get; init; }

    /// <summary>Output names; the bare instance name is the first. One output carries the indicator's own name.</summary>
    public required ImmutableArray<string> Outputs { get; init; }

    /// <summary>Parameters in the order of <c>name:p1:p2</c>.</summary>
    public required ImmutableArray<IndicatorParameter> Parameters { get; init; }

    /// <summary>What it says, in a sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>The formula, in plain text.</summary>
    public required string Formula { get; init; }

    /// <summary>Where the formula and its convention come from.</summary>
    public required string Source { get; init; }

    /// <summary>How other libraries' conventions differ from this one; null where none is known to.</summary>
    public string? Differences { get; init; }

    /// <summary>Makes a fresh indicator from parameter values in the order of <see cref="Parameters"/>.</summary>
    public required Func<ImmutableArray<double>, IIndicator> Create { get; init; }

    /// <summary>Bars that pass before every output can have a value, from parameter values; what warm-up needs.</summary>
    public required Func<ImmutableArray<double>, int> WarmUpBars { get; init; }

    /// <summary>
    /// Whether the data decide at which bars values stand (a fractal, a bar without range), so that
    /// <see cref="WarmUpBars"/> is the least there can be.
    /// </summary>
    public bool IsSparse { get; init; }

    /// <summary>Checks what ranges cannot say (fast below slow); null when the values make sense.</summary>
    public Func<ImmutableArray<double>, string?>? Check { get; init; }

    /// <summary>
    /// Further names that charts draw but that can never be known in time: they have no column, and a rule that names
    /// one is refused (contracts 4.9).
    /// </summary>
    public ImmutableArray<string> ChartOnlyOutputs { get; init; } = [];
}
