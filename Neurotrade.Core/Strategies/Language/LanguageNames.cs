using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Neurotrade.Core.Strategies.Language;

/// <summary>What a function takes, for the binder, the printer, the schema and the documentation.</summary>
/// <param name="Name">As rules write it.</param>
/// <param name="Function">Which function.</param>
/// <param name="Values">How many values it takes before its window.</param>
/// <param name="TakesConditions">Whether those are conditions instead of numbers.</param>
/// <param name="HasWindow">Whether a number of bars comes last.</param>
/// <param name="GivesCondition">Whether the result is a condition.</param>
/// <param name="LooksBack">Whether it asks about earlier bars, so that <c>position.*</c> has no place in it.</param>
internal sealed record FunctionShape(
    string Name,
    RuleFunction Function,
    int Values,
    bool TakesConditions,
    bool HasWindow,
    bool GivesCondition,
    bool LooksBack)
{
    /// <summary>How it is called: <c>rising(x, n)</c>.</summary>
    public string Signature
    {
        get
        {
            string values = (Values, TakesConditions) switch
            {
                (2, _) => "a, b",
                (_, true) => "cond",
                _ => "x",
            };
            return $"{Name}({values}{(HasWindow ? ", n" : string.Empty)})";
        }
    }
}

/// <summary>The words that the rule language knows by itself.</summary>
internal static class LanguageNames
{
    public static ImmutableArray<FunctionShape> Functions { get; } =
    [
        new("crosses_above", RuleFunction.CrossesAbove, 2, false, false, true, true),
        new("crosses_below", RuleFunction.CrossesBelow, 2, false, false, true, true),
        new("rising", RuleFunction.Rising, 1, false, true, true, true),
        new("falling", RuleFunction.Falling, 1, false, true, true, true),
        new("highest", RuleFunction.Highest, 1, false, true, false, true),
        new("lowest", RuleFunction.Lowest, 1, false, true, false, true),
        new("within", RuleFunction.Within, 1, true, true, true, true),
        new("change", RuleFunction.Change, 1, false, true, false, true),
        new("abs", RuleFunction.Abs, 1, false, false, false, false),
        new("min", RuleFunction.Min, 2, false, false, false, false),
        new("max", RuleFunction.Max, 2, false, false, false, false),
        new("bars_since", RuleFunction.BarsSince, 1, true, false, false, true),
    ];

    public static ImmutableArray<(string Name, CandleField Field)> Fields { get; } =
    [
        ("open", CandleField.Open), ("high", CandleField.High), ("low", CandleField.Low), ("close", CandleField.Close),
        ("volume", CandleField.Volume), ("hl2", CandleField.Hl2), ("hlc3", CandleField.Hlc3), ("ohlc4", CandleField.Ohlc4),
    ];

    public static ImmutableArray<(string Name, PositionField Field)> PositionFields { get; } =
    [
        ("position.pnl", PositionField.Pnl), ("position.bars", PositionField.Bars),
        ("position.entry_price", PositionField.EntryPrice),
    ];

    public static ImmutableArray<(string Name, ClockField Field)> Clocks { get; } =
        [("hour", ClockField.Hour), ("minute", ClockField.Minute), ("weekday", ClockField.Weekday)];

    public static ImmutableArray<string> BookNames { get; } = ["book.imbalance", "book.spread", "book.top_delta"];

    /// <summary>Words that no indicator instance and no parameter may take, in any case.</summary>
    public static FrozenSet<string> Reserved { get; } = Functions.Select(f => f.Name)
        .Concat(Fields.Select(f => f.Name)).Concat(Clocks.Select(c => c.Name))
        .Concat(["and", "or", "not", "position", "book", "bars", "bar", "bps"])
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The function of that name, in any case, or null.</summary>
    public static FunctionShape? Function(string name) =>
        Functions.FirstOrDefault(f => f.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>What a function takes and gives.</summary>
    public static FunctionShape Shape(RuleFunction function) => Functions.First(f => f.Function == function);

    public static string Name(CandleField field) => Fields.First(f => f.Field == field).Name;

    public static string Name(PositionField field) => PositionFields.First(f => f.Field == field).Name;

    public static string Name(ClockField field) => Clocks.First(c => c.Field == field).Name;

    /// <summary>How an operator is written, and how tightly it binds.</summary>
    public static (string Sign, int Level) Operator(BinaryOperator op) => op switch
    {
        BinaryOperator.Or => ("or", 1),
        BinaryOperator.And => ("and", 2),
        BinaryOperator.Less => ("<", 4),
        BinaryOperator.LessOrEqual => ("<=", 4),
        BinaryOperator.Greater => (">", 4),
        BinaryOperator.GreaterOrEqual => (">=", 4),
        BinaryOperator.Equal => ("==", 4),
        BinaryOperator.NotEqual => ("!=", 4),
        BinaryOperator.Add => ("+", 5),
        BinaryOperator.Subtract => ("-", 5),
        BinaryOperator.Multiply => ("*", 6),
        _ => ("/", 6),
    };
}
