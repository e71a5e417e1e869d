using System.Collections.Immutable;
using Neurotrade.Core.Features;
using Neurotrade.Core.Strategies.Files;

namespace Neurotrade.Core.Strategies.Language;

/// <summary>The names that a strategy's rules may use.</summary>
internal sealed class ExpressionScope
{
    private readonly Dictionary<string, int> indexes = new(StringComparer.Ordinal);
    private readonly HashSet<string> broken;
    private IReadOnlyList<string>? allNames;
    private readonly IReadOnlyDictionary<string, string> oldNames;

    /// <summary>
    /// Names from indicators that were read, those whose definition had a problem, parameters, and what an older form's
    /// names mean.
    /// </summary>
    public ExpressionScope(
        ImmutableArray<IndicatorInstance> indicators,
        IEnumerable<string> brokenNames,
        ParameterTable parameters,
        IReadOnlyDictionary<string, string> oldNames)
    {
        Indicators = indicators;
        broken = new HashSet<string>(brokenNames, StringComparer.Ordinal);
        this.oldNames = oldNames;
        Parameters = parameters;
        for (int i = 0; i < indicators.Length; i++)
        {
            indexes[indicators[i].Name] = i;
        }
    }

    public ImmutableArray<IndicatorInstance> Indicators { get; }

    public ParameterTable Parameters { get; }

    /// <summary>What a name means where an older form gave it another one; else the name itself.</summary>
    public string Meant(string name) => oldNames.GetValueOrDefault(name, name);

    /// <summary>The index of an instance, or -1.</summary>
    public int IndexOf(string name) => indexes.GetValueOrDefault(name, -1);

    /// <summary>Whether the file declares the name, but with a problem that is already told.</summary>
    public bool IsBroken(string name) => broken.Contains(name);

    /// <summary>Every name that could stand for a number, for suggestions; made once.</summary>
    public IReadOnlyList<string> AllNames() => allNames ??= [.. Names()];

    private IEnumerable<string> Names()
    {
        foreach (IndicatorInstance instance in Indicators)
        {
            yield return instance.Name;
            if (instance.Definition.Outputs.Length > 1)
            {
                foreach (string output in instance.Definition.Outputs)
                {
                    yield return $"{instance.Name}.{output}";
                }
            }
        }

        foreach ((string name, _) in LanguageNames.Fields)
        {
            yield return name;
        }

        foreach ((string name, _) in LanguageNames.PositionFields)
        {
            yield return name;
        }
    }

    /// <summary>Every function, for suggestions.</summary>
    public static IEnumerable<string> FunctionNames() =>
        LanguageNames.Functions.Select(f => f.Name).Concat(LanguageNames.Clocks.Select(c => c.Name));
}
