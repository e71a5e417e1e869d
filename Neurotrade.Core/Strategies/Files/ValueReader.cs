using Neurotrade.Core.Market;

namespace Neurotrade.Core.Strategies.Files;

/// <summary>Reads values with the unit and the range that a place expects; every misfit is a problem with its place.</summary>
internal sealed class ValueReader(ParameterTable parameters, ProblemList problems)
{
    public ProblemList Problems { get; } = problems;

    public ParameterTable Parameters { get; } = parameters;

    /// <summary>A bare number in a range.</summary>
    public double? Number(FileNode node, string what, double least, double most)
    {
        if (Value(node, what, "a number") is not { } value)
        {
            return null;
        }

        if (value.Unit != ValueUnit.None)
        {
            return Fail<double>(node, $"`{what}` is {Shown(node)}; a bare number was expected.");
        }

        return value.Number >= least && value.Number <= most
            ? value.Number
            : Fail<double>(node, $"`{what}` is {Shown(node)}; a number from {Plain(least)} to {Plain(most)} was expected.");
    }

    /// <summary>An amount above 0.</summary>
    public double? Amount(FileNode node, string what)
    {
        const double most = 1e15;
        return Number(node, what, double.MinValue, double.MaxValue) is not { } value ? null
            : value is > 0 and <= most ? value
            : Fail<double>(node, $"`{what}` is {Shown(node)}; a number above 0, at most {Plain(most)}, was expected.");
    }

    /// <summary>A whole number in a range.</summary>
    public int? Whole(FileNode node, string what, int least, int most)
    {
        if (Number(node, what, least, most) is not { } value)
        {
            return null;
        }

        return value == Math.Truncate(value)
            ? (int)value
            : Fail<int>(node, $"`{what}` is {Shown(node)}; a whole number was expected.");
    }

    /// <summary>A fraction above 0 (or from 0) up to a most, written in % or bps.</summary>
    public double? Ratio(FileNode node, string what, double most, bool mayBeZero = false)
    {
        if (Value(node, what, "a ratio such as 2% or 5 bps") is not { } value)
        {
            return null;
        }

        if (value.Unit == ValueUnit.None)
        {
            return Fail<double>(node, BareRatio(node, what, value.Number));
        }

        if (value.Unit != ValueUnit.Ratio)
        {
            return Fail<double>(node, $"`{what}` is {Shown(node)}; a ratio such as 2% or 5 bps was expected.");
        }

        return InRange(node, what, value.Number, most, mayBeZero);
    }

    /// <summary>A fraction of the price or a multiple of the average true range, above 0.</summary>
    public Distance? Distance(FileNode node, string what, double mostRatio)
    {
        if (Value(node, what, "a distance such as 2% or 2 atr") is not { } value)
        {
            return null;
        }

        switch (value.Unit)
        {
            case ValueUnit.Atr when value.Number is > 0 and <= 1000:
                return new Distance.Atr(value.Number);
            case ValueUnit.Atr:
                Fail<int>(node, $"`{what}` is {Shown(node)}; above 0 and up to 1000 atr was expected.");
                return null;
            case ValueUnit.Ratio:
                return InRange(node, what, value.Number, mostRatio, false) is { } ratio ? new Distance.Ratio(ratio) : null;
            case ValueUnit.None:
                Fail<int>(node, BareRatio(node, what, value.Number) + " Or a number of `atr`, as in 2 atr.");
                return null;
            default:
                Fail<int>(node, $"`{what}` is {Shown(node)}; a distance such as 2% or 2 atr was expected.");
                return null;
        }
    }

    /// <summary>A length of time, or a number of bars, above 0.</summary>
    public TimeSpanOrBars? Length(FileNode node, string what)
    {
        const string expected = "a length such as 90s, 4h, 3d or 10 bars";
        if (Value(node, what, expected) is not { } value)
        {
            return null;
        }

        const double mostMillis = 100 * 366.0 * Instant.MillisPerDay;
        bool isTime = value.Unit == ValueUnit.Time && value.Number is >= 1 and <= mostMillis;
        bool isBars = value.Unit == ValueUnit.Bars && value.Number is >= 1 and <= 1_000_000_000;
        if (!isTime && !isBars)
        {
            Fail<int>(node, $"`{what}` is {Shown(node)}; {expected} was expected.");
            return null;
        }

        return isTime ? new TimeSpanOrBars.Time((long)value.Number) : new TimeSpanOrBars.Bars((int)value.Number);
    }

