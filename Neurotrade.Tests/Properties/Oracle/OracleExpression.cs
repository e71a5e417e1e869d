using System.Globalization;

namespace Neurotrade.Tests.Properties.Oracle;

/// <summary>The oracle's own expressions of contracts 3, and their text.</summary>
internal abstract record Node
{
    /// <summary>A literal, as the file writes it and as it is worth.</summary>
    public sealed record Number(string Literal, double Value) : Node;

    /// <summary>A candle's field.</summary>
    public sealed record Field(string Name) : Node;

    /// <summary>An indicator's output; the text may be the bare name for the first.</summary>
    public sealed record Indicator(string Name, string Output, string Written) : Node;

    /// <summary><c>pnl</c>, <c>bars</c> or <c>entry_price</c>.</summary>
    public sealed record Position(string Name) : Node;

    /// <summary><c>hour</c>, <c>minute</c> or <c>weekday</c>.</summary>
    public sealed record Clock(string Name) : Node;

    public sealed record Lag(Node Value, int Bars) : Node;

    public sealed record Negate(Node Value) : Node;

    public sealed record Not(Node Value) : Node;

    public sealed record Binary(string Operator, Node Left, Node Right) : Node;

    /// <summary>A function; <paramref name="Bars"/> is its window, or 0 for none.</summary>
    public sealed record Call(string Name, List<Node> Arguments, int Bars) : Node;

    /// <summary>Whether any part asks about the position.</summary>
    public bool UsesPosition => this switch
    {
        Position => true,
        Lag lag => lag.Value.UsesPosition,
        Negate negate => negate.Value.UsesPosition,
        Not not => not.Value.UsesPosition,
        Binary binary => binary.Left.UsesPosition || binary.Right.UsesPosition,
        Call call => call.Arguments.Any(a => a.UsesPosition),
        _ => false,
    };

    /// <summary>The text, with parentheses only where precedence needs them.</summary>
    public string Text => Write(this, 0);

    private static string Write(Node node, int outer)
    {
        int level = Level(node);
        string text = node switch
        {
            Number number => number.Literal,
            Field field => field.Name,
            Indicator indicator => indicator.Written,
            Position position => "position." + position.Name,
            Clock clock => clock.Name + "()",
            Lag lag => Write(lag.Value, 8) + "[" + Whole(lag.Bars) + "]",
            Negate negate => "-" + Write(negate.Value, 7),
            Not not => "not " + Write(not.Value, 3),
            Binary binary => WriteBinary(binary, level),
            Call call => call.Name + "(" + string.Join(", ", WriteArguments(call)) + ")",
            _ => throw new InvalidOperationException(),
        };
        return level < outer ? "(" + text + ")" : text;
    }

    private static string WriteBinary(Binary binary, int level)
    {
        // Comparisons do not chain; the others group from the left.
        int left = level == 4 ? 5 : level;
        return Write(binary.Left, left) + " " + binary.Operator + " " + Write(binary.Right, level + 1);
    }

    private static IEnumerable<string> WriteArguments(Call call)
    {
        IEnumerable<string> written = call.Arguments.Select(a => Write(a, 0));
        return call.Bars > 0 ? written.Append(Whole(call.Bars)) : written;
    }

    private static int Level(Node node) => node switch
    {
        Binary { Operator: "or" } => 1,
        Binary { Operator: "and" } => 2,
        Not => 3,
        Binary { Operator: "<" or "<=" or ">" or ">=" or "==" or "!=" } => 4,
        Binary { Operator: "+" or "-" } => 5,
        Binary => 6,
        Negate => 7,
        Number { Value: < 0 } => 7,
        _ => 8,
    };

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A rule tree: a leaf has a condition, <c>all</c>, <c>any</c> and <c>not</c> have parts.</summary>
internal sealed record Rule(string Kind, string? Tag, Node? Condition, List<Rule> Parts)
{
    public static Rule Leaf(Node condition, string? tag = null) => new("leaf", tag, condition, []);

    public bool UsesPosition => Condition?.UsesPosition ?? Parts.Any(p => p.UsesPosition);
}
