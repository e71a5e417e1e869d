using System.Collections.Immutable;
using Neurotrade.Core.Market;
using Neurotrade.Core.Research;
using Neurotrade.Core.Strategies;
using Neurotrade.Core.Strategies.Files;

namespace Neurotrade.Web.Dashboard.Optimising;

/// <summary>Which rows of a sweep are wanted: <c>sharpe &gt;= 1, trades &gt; 30, stop &lt;= 3%</c>, all of them.</summary>
public sealed class SweepFilter
{
    private static readonly string[] Operators = [">=", "<=", "!=", "=", ">", "<"];

    private readonly ImmutableArray<Condition> conditions;

    private SweepFilter(ImmutableArray<Condition> conditions, string? problem) => (this.conditions, Problem) = (conditions, problem);

    /// <summary>Why the text cannot be used; null where it can.</summary>
    public string? Problem { get; }

    /// <summary>Reads a text for a sweep; one that cannot be used lets every row through and says why.</summary>
    public static SweepFilter Of(string? text, OpenSweep sweep)
    {
        ImmutableArray<Condition>.Builder all = ImmutableArray.CreateBuilder<Condition>();
        foreach (string part in (text ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            (Condition? condition, string? problem) = Read(part, sweep);
            if (condition is null)
            {
                return new SweepFilter([], problem);
            }

            all.Add(condition);
        }

        return new SweepFilter(all.ToImmutable(), null);
    }

    /// <summary>A filter with a range of a column in place of what it said of that column; null where nothing is left of it.</summary>
    public static string? With(string? text, string column, string? low, string? high)
    {
        IEnumerable<string> others = (text ?? string.Empty)
            .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(part => part.Split(Operators, StringSplitOptions.TrimEntries)[0] != column);
        string[] all =
        [
            .. others, .. low is null ? Array.Empty<string>() : [$"{column} >= {low}"],
            .. high is null ? Array.Empty<string>() : [$"{column} <= {high}"],
        ];
        return all.Length == 0 ? null : string.Join(", ", all);
    }

    /// <summary>The rows that it lets through, in the order in which they are given.</summary>
    public int[] Of(int[] rows) => conditions.IsEmpty ? rows : [.. rows.Where(row => conditions.All(condition => condition.Holds(row)))];

    private static (Condition?, string?) Read(string part, OpenSweep sweep)
    {
        string? op = Operators.FirstOrDefault(one => part.Contains(one, StringComparison.Ordinal));
        if (op is null)
        {
            return (null, $"'{part}' is no condition; expected one such as trades > 30.");
        }

        int at = part.IndexOf(op, StringComparison.Ordinal);
        string name = part[..at].Trim();
        string value = part[(at + op.Length)..].Trim();
        if (sweep.Column(name) is not { } column)
        {
            ImmutableArray<string> known = [.. sweep.Axes.Select(axis => axis.Name), "objective", .. RunFigures.Names];
            return (null, $"'{name}' is no column of this sweep.{NearestName.Hint(name, known)}");
        }

        string example = sweep.Axis(name)?.Texts[0] ?? "0.5";
        if (!Literal.TryParse(value.Replace('−', '-'), out Literal literal))
        {
            return (null, $"'{value}' is no value; expected one such as {example}.");
        }

        // Figures are fractions, which a person may write as percent.
        bool fits = sweep.Axis(name) is { } axis ? literal.Unit == axis.Unit : literal.Unit is ValueUnit.None or ValueUnit.Ratio;
        if (!fits)
        {
            return (null, $"'{value}' has another unit than {name}; expected one such as {example}.");
        }

        return (new Condition(column, op, literal.Number), null);
    }

    // What is missing meets no condition.
    private sealed record Condition(double[] Column, string Operator, double Value)
    {
        public bool Holds(int row) => Column[row] is var own && Operator switch
        {
            ">=" => own >= Value,
            "<=" => own <= Value,
            ">" => own > Value,
            "<" => own < Value,
            "=" => own == Value,
            _ => own != Value && !double.IsNaN(own),
        };
    }
}