    /// <summary>A number of bars, written <c>4 bars</c>.</summary>
    public int? Bars(FileNode node, string what, int least = 1)
    {
        if (Value(node, what, "a number of bars such as 4 bars") is not { } value)
        {
            return null;
        }

        return value.Unit == ValueUnit.Bars && value.Number >= least && value.Number <= 1_000_000_000
            ? (int)value.Number
            : Fail<int>(node, $"`{what}` is {Shown(node)}; a number of bars such as 4 bars was expected.");
    }

    /// <summary>The length of a candle.</summary>
    public Timeframe? Timeframe(FileNode node, string what)
    {
        if (Value(node, what, "a timeframe such as 15m") is not { } value)
        {
            return null;
        }

        return value.Unit == ValueUnit.Time && Market.Timeframe.TryFromMillis((long)value.Number, out Timeframe timeframe)
            ? timeframe
            : Fail<Timeframe>(node, $"`{what}` is {Shown(node)}; a timeframe that divides a day, such as 15m, 4h, 1d, or 1w was expected.");
    }

    /// <summary>One of a few words.</summary>
    public string? OneOf(FileNode node, string what, params ReadOnlySpan<string> words)
    {
        if (Text(node, what, StrategyLimits.NameLength) is not { } text)
        {
            return null;
        }

        foreach (string word in words)
        {
            if (word == text)
            {
                return word;
            }
        }

        string[] known = words.ToArray();
        Problems.Add(node.At, $"`{what}` is `{YamlTree.Shorten(text)}`; one of {string.Join(", ", known)} was expected."
            + NearestName.Hint(text, known));
        return null;
    }

    /// <summary>A text that says something, of bounded length.</summary>
    public string? Text(FileNode node, string what, int longest)
    {
        if (node is not FileNode.Scalar { IsMissing: false } scalar)
        {
            Problems.Add(node.At, $"`{what}` is {node.Kind}; a text was expected.");
            return null;
        }

        if (scalar.Text.Length > longest || scalar.Text.Any(char.IsControl) && longest <= StrategyLimits.NameLength)
        {
            Problems.Add(node.At, $"`{what}` has {scalar.Text.Length} characters; at most {longest} on one line were expected.");
            return null;
        }

        return scalar.Text;
    }

    /// <summary>A value with its unit, <c>$parameter</c> resolved; null with a problem.</summary>
    public Literal? Value(FileNode node, string what, string expected)
    {
        if (node is not FileNode.Scalar { IsMissing: false } scalar)
        {
            return Fail<Literal>(node, $"`{what}` is {node.Kind}; {expected} was expected.");
        }

        string text = scalar.Text.Trim();
        if (text.StartsWith('$'))
        {
            int end = 1;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
            {
                end++;
            }

            Literal? value = Parameters.Use(text[1..end], node.At, Problems);
            if (value is null || end == text.Length)
            {
                return value;
            }

            // "$stop atr" gives a bare parameter its unit.
            text = value.Value.Unit == ValueUnit.None
                ? DecimalNumber.Of(value.Value.Number).ToText() + text[end..]
                : text;
        }

        return Literal.TryParse(text, out Literal literal)
            ? literal
            : Fail<Literal>(node, $"`{what}` is {Shown(node)}; {expected} was expected.");
    }

    private double? InRange(FileNode node, string what, double value, double most, bool mayBeZero)
    {
        bool isInRange = value <= most && (mayBeZero ? value >= 0 : value > 0);
        string from = mayBeZero ? "from 0%" : "above 0%";
        return isInRange
            ? value
            : Fail<double>(node, $"`{what}` is {Shown(node)}; {from} to {new Literal(most, ValueUnit.Ratio).ToText()} was expected.");
    }

    private static string BareRatio(FileNode node, string what, double number)
    {
        DecimalNumber value = DecimalNumber.Of(number);
        return $"`{what}` is {Shown(node)} without a unit; a ratio was expected: {value.ToText()}% or, as a fraction, "
            + $"{value.Shift(2).ToText()}%.";
    }

    private T? Fail<T>(FileNode node, string message)
        where T : struct
    {
        Problems.Add(node.At, message);
        return null;
    }

    private static string Shown(FileNode node) =>
        node is FileNode.Scalar scalar ? $"`{YamlTree.Shorten(scalar.Text)}`" : node.Kind;

    private static string Plain(double value) => DecimalNumber.Of(value).ToText();
}
