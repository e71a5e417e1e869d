namespace Neurotrade.Core.Strategies.Evaluation;

/// <summary>The columns that an exit rule about the position reads at any bar.</summary>
internal sealed class KeptColumns
{
    private readonly RuleProgram program;
    private readonly double[][] numbers;
    private readonly byte[][] truths;

    /// <summary>Room for every bar.</summary>
    public KeptColumns(RuleProgram program, int bars)
    {
        this.program = program;
        numbers = [.. program.KeptNumbers.Select(_ => new double[bars])];
        truths = [.. program.KeptTruths.Select(_ => new byte[bars])];
    }

    /// <summary>Keeps a block that has just run.</summary>
    public void Take(RuleRun run, int from, int count)
    {
        for (int i = 0; i < numbers.Length; i++)
        {
            run.Numbers(program.KeptNumbers[i]).CopyTo(numbers[i].AsSpan(from, count));
        }

        for (int i = 0; i < truths.Length; i++)
        {
            run.Truths(program.KeptTruths[i]).CopyTo(truths[i].AsSpan(from, count));
        }
    }

    /// <summary>Whether the exit rule is true for a position, at a bar whose values are kept at a row.</summary>
    public Truth Exit(int row, int bar, double close, in PositionFacts facts) =>
        ResidualEvaluation.Condition(program.ExitResidual!, new ResidualPlace(this, row, bar, close, facts));

    /// <summary>A kept number.</summary>
    public double Number(int index, int row) => numbers[index][row];

    /// <summary>A kept condition.</summary>
    public Truth Condition(int index, int row) => (Truth)truths[index][row];
}
