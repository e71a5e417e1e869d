namespace Neurotrade.Core.Strategies.Evaluation;

/// <summary>Which side of each condition anybody reads: rules act on true alone, so false is often nobody's business.</summary>
internal static class BitDemand
{
    /// <summary>For each step, whether its true and its false bars are read.</summary>
    /// <param name="program">The rules.</param>
    /// <param name="hasTags">Whether tags are asked for, which tell false from unknown.</param>
    public static (bool True, bool False)[] Of(RuleProgram program, bool hasTags)
    {
        (bool True, bool False)[] reads = new (bool, bool)[program.Steps.Length];
        Read(reads, program.EntryStep, true, false);
        Read(reads, program.ExitStep, true, false);
        foreach (int step in program.KeptTruths.Concat((hasTags ? program.Tags?.Steps() : null) ?? []))
        {
            Read(reads, step, true, true);
        }

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
            }
        }

        return reads;
    }

    private static void Read((bool True, bool False)[] reads, int step, bool isTrue, bool isFalse)
    {
        if (step >= 0)
        {
            reads[step] = (reads[step].True | isTrue, reads[step].False | isFalse);
        }
    }
}
