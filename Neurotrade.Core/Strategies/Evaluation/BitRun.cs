using Neurotrade.Core.Features;
using Neurotrade.Core.Market;

namespace Neurotrade.Core.Strategies.Evaluation;

/// <summary>
/// <see cref="RuleRun"/> over whole columns: conditions are bit sets, columns are read where they lie, and a comparison
/// is made once for all who ask it, at whatever lag. A property test holds both equal at every bar.
/// </summary>
internal sealed class BitRun
{
    /// <summary>Bars of a block: the columns of one stay in the nearest cache.</summary>
    public const int Block = 2048;

    private readonly RuleStep[] steps;
    private readonly FeatureFrame frame;
    private readonly StepBuffer<double>?[] numbers;
    private readonly BitTruth[] truths;
    private readonly object?[] states;
    private readonly int[] compareOf;
    private readonly BitCompare[] compares;
    private readonly BitTruth[] compared;
    private readonly bool[] isCompared;
    private readonly bool[] wantsTrue;
    private readonly bool[] wantsFalse;
    private readonly double[] leftRoom = new double[Block];
    private readonly double[] rightRoom = new double[Block];
    private readonly byte[] truthRoom = new byte[Block];
    private int from;
    private int count;

    /// <summary>A run from the first bar of a frame; of conditions only what is read is computed.</summary>
    public BitRun(RuleProgram program, FeatureFrame frame, bool hasTags)
    {
        (steps, this.frame) = ([.. program.Steps], frame);
        int[] history = RuleRun.History(steps, program.KeptNumbers.AsSpan());
        numbers = new StepBuffer<double>?[steps.Length];
        truths = new BitTruth[steps.Length];
        states = new object?[steps.Length];
        compareOf = new int[steps.Length];
        List<BitCompare> distinct = [];
        List<BitTruth> rooms = [];
        for (int i = 0; i < steps.Length; i++)
        {
            compareOf[i] = -1;
            if (!steps[i].IsCondition)
            {
                numbers[i] = IsReadInPlace(steps[i]) ? null : new StepBuffer<double>(history[i], Block, double.NaN);
                states[i] = RuleRun.WindowOf(steps[i]);
            }
            else if (IsComparison(steps[i]))
            {
                Compare(i, distinct, rooms);
            }
            else
            {
                truths[i] = steps[i].Operation == RuleOperation.Not ? truths[steps[i].Left.Step].Turned : BitTruth.Room(Block);
                states[i] = steps[i].Operation == RuleOperation.Within ? new BitWithin(steps[i].Argument) : null;
            }
        }

        (compares, compared, isCompared) = ([.. distinct], [.. rooms], new bool[distinct.Count]);
        (wantsTrue, wantsFalse) = BitDemand.Of(program, hasTags, compareOf, compares.Length);
    }

    /// <summary>Runs the next bars; blocks follow one another from bar 0, each whole but the last.</summary>
    public void Run(int bar, int length)
    {
        Guard.That(length <= Block && bar % Block == 0);
        (from, count) = (bar, length);
        isCompared.AsSpan().Clear();
        for (int i = 0; i < steps.Length; i++)
        {
            if (steps[i].IsCondition)
            {
                RunCondition(i);
            }
            else if (numbers[i] is { } buffer)
            {
                RunNumber(steps[i], states[i], buffer.Next(length));
            }
        }
    }

    /// <summary>A condition over the current block.</summary>
    public BitTruth Truths(int step) => truths[step];

    /// <summary>A number over the current block; valid until the next call.</summary>
    public ReadOnlySpan<double> Numbers(Operand operand) => Numbers(operand, leftRoom);

    private void Compare(int step, List<BitCompare> distinct, List<BitTruth> rooms)
    {
        (BitCompare compare, bool isTurned, int shift) = BitCompare.Of(steps[step]);
        int at = distinct.IndexOf(compare);
        if (at < 0)
        {
            at = distinct.Count;
            distinct.Add(compare);
            rooms.Add(BitTruth.Room(Block));
        }

        compareOf[step] = at;
        BitTruth plain = isTurned ? rooms[at].Turned : rooms[at];
        truths[step] = shift == 0 ? plain : BitTruth.Room(Block);
        states[step] = shift == 0 ? null : new ShiftOf(plain, new BitShift(shift));
    }

