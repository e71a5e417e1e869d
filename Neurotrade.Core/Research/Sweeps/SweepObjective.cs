using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies;
using Neurotrade.Core.Strategies.Language;

namespace Neurotrade.Core.Research.Sweeps;

/// <summary>
/// What a sweep sorts by: a figure of contracts 5.1 or an expression of them in the rule language's words, such as
/// <c>sharpe - 2 * max_drawdown</c>. Highest is best; missing where anything in it is.
/// </summary>
public sealed class SweepObjective
{
    /// <summary>What sweeps sort by unless told.</summary>
    public const string Usual = "sharpe";

    private readonly Syntax whole;

    private SweepObjective(string text, Syntax whole, int minTrades) =>
        (Text, this.whole, MinTrades) = (text, whole, minTrades);

    /// <summary>As the person wrote it.</summary>
    public string Text { get; }

    /// <summary>Runs with fewer closed trades have no objective.</summary>
    public int MinTrades { get; }

    /// <summary>The same for runs of however few trades.</summary>
    public SweepObjective OfAnyTrades => new(Text, whole, 0);

    /// <summary>Reads an objective; every problem is of <c>--objective</c>, its column from 1.</summary>
    public static SweepObjective Parse(string text, int minTrades)
    {
        try
        {
            Syntax whole = ExpressionParser.Parse(text);
            List<Problem> problems = [];
            Check(whole, problems);
            return problems.Count == 0 ? new SweepObjective(text, whole, minTrades) : throw new InputException(problems);
        }
        catch (ExpressionException wrong)
        {
            throw new InputException(new Problem("--objective", 1, wrong.Offset + 1, wrong.Message));
        }
    }

    /// <summary>The objective of a row of <see cref="RunFigures"/>; NaN where it is missing.</summary>
    public double Of(ReadOnlySpan<double> figures)
    {
        double score = figures[RunFigures.Trades] < MinTrades ? double.NaN : Value(whole, figures);

        // Minus zero is zero, here as in the files.
        return double.IsFinite(score) ? score + 0.0 : double.NaN;
    }

    private static void Check(Syntax part, List<Problem> problems)
    {
        switch (part)
        {
            case Syntax.Number { Unit: ValueUnit.None or ValueUnit.Ratio }:
                return;
            case Syntax.Name name when RunFigures.IndexOf(name.Text) is >= 0 and int figure && !RunFigures.IsTime(figure):
                return;
            case Syntax.Name name:
                problems.Add(At(name, $"'{name.Text}' is no figure of a run.{NearestName.Hint(name.Text, RunFigures.Names)}"));
                return;
            case Syntax.Unary { Operator: UnaryOperator.Negate } minus:
                Check(minus.Operand, problems);
                return;
            case Syntax.Binary { Operator: >= BinaryOperator.Add } binary:
                Check(binary.Left, problems);
                Check(binary.Right, problems);
                return;
            case Syntax.Call { Function: "abs", Arguments.Length: 1 } or Syntax.Call { Function: "min" or "max", Arguments.Length: 2 }:
                foreach (Syntax argument in ((Syntax.Call)part).Arguments)
                {
                    Check(argument, problems);
                }

                return;
            default:
                problems.Add(At(part, "expected figures, numbers, + - * /, abs(a), min(a, b), max(a, b)"));
                return;
        }
    }

    private static Problem At(Syntax part, string message) => new("--objective", 1, part.Start + 1, message);

    private static double Value(Syntax part, ReadOnlySpan<double> figures) => part switch
    {
        Syntax.Number number => number.Value,
        Syntax.Name name => figures[RunFigures.IndexOf(name.Text)],
        Syntax.Unary minus => -Value(minus.Operand, figures),
        Syntax.Binary binary => Combined(binary.Operator, Value(binary.Left, figures), Value(binary.Right, figures)),
        Syntax.Call { Function: "abs" } call => Math.Abs(Value(call.Arguments[0], figures)),
        Syntax.Call { Function: "min" } call => Math.Min(Value(call.Arguments[0], figures), Value(call.Arguments[1], figures)),
        Syntax.Call call => Math.Max(Value(call.Arguments[0], figures), Value(call.Arguments[1], figures)),
        _ => throw new BrokenPromiseException(nameof(Syntax)),
    };

    // What is not finite is missing and stays so, as in rules (contracts 3).
    private static double Combined(BinaryOperator op, double a, double b)
    {
        double value = op switch
        {
            BinaryOperator.Add => a + b,
            BinaryOperator.Subtract => a - b,
            BinaryOperator.Multiply => a * b,
            _ => a / b,
        };
        return double.IsFinite(value) ? value : double.NaN;
    }
}
