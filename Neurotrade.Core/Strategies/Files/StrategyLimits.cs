namespace Neurotrade.Core.Strategies.Files;

/// <summary>How large a strategy may be; each limit is refused with its place (contracts 3).</summary>
public static class StrategyLimits
{
    /// <summary>Blocks and lists inside one another.</summary>
    public const int Nesting = 32;

    /// <summary>YAML events a file.</summary>
    public const int Events = 5_000;

    /// <summary>Characters of one value; an expression of 2,000 parts fits.</summary>
    public const int ScalarLength = 32_768;

    /// <summary>Characters of a name, a key or a tag.</summary>
    public const int NameLength = 64;

    /// <summary>Parts of one expression: values, operators, functions.</summary>
    public const int ExpressionNodes = 2_000;

    /// <summary>Parentheses, functions and signs inside one another.</summary>
    public const int ExpressionNesting = 64;

    /// <summary>Indicators a strategy.</summary>
    public const int Indicators = 200;

    /// <summary>Bars that a rule may look back, lags inside one another added up.</summary>
    public const int LookBackBars = 100_000;

    /// <summary>Values of the past that all rules together may hold, which bounds the memory of a live session.</summary>
    public const int HistoryValues = 2_000_000;

    internal static readonly string NestingMessage =
        $"Blocks and lists lie more than {Nesting} deep inside one another; a strategy file may nest {Nesting} deep.";
}
