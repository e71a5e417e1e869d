using System.Globalization;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies;
using Neurotrade.Core.Strategies.Evaluation;

namespace Neurotrade.Core.Adapters.OpenCl;

/// <summary>
/// Writes a compiled rule program as the text of a kernel, a line a step: what <see cref="RuleRun"/> does with blocks of
/// bars, at one bar. Truth is 0 false, 1 unknown, 2 true. Steps that only tags read are left out.
/// </summary>
internal sealed class RuleText
{
    private readonly RuleProgram program;
    private readonly KernelDraft draft;
    private readonly bool[] isRead;
    private readonly int[] history;
    private readonly Dictionary<int, int> ringOf = [];

    private RuleText(RuleProgram program, KernelDraft draft)
    {
        (this.program, this.draft) = (program, draft);
        isRead = ReadSteps(program);
        history = new int[program.Steps.Length];
        for (int i = 0; i < history.Length; i++)
        {
            if (isRead[i])
            {
                Keep(program.Steps[i].Left);
                Keep(program.Steps[i].Right);
            }
        }

        foreach (Operand kept in program.KeptNumbers)
        {
            Keep(kept);
        }
    }

    /// <summary>Writes the rules: <c>enters</c> and <c>exits</c> at each bar, and what a position asks.</summary>
    public static void Write(RuleProgram program, KernelDraft draft)
    {
        RuleText text = new(program, draft);
        for (int i = 0; i < program.Steps.Length; i++)
        {
            if (text.isRead[i])
            {
                text.Write(i);
            }
        }

        text.Line($"const int enters = v{program.EntryStep};");
        text.Line(program.ExitStep < 0 ? "int exits = 0;" : $"const int exits = v{program.ExitStep};");
        draft.Leaves = "            w.leaves = "
            + (program.ExitResidual is { } rule ? $"{text.Truth(rule)} == 2" : "exits == 2") + ";\n";
    }

    private static bool[] ReadSteps(RuleProgram program)
    {
        bool[] isRead = new bool[program.Steps.Length];
        int[] asked =
        [
            program.EntryStep, program.ExitStep, .. program.KeptTruths, .. program.KeptNumbers.Select(one => one.Step),
        ];
        foreach (int step in asked)
        {
            if (step >= 0)
            {
                isRead[step] = true;
            }
        }

        // Each step stands behind those that it reads.
        for (int i = isRead.Length - 1; i >= 0; i--)
        {
            foreach (Operand read in (Operand[])[program.Steps[i].Left, program.Steps[i].Right])
            {
                if (isRead[i] && read != Operand.None)
                {
                    isRead[read.Step] = true;
                }
            }
        }

        return isRead;
    }

    private void Keep(Operand operand)
    {
        if (operand != Operand.None)
        {
            history[operand.Step] = Math.Max(history[operand.Step], operand.Lag);
        }
    }

    private void Write(int at)
    {
        RuleStep step = program.Steps[at];
        switch (step.Operation)
        {
            case RuleOperation.Highest or RuleOperation.Lowest:
                WriteWindow(at, step);
                break;
            case RuleOperation.Within:
                WriteWithin(at, step);
                break;
            case RuleOperation.BarsSince:
                string since = Memory(at, "since", -1);
                Line($"w.{since} = {Condition(step.Left)} == 2 ? bar : w.{since};");
                Line($"const real v{at} = w.{since} < 0 ? MISSING : (real)(bar - w.{since});");
                break;
            default:
                Line($"const {(step.IsCondition ? "int" : "real")} v{at} = {Value(step)};");
                break;
        }

        if (!step.IsCondition && history[at] > 0 && !LiesInColumns(step) && step.Operation != RuleOperation.Constant)
        {
            ringOf.Add(at, draft.Rings.Count);
            Line($"rings[RING_AT({draft.Rings.Count}, bar)] = v{at};");
            draft.Rings.Add(new KernelRing(history[at] + 1, false));
        }
    }

    private string Value(in RuleStep step) => step.Operation switch
    {
        RuleOperation.Constant => draft.Real(step.Number),
        RuleOperation.Field when RuleKernels.IsOwn((CandleField)step.Argument) => draft.Field(step.Argument, 0),
        RuleOperation.Field or RuleOperation.Clock or RuleOperation.Indicator => draft.Column(ColumnOf(step), 0),
        RuleOperation.Negate => $"-{Number(step.Left)}",
        RuleOperation.Abs => $"fabs({Number(step.Left)})",
        RuleOperation.Add or RuleOperation.Subtract or RuleOperation.Multiply or RuleOperation.Divide
            or RuleOperation.Min or RuleOperation.Max => Arithmetic(step.Operation, Number(step.Left), Number(step.Right)),
        RuleOperation.Not => $"2 - {Condition(step.Left)}",
        RuleOperation.And => $"min({Condition(step.Left)}, {Condition(step.Right)})",
        RuleOperation.Or => $"max({Condition(step.Left)}, {Condition(step.Right)})",
        _ => Compare(step.Operation, Number(step.Left), Number(step.Right)),
    };

    private static string Arithmetic(RuleOperation operation, string a, string b) => operation switch
    {
        RuleOperation.Add => $"KNOWN({a} + {b})",
        RuleOperation.Subtract => $"KNOWN({a} - {b})",
        RuleOperation.Multiply => $"KNOWN({a} * {b})",
        RuleOperation.Divide => $"KNOWN({a} / {b})",
        RuleOperation.Min => $"least({a}, {b})",
        _ => $"most({a}, {b})",
    };

