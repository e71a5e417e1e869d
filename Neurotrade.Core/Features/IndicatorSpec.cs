using System.Collections.Immutable;
using System.Globalization;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Features;

/// <summary>
/// Indicators as the command line names them: <c>rsi:14,macd:12:26:9</c>; names and the order of parameters are those of
/// contracts 8, what is left out has its default.
/// </summary>
public sealed class IndicatorSpec
{
    private const int MostIndicators = 200;
    private const int MostCharacters = 16_384;

    private IndicatorSpec(ImmutableArray<IndicatorInstance> instances) => Instances = instances;

    /// <summary>The indicators in the order written, each under the name that its columns begin with.</summary>
    public ImmutableArray<IndicatorInstance> Instances { get; }

    /// <summary>Column names of an instance's outputs: <c>rsi</c>, <c>macd.line</c>, <c>sma:10</c> (contracts 1).</summary>
    public static ImmutableArray<string> Columns(IndicatorInstance instance) => instance.Definition.Outputs.Length == 1
        ? [instance.Name]
        : [.. instance.Definition.Outputs.Select(output => $"{instance.Name}.{output}")];

    /// <summary>Reads a specification; all problems, each with its column, are one <see cref="InputException"/>.</summary>
    /// <param name="text">What the person wrote.</param>
    /// <param name="source">What problems call it: <c>--spec</c>.</param>
    public static IndicatorSpec Parse(string text, string source)
    {
        if (text.Length > MostCharacters)
        {
            throw new InputException(new Problem(source, 1, 0, $"{text.Length} characters, expected at most {MostCharacters}"));
        }

        List<Problem> problems = [];
        List<(IndicatorDefinition Definition, ImmutableArray<double> Values)> read = [];
        Reader reader = new(source, problems);
        int start = 0;
        foreach (string item in text.Split(','))
        {
            if (reader.Read(item, start) is { } one)
            {
                if (read.Exists(known => known.Definition == one.Definition && known.Values.SequenceEqual(one.Values)))
                {
                    reader.Fail(start, item, $"'{item.Trim()}' is there already, expected each indicator once");
                }

                read.Add(one);
            }

            start += item.Length + 1;
        }

        if (read.Count > MostIndicators)
        {
            problems.Add(new Problem(source, 1, 0, $"{read.Count} indicators, expected at most {MostIndicators}"));
        }

        return problems.Count == 0
            ? new IndicatorSpec([.. read.Select(one => Named(one.Definition, one.Values, read))])
            : throw new InputException(problems);
    }

    // A name that occurs once stands alone; else the parameters tell its columns apart.
    private static IndicatorInstance Named(
        IndicatorDefinition definition,
        ImmutableArray<double> values,
        List<(IndicatorDefinition Definition, ImmutableArray<double> Values)> all)
    {
        bool isOnly = all.Count(one => one.Definition == definition) == 1;
        string name = isOnly
            ? definition.Name
            : string.Join(':', values.Select(Numbers.Text).Prepend(definition.Name));
        return new IndicatorInstance(name, definition, values, null);
    }

    private sealed class Reader(string source, List<Problem> problems)
    {
        public (IndicatorDefinition Definition, ImmutableArray<double> Values)? Read(string item, int start)
        {
            string[] parts = item.Split(':');
            string name = parts[0].Trim();
            if (IndicatorCatalog.Find(name) is not { } definition)
            {
                string hint = name.Length == 0
                    ? "an indicator's name was expected, such as rsi:14"
                    : IndicatorCatalog.WhyNot(name) is { } reason
                    ? $"'{name}' is drawn only: {reason}"
                    : $"unknown indicator '{name}'.{NearestName.Hint(name, IndicatorCatalog.All.Select(d => d.Name))}";
                Fail(start, item, hint);
                return null;
            }

            if (parts.Length - 1 > definition.Parameters.Length)
            {
                string known = definition.Parameters.Length == 0 ? "none" : Order(definition);
                Fail(start, item, $"{parts.Length - 1} parameter(s) for {name}, expected {known}");
                return null;
            }

            int before = problems.Count;
            ImmutableArray<double> values = Values(definition, parts, start);
            if (problems.Count == before && definition.Check?.Invoke(values) is { } wrong)
            {
                Fail(start, item, $"{name}: {wrong}");
            }

            return problems.Count == before ? (definition, values) : null;
        }

        public void Fail(int start, string text, string message) =>
            problems.Add(new Problem(source, 1, start + 1 + (text.Length - text.TrimStart().Length), message));

        private static string Order(IndicatorDefinition definition) =>
            string.Join(':', definition.Parameters.Select(p => p.Name).Prepend(definition.Name));

        private ImmutableArray<double> Values(IndicatorDefinition definition, string[] parts, int start)
        {
            ImmutableArray<double>.Builder values = ImmutableArray.CreateBuilder<double>();
            int at = start + parts[0].Length + 1;
            for (int i = 0; i < definition.Parameters.Length; i++)
            {
                IndicatorParameter parameter = definition.Parameters[i];
                string written = i + 1 < parts.Length ? parts[i + 1] : string.Empty;
                values.Add(written.Trim().Length == 0 ? parameter.Default : Value(parameter, written, at));
                at += written.Length + 1;
            }

            return values.ToImmutable();
        }

        private double Value(IndicatorParameter parameter, string written, int start)
        {
            const NumberStyles styles = NumberStyles.Float;
            string kind = parameter.IsInteger ? "a whole number" : "a number";
            bool isRead = double.TryParse(written, styles, CultureInfo.InvariantCulture, out double value);
            bool isGood = isRead && value >= parameter.Min && value <= parameter.Max
                && (!parameter.IsInteger || value == Math.Floor(value));
            if (!isGood)
            {
                Fail(start, written, $"{parameter.Name} '{written.Trim()}', expected {kind} from "
                    + $"{Numbers.Text(parameter.Min)} to {Numbers.Text(parameter.Max)}");
            }

            return value;
        }
    }
}
