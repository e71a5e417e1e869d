using Neurotrade.Core.Market;

namespace Neurotrade.Core.Strategies.Files;

/// <summary>The parameters of one file with the values that hold, and which of them anything uses.</summary>
internal sealed class ParameterTable
{
    private readonly Dictionary<string, Literal?> values = new(StringComparer.Ordinal);
    private readonly HashSet<string> used = new(StringComparer.Ordinal);

    /// <summary>Declares a parameter; null where its declaration had a problem that is already told.</summary>
    public void Declare(string name, Literal? value) => values[name] = value;

    public IEnumerable<string> Names => values.Keys;

    public bool IsUsed(string name) => used.Contains(name);

    /// <summary>The value of a parameter, or null with a problem.</summary>
    public Literal? Use(string name, SourcePosition at, ProblemList problems)
    {
        if (!values.TryGetValue(name, out Literal? value))
        {
            string expected = problems.AreMany ? string.Empty
                : values.Count == 0 ? " The file has no `parameters`."
                : NearestName.Hint("$" + name, values.Keys.Order(StringComparer.Ordinal).Select(k => "$" + k));
            problems.Add(at, $"Unknown parameter `${name}`.{expected}");
            return null;
        }

        used.Add(name);
        return value;
    }
}
