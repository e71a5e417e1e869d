using Neurotrade.Core.Market;

namespace Neurotrade.Core.Strategies.Evaluation;

/// <summary>The columns that a rule about the position reads at any bar; safe to read from many threads.</summary>
internal sealed class KeptColumns(IReadOnlyList<Operand> numberOperands, IReadOnlyList<int> truthSteps, int rows)
{
    private readonly double[][] numbers = [.. numberOperands.Select(_ => new double[rows])];
    private readonly byte[][] truths = [.. truthSteps.Select(_ => new byte[rows])];

    /// <summary>Keeps a block that has just run.</summary>
    public void Take(RuleRun run, int from, int count)
    {
        for (int i = 0; i < numbers.Length; i++)
        {
            run.Numbers(numberOperands[i]).CopyTo(numbers[i].AsSpan(from, count));
        }

        for (int i = 0; i < truths.Length; i++)
        {
            run.Truths(truthSteps[i]).CopyTo(truths[i].AsSpan(from, count));
        }
    }

    /// <summary>The same of the bit form.</summary>
    public void Take(BitRun run, int from, int count)
    {
        for (int i = 0; i < numbers.Length; i++)
        {
            run.Numbers(numberOperands[i]).CopyTo(numbers[i].AsSpan(from, count));
        }

        for (int i = 0; i < truths.Length; i++)
        {
            run.Truths(truthSteps[i]).CopyTo(truths[i].AsSpan(from, count));
        }
    }

    /// <summary>The exit rule of a program that asks about the position, over these columns.</summary>
    public Func<int, PositionFacts, Truth> AskOf(RuleProgram program, CandleSeries candles) =>
        (bar, facts) => ResidualEvaluation.Condition(
            program.ExitResidual!, new ResidualPlace(this, bar, bar, candles.Closes[bar], facts));

    /// <summary>A kept number.</summary>
    public double Number(int index, int row) => numbers[index][row];

    /// <summary>A kept condition.</summary>
    public Truth Condition(int index, int row) => (Truth)truths[index][row];
}
