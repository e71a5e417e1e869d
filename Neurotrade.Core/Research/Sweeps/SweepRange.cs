using System.Collections.Immutable;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies;
using Neurotrade.Core.Strategies.Files;

namespace Neurotrade.Core.Research.Sweeps;

/// <summary>
/// Reads what a sweep tries of one parameter (contracts 1): <c>lo:hi:step</c>, <c>a,b,c</c> or one value; left out, its
/// own min..max by step, and its own value where the file gives no whole range.
/// </summary>
internal sealed class SweepRange(StrategyParameter parameter, List<Problem> problems)
{
    /// <summary>The axis of a parameter; null where the text cannot be used, which is then among the problems.</summary>
    public static SweepAxis? Of(StrategyParameter parameter, string? text, List<Problem> problems)
    {
        ImmutableArray<double>? values = new SweepRange(parameter, problems).Values(text);
        return values is { } known ? new SweepAxis(parameter.Name, parameter.Unit, known) : null;
    }

    private ImmutableArray<double>? Values(string? text) => text switch
    {
        null => Own(),
        _ when text.Contains(':', StringComparison.Ordinal) => Range(text),
        _ => List(text),
    };

    private ImmutableArray<double> Own() => parameter is { Min: { } lo, Max: { } hi, Step: { } step }
        ? ParameterRange.Values(lo, hi, step)
        : [parameter.Value];

    private ImmutableArray<double>? Range(string text)
    {
        string[] parts = text.Split(':');
        if (parts.Length != 3)
        {
            return Refuse(text, "expected lo:hi:step, such as 10:50:5");
        }

        if (Value(text, parts[0]) is not { } lo || Value(text, parts[1]) is not { } hi || Number(text, parts[2]) is not { } step)
        {
            return null;
        }

        if (!(step > 0))
        {
            return Refuse(text, "the step must lie above 0");
        }

        if (lo > hi)
        {
            return Refuse(text, "the range begins above its end");
        }

        return ParameterRange.Count(lo, hi, step) > ParameterRange.Most
            ? Refuse(text, $"more than {ParameterRange.Most} steps")
            : ParameterRange.Values(lo, hi, step);
    }

    private ImmutableArray<double>? List(string text)
    {
        ImmutableArray<double>.Builder values = ImmutableArray.CreateBuilder<double>();
        foreach (string part in text.Split(','))
        {
            if (Value(text, part) is not { } value)
            {
                return null;
            }

            if (values.Contains(value))
            {
                return Refuse(text, $"'{part.Trim()}' stands there twice");
            }

            values.Add(value);
        }

        return values.ToImmutable();
    }

    // A value that the strategy may have; a step may be smaller than the range's least.
    private double? Value(string text, string part)
    {
        if (Number(text, part) is not { } value)
        {
            return null;
        }

        if (value < parameter.Min || value > parameter.Max)
        {
            string lo = parameter.Min is { } min ? parameter.TextOf(min) : "…";
            string hi = parameter.Max is { } max ? parameter.TextOf(max) : "…";
            Refuse(text, $"'{part.Trim()}' is outside the parameter's range {lo} to {hi}");
            return null;
        }

        return value;
    }

    private double? Number(string text, string part)
    {
        if (!Literal.TryParse(part, out Literal literal))
        {
            Refuse(text, $"'{part.Trim()}' is no value; expected one such as {parameter.TextOf(parameter.Value)}");
            return null;
        }

        if (literal.Unit != parameter.Unit)
        {
            Refuse(text, $"'{part.Trim()}' has another unit than the file's {parameter.TextOf(parameter.Value)}");
            return null;
        }

        return literal.Number;
    }

    private ImmutableArray<double>? Refuse(string text, string why)
    {
        problems.Add(new Problem("--set", 0, 0, $"'{parameter.Name}={text}': {why}"));
        return null;
    }
}
