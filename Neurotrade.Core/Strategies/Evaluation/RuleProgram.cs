using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Neurotrade.Core.Strategies.Evaluation;

/// <summary>A strategy's rules, compiled once: what a backtest and a live session run.</summary>
internal sealed class RuleProgram
{
    // Combinations of a sweep whose rules name no parameter have one rule between them, and so one program.
    private static readonly ConditionalWeakTable<RuleNode, RuleProgram> Known = [];

    private readonly RuleNode? compiledExit;

    private RuleProgram(Strategy strategy)
    {
        compiledExit = strategy.Exit;
        RuleCompiler compiler = new();
        EntryStep = compiler.CompileFlat(strategy.Entry);
        ExitStep = strategy.Exit is { } exit ? compiler.CompileFlat(exit) : -1;
        Tags = TagTree.Of(strategy.Entry, compiler);
        ResidualCompiler residual = new(compiler);
        ExitResidual = new PositionUse().In(strategy.Exit) ? residual.Compile(strategy.Exit!) : null;
        KeptNumbers = [.. residual.KeptNumbers];
        KeptTruths = [.. residual.KeptTruths];
        Steps = [.. compiler.Steps];
    }

    public ImmutableArray<RuleStep> Steps { get; }

    /// <summary>The step of the entry rule.</summary>
    public int EntryStep { get; }

    /// <summary>The step of the exit rule for somebody who is flat; -1 without one.</summary>
    public int ExitStep { get; }

    /// <summary>What gives an entry its tag, or null where there are no tags.</summary>
    public TagTree? Tags { get; }

    /// <summary>The exit rule for a position, where it asks about one.</summary>
    public ResidualRule? ExitResidual { get; }

    public ImmutableArray<Operand> KeptNumbers { get; }

    public ImmutableArray<int> KeptTruths { get; }

    /// <summary>A strategy's rules compiled; the same program for the same rules.</summary>
    public static RuleProgram Of(Strategy strategy)
    {
        if (Known.TryGetValue(strategy.Entry, out RuleProgram? known) && ReferenceEquals(known.compiledExit, strategy.Exit))
        {
            return known;
        }

        RuleProgram program = new(strategy);
        Known.AddOrUpdate(strategy.Entry, program);
        return program;
    }

    /// <summary>How many past values a run keeps in all.</summary>
    public long HistoryValues => RuleRun.HistoryValues(Steps, KeptNumbers.AsSpan());

    /// <summary>A run over bars from the first.</summary>
    public RuleRun Start(BarSource source, int block) => new(Steps, source, block, KeptNumbers.AsSpan());
}
