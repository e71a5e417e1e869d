using Neurotrade.Core.Features;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Strategies.Evaluation;

/// <summary>
/// Steps over bars, a block at a time, with the memory that the steps need. A backtest runs blocks of a thousand bars, a
/// live session blocks of one: the same code, so the same values.
/// </summary>
internal sealed class RuleRun
{
    private readonly RuleStep[] steps;
    private readonly BarSource source;
    private readonly StepBuffer<double>?[] numbers;
    private readonly StepBuffer<byte>?[] truths;
    private readonly WindowState?[] windows;

    /// <summary>A run from the first bar; <paramref name="extraLags"/> are operands that a caller will ask for.</summary>
    public RuleRun(IReadOnlyList<RuleStep> steps, BarSource source, int block, params ReadOnlySpan<Operand> extraLags)
    {
        this.steps = [.. steps];
        this.source = source;
        int[] history = History(steps, extraLags);
        numbers = new StepBuffer<double>?[history.Length];
        truths = new StepBuffer<byte>?[history.Length];
        windows = new WindowState?[history.Length];
        for (int i = 0; i < history.Length; i++)
        {
            RuleStep step = this.steps[i];
            if (step.IsCondition)
            {
                truths[i] = new StepBuffer<byte>(history[i], block, (byte)Truth.Unknown);
            }
            else
            {
                numbers[i] = new StepBuffer<double>(history[i], block, double.NaN);
            }

            windows[i] = WindowOf(step);
        }
    }

    /// <summary>How many past values the steps keep in all; what a live session holds in memory.</summary>
    public static long HistoryValues(IReadOnlyList<RuleStep> steps, params ReadOnlySpan<Operand> extraLags)
    {
        long values = History(steps, extraLags).Sum(h => (long)h);
        return values + steps.Sum(s => s.Operation is RuleOperation.Highest or RuleOperation.Lowest ? 2L * s.Argument : 0);
    }

    /// <summary>Runs the next bars; blocks follow one another from bar 0.</summary>
    public void Run(int bar, int count)
    {
        for (int i = 0; i < steps.Length; i++)
        {
            if (steps[i].IsCondition)
            {
                RunCondition(steps[i], windows[i], truths[i]!.Next(count));
            }
            else
            {
                RunNumber(steps[i], windows[i], bar, numbers[i]!.Next(count));
            }
        }
    }

    /// <summary>A number step's values over the current block.</summary>
    public ReadOnlySpan<double> Numbers(Operand operand) => numbers[operand.Step]!.Ago(operand.Lag);

    /// <summary>A condition step's truths over the current block, as bytes of <see cref="Truth"/>.</summary>
    public ReadOnlySpan<byte> Truths(int step) => truths[step]!.Ago(0);

    /// <summary>What a step keeps from bar to bar; null where nothing.</summary>
    internal static WindowState? WindowOf(in RuleStep step) => step.Operation switch
    {
        RuleOperation.Highest or RuleOperation.Lowest =>
            new ExtremeWindow(step.Argument, step.Operation == RuleOperation.Highest),
        RuleOperation.Within => new WithinWindow(step.Argument),
        RuleOperation.BarsSince => new SinceWindow(),
        _ => null,
    };

    private void RunNumber(in RuleStep step, WindowState? window, int bar, Span<double> into)
    {
        switch (step.Operation)
        {
            case RuleOperation.Constant:
                into.Fill(step.Number);
                break;
            case RuleOperation.Field:
                RuleKernels.Field((CandleField)step.Argument, source.Candles(bar, into.Length), into);
                break;
            case RuleOperation.Clock:
                RuleKernels.Clock((ClockField)step.Argument, source.Candles(bar, into.Length).Times, into);
                break;
            case RuleOperation.Indicator:
                KnownValues.Copy(source.Indicator(step.Argument, step.Output, bar, into.Length), into);
                break;
            case RuleOperation.Negate:
                RuleKernels.Negate(Numbers(step.Left), into);
                break;
            case RuleOperation.Abs:
                RuleKernels.Abs(Numbers(step.Left), into);
                break;
            case RuleOperation.Highest or RuleOperation.Lowest:
                ((ExtremeWindow)window!).Run(Numbers(step.Left), into);
                break;
            case RuleOperation.BarsSince:
                ((SinceWindow)window!).Run(Truths(step.Left.Step), into);
                break;
            default:
                RuleKernels.Arithmetic(step.Operation, Numbers(step.Left), Numbers(step.Right), into);
                break;
        }
    }

    private void RunCondition(in RuleStep step, WindowState? window, Span<byte> into)
    {
        switch (step.Operation)
        {
            case RuleOperation.Not:
                RuleKernels.Not(Truths(step.Left.Step), into);
                break;
            case RuleOperation.And:
                RuleKernels.And(Truths(step.Left.Step), Truths(step.Right.Step), into);
                break;
            case RuleOperation.Or:
                RuleKernels.Or(Truths(step.Left.Step), Truths(step.Right.Step), into);
                break;
            case RuleOperation.Within:
                ((WithinWindow)window!).Run(Truths(step.Left.Step), into);
                break;
            default:
                RuleKernels.Compare(step.Operation, Numbers(step.Left), Numbers(step.Right), into);
                break;
        }
    }

    internal static int[] History(IReadOnlyList<RuleStep> steps, ReadOnlySpan<Operand> extraLags)
    {
        int[] history = new int[steps.Count];
        foreach (RuleStep step in steps)
        {
            Keep(history, step.Left);
            Keep(history, step.Right);
        }

        foreach (Operand operand in extraLags)
        {
            Keep(history, operand);
        }

        return history;
    }

    private static void Keep(int[] history, Operand operand)
    {
        if (operand != Operand.None)
        {
            Guard.That(operand.Lag >= 0);
            history[operand.Step] = Math.Max(history[operand.Step], operand.Lag);
        }
    }
}
