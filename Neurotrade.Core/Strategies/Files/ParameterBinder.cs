using System.Collections.Immutable;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Strategies.Files;

/// <summary>Reads <c>parameters</c> and puts the run's own values in their place.</summary>
internal sealed class ParameterBinder(ValueReader values, StrategyOverrides overrides)
{
    private const int MostParameters = 100;

    private readonly ImmutableArray<StrategyParameter>.Builder bound = ImmutableArray.CreateBuilder<StrategyParameter>();

    /// <summary>Every parameter in file order, declared in the table of <see cref="ValueReader.Parameters"/>.</summary>
    public ImmutableArray<StrategyParameter> Bind(FileNode? node, SourcePosition fileStart)
    {
        if (node is FileNode.Mapping map)
        {
            foreach (FileEntry entry in map.Entries)
            {
                BindOne(entry);
            }

            if (map.Entries.Length > MostParameters)
            {
                values.Problems.Add(node.At, $"`parameters` has {map.Entries.Length} entries; at most {MostParameters} are allowed.");
            }
        }
        else if (node is not null)
        {
            values.Problems.Add(node.At, $"`parameters` is {node.Kind}; names with values were expected, as in "
                + "`oversold: { value: 30, min: 15, max: 40, step: 5 }`.");
        }

        ImmutableArray<string> names = [.. values.Parameters.Names.Order(StringComparer.Ordinal)];
        foreach ((string name, string text) in overrides.Set)
        {
            if (!names.Contains(name))
            {
                string known = names.IsEmpty ? " The file has no `parameters`." : NearestName.Hint(name, names);
                string all = names.IsEmpty || known.Length > 0 ? known : $" Known are {string.Join(", ", names)}.";
                values.Problems.Add(node?.At ?? fileStart, $"`--set {name}={YamlTree.Shorten(text)}` names no parameter of this file.{all}");
            }
        }

        return bound.ToImmutable();
    }

    private void BindOne(FileEntry entry)
    {
        string name = entry.Key.Text;
        if (!IndicatorBinder.IsName(name))
        {
            values.Problems.Add(entry.Key.At, $"`{YamlTree.Shorten(name)}` cannot name a parameter; letters, digits and _ were expected.");
            return;
        }

        Literal? value = null;
        if (entry.Value is FileNode.Scalar)
        {
            value = Plain(entry.Value, name);
            value = Changed(entry, name, value, null, null);
            Add(name, value, null, null, null);
        }
        else if (Block.Of(entry.Value, name, values.Problems, "value", "min", "max", "step") is { } block)
        {
            value = block.Require("value", "the value where nothing else is set") is { } node ? Plain(node, name) : null;
            Literal? min = Bound(block, "min", name, value);
            Literal? max = Bound(block, "max", name, value);
            Literal? step = Bound(block, "step", name, value);
            CheckRange(block, name, value, min, max, step);
            value = Changed(entry, name, value, min, max);
            Add(name, value, min, max, step);
        }

        values.Parameters.Declare(name, value);
    }

    private void Add(string name, Literal? value, Literal? min, Literal? max, Literal? step)
    {
        if (value is { } known)
        {
            bound.Add(new StrategyParameter(name, known.Number, min?.Number, max?.Number, step?.Number) { Unit = known.Unit });
        }
    }

    private Literal? Plain(FileNode node, string name)
    {
        if (node is FileNode.Scalar scalar && scalar.Text.TrimStart().StartsWith('$'))
        {
            values.Problems.Add(node.At, $"`{name}` refers to another parameter; a value was expected.");
            return null;
        }

        return values.Value(node, name, "a value such as 14, 2%, 2 atr or 4h");
    }

    private Literal? Bound(Block block, string key, string name, Literal? value)
    {
        if (block.Find(key) is not { } node || Plain(node, $"{name}.{key}") is not { } bound)
        {
            return null;
        }

        if (value is { } of && bound.Unit != of.Unit)
        {
            values.Problems.Add(node.At, $"`{name}.{key}` has another unit than the value, {of.ToText()}.");
            return null;
        }

        if (key == "step" && !(bound.Number > 0))
        {
            values.Problems.Add(node.At, $"`{name}.step` is {bound.ToText()}; above 0 was expected.");
            return null;
        }

        return bound;
    }

    private void CheckRange(Block block, string name, Literal? value, Literal? min, Literal? max, Literal? step)
    {
        if (min is { } low && max is { } high)
        {
            if (low.Number > high.Number)
            {
                values.Problems.Add(block.At, $"`{name}` has min {low.ToText()} above max {high.ToText()}.");
            }
            else if (step is { } stride && ParameterRange.Count(low.Number, high.Number, stride.Number) > ParameterRange.Most)
            {
                values.Problems.Add(block.At, $"`{name}` has more than {ParameterRange.Most} steps from min to max.");
            }
        }

        if (value is { } known && Outside(known, min, max) is { } range)
        {
            values.Problems.Add(block.Find("value")!.At, $"`{name}` is {known.ToText()}, outside its own range {range}.");
        }
    }

    private Literal? Changed(FileEntry entry, string name, Literal? value, Literal? min, Literal? max)
    {
        if (!overrides.Set.TryGetValue(name, out string? text))
        {
            return value;
        }

        string shown = $"`--set {name}={YamlTree.Shorten(text)}`";
        if (!Literal.TryParse(text, out Literal changed))
        {
            values.Problems.Add(entry.Key.At, $"{shown}: a value such as {value?.ToText() ?? "14"} was expected.");
            return value;
        }

        if (value is { } of && changed.Unit != of.Unit)
        {
            values.Problems.Add(entry.Key.At, $"{shown}: the same unit as in the file, {of.ToText()}, was expected.");
            return value;
        }

        if (Outside(changed, min, max) is { } range)
        {
            values.Problems.Add(entry.Key.At, $"{shown} is outside the parameter's range {range}.");
            return value;
        }

        return changed;
    }

    private static string? Outside(Literal value, Literal? min, Literal? max)
    {
        bool isOutside = (min is { } low && value.Number < low.Number) || (max is { } high && value.Number > high.Number);
        return isOutside ? $"{min?.ToText() ?? "…"} to {max?.ToText() ?? "…"}" : null;
    }
}
