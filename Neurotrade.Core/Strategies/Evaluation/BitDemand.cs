namespace Neurotrade.Core.Strategies.Evaluation;

/// <summary>Which side of each comparison anybody reads: rules act on true alone, so false is often nobody's business.</summary>
internal static class BitDemand
{
    /// <summary>For each comparison, whether its true and its false bars are read.</summary>
    /// <param name="program">The rules.</param>
    /// <param name="hasTags">Whether tags are asked for, which tell false from unknown.</param>
    /// <param name="compareOf">The comparison of each step; -1 for none.</param>
    /// <param name="compares">How many comparisons there are.</param>
    public static (bool[] IsTrueRead, bool[] IsFalseRead) Of(
        RuleProgram program, bool hasTags, int[] compareOf, int compares)
    {
        (bool True, bool False)[] reads = new (bool, bool)[program.Steps.Length];
        Read(reads, program.EntryStep, true, false);
        Read(reads, program.ExitStep, true, false);
        foreach (int step in program.KeptTruths.Concat((hasTags ? program.Tags?.Steps() : null) ?? []))
        {
            Read(reads, step, true, true);
        }

        (bool[] isTrueRead, bool[] isFalseRead) = (new bool[compares], new bool[compares]);
        for (int i = reads.Length - 1; i >= 0; i--)
        {
            RuleStep step = program.Steps[i];
            (bool isTrue, bool isFalse) = reads[i];
            switch (step.Operation)
            {
                case RuleOperation.Not:
                    Read(reads, step.Left.Step, isFalse, isTrue);
                    break;
                case RuleOperation.And or RuleOperation.Or:
                    Read(reads, step.Left.Step, isTrue, isFalse);
                    Read(reads, step.Right.Step, isTrue, isFalse);
                    break;
                case RuleOperation.Within:
                    Read(reads, step.Left.Step, isTrue, isFalse);
                    break;
                case RuleOperation.BarsSince:
                    Read(reads, step.Left.Step, true, true);
                    break;
                case var _ when compareOf[i] is >= 0 and int compare:
                    bool isTurned = BitCompare.Of(step).IsTurned;
                    isTrueRead[compare] |= isTurned ? isFalse : isTrue;
                    isFalseRead[compare] |= isTurned ? isTrue : isFalse;
                    break;
            }
        }

        return (isTrueRead, isFalseRead);
    }

    private static void Read((bool True, bool False)[] reads, int step, bool isTrue, bool isFalse)
    {
        if (step >= 0)
        {
            reads[step] = (reads[step].True | isTrue, reads[step].False | isFalse);
        }
    }
}