    private static string Compare(RuleOperation operation, string a, string b) => operation switch
    {
        RuleOperation.Less => $"LESS({a}, {b})",
        RuleOperation.LessOrEqual => $"(2 - GREATER({a}, {b}))",
        RuleOperation.Greater => $"GREATER({a}, {b})",
        RuleOperation.GreaterOrEqual => $"(2 - LESS({a}, {b}))",
        RuleOperation.Equal => $"SAME({a}, {b})",
        _ => $"(2 - SAME({a}, {b}))",
    };

    // As ExtremeWindow: only values that can still become the extreme are kept.
    private void WriteWindow(int at, in RuleStep step)
    {
        int ring = draft.Rings.Count;
        draft.Rings.Add(new KernelRing(step.Argument, true));
        string bars = draft.Integer(step.Argument);
        (string head, string held, string missing) = (Memory(at, "head", 0), Memory(at, "held", 0), Memory(at, "missing", -1));
        string beats = step.Operation == RuleOperation.Highest ? "<=" : ">=";
        Line($"real v{at} = MISSING;");
        Line("{");
        Line($"    const real value = {Number(step.Left)};");
        Line("    if (isnan(value)) {");
        Line($"        w.{missing} = bar;");
        Line($"        w.{held} = 0;");
        Line("    } else {");
        Line($"        if (w.{held} > 0 && ringBars[SLOT({ring}, w.{head})] <= bar - {bars}) {{");
        Line($"            w.{head} = w.{head} + 1 == {bars} ? 0 : w.{head} + 1;");
        Line($"            w.{held}--;");
        Line("        }");
        Line($"        int slot = w.{head} + w.{held};");
        Line($"        while (w.{held} > 0) {{");
        Line($"            const int last = slot - 1 < {bars} ? slot - 1 : slot - 1 - {bars};");
        Line($"            if (!(rings[SLOT({ring}, last)] {beats} value)) break;");
        Line("            slot--;");
        Line($"            w.{held}--;");
        Line("        }");
        Line($"        slot = slot < {bars} ? slot : slot - {bars};");
        Line($"        rings[SLOT({ring}, slot)] = value;");
        Line($"        ringBars[SLOT({ring}, slot)] = bar;");
        Line($"        w.{held}++;");
        Line($"        v{at} = bar - w.{missing} >= {bars} ? rings[SLOT({ring}, w.{head})] : MISSING;");
        Line("    }");
        Line("}");
    }

    private void WriteWithin(int at, in RuleStep step)
    {
        string bars = draft.Integer(step.Argument);
        string lastTrue = Memory(at, "yes", int.MinValue / 2);
        string lastUnknown = Memory(at, "unknown", -1);
        Line($"w.{lastTrue} = {Condition(step.Left)} == 2 ? bar : w.{lastTrue};");
        Line($"w.{lastUnknown} = {Condition(step.Left)} == 1 ? bar : w.{lastUnknown};");
        Line($"const int v{at} = bar - w.{lastTrue} < {bars} ? 2 : bar - w.{lastUnknown} < {bars} ? 1 : 0;");
    }

    // A value so many bars ago lies in a column, or in the ring of its step.
    private string Number(Operand operand)
    {
        RuleStep step = program.Steps[operand.Step];
        return operand.Lag == 0 ? $"v{operand.Step}"
            : step.Operation == RuleOperation.Constant ? $"(bar < {draft.Lag(operand.Lag)} ? MISSING : v{operand.Step})"
            : step.Operation == RuleOperation.Field && RuleKernels.IsOwn((CandleField)step.Argument)
                ? draft.Field(step.Argument, operand.Lag)
            : LiesInColumns(step) ? draft.Column(ColumnOf(step), operand.Lag)
            : $"RING({ringOf[operand.Step]}, {draft.Lag(operand.Lag)})";
    }

    private static string Condition(Operand operand) => $"v{operand.Step}";

    private string Truth(ResidualRule rule) => rule switch
    {
        ResidualRule.KeptTruth kept => $"v{program.KeptTruths[kept.Index]}",
        ResidualRule.Unary not => $"(2 - {Truth(not.Operand)})",
        ResidualRule.Binary { Operation: RuleOperation.And } and => $"min({Truth(and.Left)}, {Truth(and.Right)})",
        ResidualRule.Binary { Operation: RuleOperation.Or } or => $"max({Truth(or.Left)}, {Truth(or.Right)})",
        ResidualRule.Binary compare => $"({Compare(compare.Operation, Number(compare.Left), Number(compare.Right))})",
        _ => throw new BrokenPromiseException(nameof(ResidualRule)),
    };

    private string Number(ResidualRule rule) => rule switch
    {
        ResidualRule.KeptNumber kept => Number(program.KeptNumbers[kept.Index]),
        ResidualRule.Position { Which: PositionField.Pnl } => "KNOWN((close - w.entryPrice) / w.entryPrice)",
        ResidualRule.Position { Which: PositionField.Bars } => "((real)(bar - w.entryBar))",
        ResidualRule.Position => "KNOWN(w.entryPrice)",
        ResidualRule.Unary { Operation: RuleOperation.Negate } sign => $"(-{Number(sign.Operand)})",
        ResidualRule.Unary unary => $"fabs({Number(unary.Operand)})",
        ResidualRule.Binary both => Arithmetic(both.Operation, Number(both.Left), Number(both.Right)),
        _ => throw new BrokenPromiseException(nameof(ResidualRule)),
    };

    private static bool LiesInColumns(in RuleStep step) =>
        step.Operation is RuleOperation.Field or RuleOperation.Clock or RuleOperation.Indicator;

    private static KernelColumn ColumnOf(in RuleStep step) => new(step.Operation, step.Argument, step.Output);

    private string Memory(int step, string what, int start)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"{what}{step}");
        draft.Memory.Add((name, start));
        return name;
    }

    private void Line(string text) => draft.Rules.Append("        ").Append(text).Append('\n');
}