    private void RunCondition(int i)
    {
        RuleStep step = steps[i];
        if (compareOf[i] is >= 0 and int compare)
        {
            if (!isCompared[compare])
            {
                isCompared[compare] = true;
                RunCompare(compare);
            }

            if (states[i] is ShiftOf shift)
            {
                shift.Shift.Run(shift.From, truths[i], count);
            }

            return;
        }

        switch (step.Operation)
        {
            case RuleOperation.And:
                BitTruth.And(truths[step.Left.Step], truths[step.Right.Step], truths[i]);
                break;
            case RuleOperation.Or:
                BitTruth.Or(truths[step.Left.Step], truths[step.Right.Step], truths[i]);
                break;
            case RuleOperation.Within:
                ((BitWithin)states[i]!).Run(truths[step.Left.Step], truths[i], count);
                break;
        }
    }

    private void RunCompare(int at)
    {
        BitCompare compare = compares[at];
        ReadOnlySpan<double> left = Numbers(compare.Left, leftRoom);
        ReadOnlySpan<double> right = Numbers(compare.Right, rightRoom);
        Span<ulong> isTrue = wantsTrue[at] ? compared[at].IsTrue : [];
        Span<ulong> isFalse = wantsFalse[at] ? compared[at].IsFalse : [];
        if (compare.IsEqual)
        {
            BitLanes.Equal(left, right, isTrue, isFalse);
        }
        else
        {
            BitLanes.Greater(left, right, isTrue, isFalse);
        }
    }

    private void RunNumber(in RuleStep step, object? state, Span<double> into)
    {
        switch (step.Operation)
        {
            case RuleOperation.Highest or RuleOperation.Lowest:
                ((ExtremeWindow)state!).Run(Numbers(step.Left, leftRoom), into);
                break;
            case RuleOperation.BarsSince:
                Span<byte> bytes = truthRoom.AsSpan(0, into.Length);
                truths[step.Left.Step].CopyTo(bytes);
                ((SinceWindow)state!).Run(bytes, into);
                break;
            case RuleOperation.Constant:
                into.Fill(step.Number);
                break;
            case RuleOperation.Field:
                RuleKernels.Field((CandleField)step.Argument, Candles(from, into.Length), into);
                break;
            case RuleOperation.Clock:
                RuleKernels.Clock((ClockField)step.Argument, frame.Candles.Times.Slice(from, into.Length), into);
                break;
            case RuleOperation.Indicator:
                RuleKernels.Known(frame.Column(step.Argument, step.Output).Slice(from, into.Length), into);
                break;
            case RuleOperation.Negate:
                RuleKernels.Negate(Numbers(step.Left, leftRoom), into);
                break;
            case RuleOperation.Abs:
                RuleKernels.Abs(Numbers(step.Left, leftRoom), into);
                break;
            default:
                RuleKernels.Arithmetic(step.Operation, Numbers(step.Left, leftRoom), Numbers(step.Right, rightRoom), into);
                break;
        }
    }

    private ReadOnlySpan<double> Numbers(Operand operand, double[] room)
    {
        if (numbers[operand.Step] is { } buffer)
        {
            return buffer.Ago(operand.Lag);
        }

        RuleStep step = steps[operand.Step];
        ReadOnlySpan<double> column = step.Operation == RuleOperation.Indicator
            ? frame.Column(step.Argument, step.Output)
            : RuleKernels.Column((CandleField)step.Argument, frame.Candles.Columns);
        int start = from - operand.Lag;
        if (start >= 0)
        {
            return column.Slice(start, count);
        }

        // Bars before the first are missing.
        int missing = Math.Min(-start, count);
        room.AsSpan(0, missing).Fill(double.NaN);
        column[..(count - missing)].CopyTo(room.AsSpan(missing));
        return room.AsSpan(0, count);
    }

    private bool IsReadInPlace(in RuleStep step) => step.Operation switch
    {
        RuleOperation.Indicator => frame.IsKnown,
        RuleOperation.Field => RuleKernels.IsOwn((CandleField)step.Argument),
        _ => false,
    };

    private static bool IsComparison(in RuleStep step) =>
        step.Operation is >= RuleOperation.Less and <= RuleOperation.NotEqual;

    private CandleColumns Candles(int bar, int length)
    {
        CandleColumns all = frame.Candles.Columns;
        return new CandleColumns(
            all.Times.Slice(bar, length), all.Opens.Slice(bar, length), all.Highs.Slice(bar, length),
            all.Lows.Slice(bar, length), all.Closes.Slice(bar, length), all.Volumes.Slice(bar, length));
    }

    private sealed record ShiftOf(BitTruth From, BitShift Shift);
}
