using System.Collections.Immutable;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Core.Research.Sweeps;

/// <summary>
/// Every combination of a strategy's parameters that a sweep may try, numbered: parameters in file order, the first
/// slowest (contracts 5.4).
/// </summary>
public sealed class SweepPlan
{
    /// <summary>The most combinations that numbers are given to.</summary>
    public const long Most = 1L << 52;

    private SweepPlan(ImmutableArray<SweepAxis> axes, long count) => (Axes, Count) = (axes, count);

    /// <summary>A parameter each, in file order.</summary>
    public ImmutableArray<SweepAxis> Axes { get; }

    /// <summary>How many combinations there are.</summary>
    public long Count { get; }

    /// <summary>The plan for a strategy's parameters.</summary>
    /// <param name="parameters">As the file has them.</param>
    /// <param name="set">What the person said of each: a range, a list, a value.</param>
    /// <exception cref="InputException">Something said cannot be used; all problems.</exception>
    public static SweepPlan Of(
        ImmutableArray<StrategyParameter> parameters, ImmutableSortedDictionary<string, string> set)
    {
        List<Problem> problems = [];
        ImmutableArray<string> names = [.. parameters.Select(parameter => parameter.Name).Order(StringComparer.Ordinal)];
        foreach (string unknown in set.Keys.Where(name => !names.Contains(name)))
        {
            string hint = names.IsEmpty ? " The file has no `parameters`." : NearestName.Hint(unknown, names);
            problems.Add(new Problem("--set", 0, 0, $"'{unknown}' is no parameter of the strategy.{hint}"));
        }

        if (parameters.IsEmpty)
        {
            problems.Add(new Problem(
                "--strategy", 0, 0, "the strategy has no `parameters`; a sweep needs at least one to change"));
        }

        SweepAxis?[] axes = [.. parameters.Select(
            parameter => SweepRange.Of(parameter, set.GetValueOrDefault(parameter.Name), problems))];
        UInt128 count = axes.Aggregate((UInt128)1, (all, axis) => UInt128.Min(all * (ulong)(axis?.Values.Length ?? 1), Most + 1));
        if (count > Most)
        {
            problems.Add(new Problem("--set", 0, 0, $"more than {Most} combinations; narrow the ranges or widen the steps"));
        }

        return problems.Count == 0
            ? new SweepPlan([.. axes.Select(axis => axis!)], (long)count)
            : throw new InputException(problems);
    }

    /// <summary>Where each axis stands in a combination.</summary>
    public void Positions(long combination, Span<int> positions)
    {
        Guard.That(combination >= 0 && combination < Count && positions.Length == Axes.Length);
        for (int i = Axes.Length - 1; i >= 0; i--)
        {
            (combination, long at) = Math.DivRem(combination, Axes[i].Values.Length);
            positions[i] = (int)at;
        }
    }

    /// <summary>The combination in which the axes stand so.</summary>
    public long CombinationAt(ReadOnlySpan<int> positions)
    {
        long combination = 0;
        for (int i = 0; i < Axes.Length; i++)
        {
            combination = (combination * Axes[i].Values.Length) + positions[i];
        }

        return combination;
    }

    /// <summary>A combination's values as <c>--set</c> takes them.</summary>
    public ImmutableSortedDictionary<string, string> SetOf(long combination)
    {
        Span<int> positions = stackalloc int[Axes.Length];
        Positions(combination, positions);
        ImmutableSortedDictionary<string, string>.Builder set =
            ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        for (int i = 0; i < positions.Length; i++)
        {
            set.Add(Axes[i].Name, Axes[i].Text(positions[i]));
        }

        return set.ToImmutable();
    }
}
