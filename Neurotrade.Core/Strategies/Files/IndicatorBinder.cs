using System.Collections.Immutable;
using Neurotrade.Core.Features;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies.Language;

namespace Neurotrade.Core.Strategies.Files;

/// <summary>Reads <c>indicators</c>: named instances whose types and parameters are those of the catalogue.</summary>
internal sealed class IndicatorBinder(ValueReader values, Timeframe? timeframe)
{
    private readonly ImmutableArray<IndicatorInstance>.Builder bound = ImmutableArray.CreateBuilder<IndicatorInstance>();
    private readonly List<string> broken = [];

    /// <summary>Names that the file declares, but with a problem.</summary>
    public IReadOnlyList<string> Broken => broken;

    /// <summary>The instances in file order.</summary>
    public ImmutableArray<IndicatorInstance> Bind(FileNode? node)
    {
        if (node is FileNode.Mapping map)
        {
            if (map.Entries.Length > StrategyLimits.Indicators)
            {
                values.Problems.Add(
                    map.Entries[StrategyLimits.Indicators].Key.At,
                    $"`indicators` has {map.Entries.Length} entries; at most {StrategyLimits.Indicators} are allowed.");
            }

            foreach (FileEntry entry in map.Entries)
            {
                if (BindOne(entry) is { } instance)
                {
                    bound.Add(instance);
                }
                else
                {
                    broken.Add(entry.Key.Text);
                }
            }
        }
        else if (node is not null)
        {
            values.Problems.Add(node.At, $"`indicators` is {node.Kind}; named indicators were expected, as in "
                + "`fast: { type: ema, period: 20 }`.");
        }

        return bound.ToImmutable();
    }

    /// <summary>Whether a text can name an instance or a parameter: letters, digits and _, not a word of the language.</summary>
    public static bool IsName(string name) =>
        name.Length is > 0 and <= StrategyLimits.NameLength && !char.IsAsciiDigit(name[0])
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');

    private IndicatorInstance? BindOne(FileEntry entry)
    {
        string name = entry.Key.Text;
        if (!IsName(name) || LanguageNames.Reserved.Contains(name))
        {
            string why = IsName(name) ? "it is a word of the rule language" : "letters, digits and _ were expected";
            values.Problems.Add(entry.Key.At, $"`{YamlTree.Shorten(name)}` cannot name an indicator: {why}.");
            return null;
        }

        if (entry.Value is not FileNode.Mapping map)
        {
            values.Problems.Add(entry.Value.At, $"`{name}` is {entry.Value.Kind}; `{{ type: … }}` was expected.");
            return null;
        }

        if (map.Find("type") is not { } type)
        {
            values.Problems.Add(map.At, $"`type` is missing in `{name}`; expected is an indicator, such as `type: rsi`.");
            return null;
        }

        if (values.Text(type, "type", StrategyLimits.NameLength) is not { } typeName)
        {
            return null;
        }

        if (IndicatorCatalog.Find(typeName) is not { } definition)
        {
            if (IndicatorCatalog.WhyNot(typeName) is { } reason)
            {
                values.Problems.Add(type.At, $"`{typeName}` is drawn only: {reason}.");
                return null;
            }

            values.Problems.Add(type.At, $"Unknown indicator `{typeName}`; a name from the catalogue was expected."
                + (values.Problems.AreMany ? string.Empty : NearestName.Hint(typeName, IndicatorCatalog.All.Select(d => d.Name))));
            return null;
        }

        return BindParameters(name, map, definition);
    }

    private IndicatorInstance? BindParameters(string name, FileNode.Mapping map, IndicatorDefinition definition)
    {
        string[] keys = ["type", .. definition.Parameters.Select(p => p.Name), "timeframe"];
        if (Block.Of(map, name, values.Problems, keys) is not { } block)
        {
            return null;
        }

        bool isWhole = true;
        ImmutableArray<double>.Builder numbers = ImmutableArray.CreateBuilder<double>(definition.Parameters.Length);
        foreach (IndicatorParameter parameter in definition.Parameters)
        {
            double? number = block.Find(parameter.Name) is { } node ? Number(node, name, parameter) : parameter.Default;
            isWhole &= number is not null;
            numbers.Add(number ?? parameter.Default);
        }

        ImmutableArray<double> parameters = numbers.MoveToImmutable();
        if (isWhole && definition.Check?.Invoke(parameters) is { } complaint)
        {
            values.Problems.Add(map.At, $"`{name}`: {complaint}");
            return null;
        }

        Timeframe? higher = null;
        if (block.Find("timeframe") is { } frame)
        {
            higher = HigherTimeframe(frame, name);
            isWhole &= higher is not null;
        }

        return isWhole
            ? new IndicatorInstance(name, definition, parameters, higher == timeframe ? null : higher)
            : null;
    }

    private double? Number(FileNode node, string name, IndicatorParameter parameter)
    {
        string what = $"{name}.{parameter.Name}";
        double? value = values.Number(node, what, parameter.Min, parameter.Max);
        if (value is { } number && parameter.IsInteger && number != Math.Truncate(number))
        {
            values.Problems.Add(node.At, $"`{what}` is {Numbers.Text(number)}; a whole number was expected.");
            return null;
        }

        return value;
    }

    private Timeframe? HigherTimeframe(FileNode node, string name)
    {
        if (values.Timeframe(node, $"{name}.timeframe") is not { } higher)
        {
            return null;
        }

        if (timeframe is { } own && !own.Divides(higher))
        {
            values.Problems.Add(node.At, $"`{name}.timeframe` is {higher}; a multiple of the strategy's {own} was expected.");
            return null;
        }

        return higher;
    }
}
