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
    private readonly BarSource source;
    private readonly StepBuffer<double>?[] numbers;
    private readonly BitTruth[] truths;
    private readonly object?[] states;
    private readonly int[] compareOf;
    private readonly BitRelation[] relations;
    private readonly (bool True, bool False)[] reads;
    private double[]? leftRoom;
    private double[]? rightRoom;
    private byte[]? truthRoom;
    private int from;
    private int count;

    /// <summary>A run from the first bar of a source; of conditions only what is read is computed.</summary>
    public BitRun(RuleProgram program, BarSource source, bool hasTags)
    {
        (steps, this.source) = ([.. program.Steps], source);
        int[] history = RuleRun.History(steps, program.KeptNumbers.AsSpan());
        numbers = new StepBuffer<double>?[steps.Length];
        truths = new BitTruth[steps.Length];
        states = new object?[steps.Length];
        compareOf = new int[steps.Length];
        List<BitCompare> distinct = [];
        List<BitCompared> rooms = [];
        for (int i = 0; i < steps.Length; i++)
        {
            compareOf[i] = -1;
            if (!steps[i].IsCondition)
            {
                numbers[i] = IsReadInPlace(steps[i]) ? null : new StepBuffer<double>(history[i], Block, double.NaN);
                states[i] = steps[i].Operation == RuleOperation.Constant ? Filled(steps[i].Number) : RuleRun.WindowOf(steps[i]);
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

        reads = BitDemand.Of(program, hasTags);
        relations = Relations(distinct, rooms);
    }

    /// <summary>Runs the next bars; blocks follow one another from bar 0, each whole but the last.</summary>
    public void Run(int bar, int length)
    {
        Guard.That(length <= Block && bar % Block == 0);
        (from, count) = (bar, length);
        foreach (BitRelation relation in relations)
        {
            relation.HasRun = false;
        }

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
    public ReadOnlySpan<double> Numbers(Operand operand) => Numbers(operand, ref leftRoom);

    private void Compare(int step, List<BitCompare> distinct, List<BitCompared> rooms)
    {
        (BitCompare compare, bool isTurned, int shift) = BitCompare.Of(steps[step]);
        int at = distinct.IndexOf(compare);
        if (at < 0)
        {
            at = distinct.Count;
            distinct.Add(compare);
            rooms.Add(new BitCompared(Block));
        }

        compareOf[step] = at;
        BitTruth plain = isTurned ? rooms[at].Room.Turned : rooms[at].Room;
        truths[step] = shift == 0 ? plain : BitTruth.Room(Block);
        states[step] = shift == 0 ? null : new ShiftOf(plain, new BitShift(shift));
    }

    // What of each comparison is read, and which of them are made of the same operands.
    private BitRelation[] Relations(List<BitCompare> distinct, List<BitCompared> rooms)
    {
        for (int i = 0; i < steps.Length; i++)
        {
            if (compareOf[i] is >= 0 and int compare)
            {
                bool isTurned = BitCompare.Of(steps[i]).IsTurned;
                rooms[compare].IsTrueRead |= isTurned ? reads[i].False : reads[i].True;
                rooms[compare].IsFalseRead |= isTurned ? reads[i].True : reads[i].False;
            }
        }

        List<BitRelation> found = [];
        int[] relationOf = new int[distinct.Count];
        for (int i = 0; i < distinct.Count; i++)
        {
            relationOf[i] = found.FindIndex(one => one.Holds(distinct[i]));
            if (relationOf[i] < 0)
            {
                relationOf[i] = found.Count;
                found.Add(new BitRelation(distinct[i].Left, distinct[i].Right));
            }

            found[relationOf[i]].Add(distinct[i], rooms[i]);
        }

        for (int i = 0; i < compareOf.Length; i++)
        {
            compareOf[i] = compareOf[i] < 0 ? -1 : relationOf[compareOf[i]];
        }

        return [.. found];
    }

    private void RunCondition(int i)
    {
        RuleStep step = steps[i];
        if (compareOf[i] is >= 0 and int relation)
        {
            if (!relations[relation].HasRun)
            {
                relations[relation].Run(
                    Numbers(relations[relation].Left, ref leftRoom), Numbers(relations[relation].Right, ref rightRoom));
            }

            if (states[i] is ShiftOf shift)
            {
                shift.Shift.Run(shift.From, truths[i], count, reads[i]);
            }

            return;
        }

        switch (step.Operation)
        {
            case RuleOperation.And:
                BitTruth.And(truths[step.Left.Step], truths[step.Right.Step], truths[i], reads[i]);
                break;
            case RuleOperation.Or:
                BitTruth.Or(truths[step.Left.Step], truths[step.Right.Step], truths[i], reads[i]);
                break;
            case RuleOperation.Within:
                ((BitWithin)states[i]!).Run(truths[step.Left.Step], truths[i], count);
                break;
        }
    }

    private void RunNumber(in RuleStep step, object? state, Span<double> into)
    {
        switch (step.Operation)
        {
            case RuleOperation.Highest or RuleOperation.Lowest:
                ((ExtremeWindow)state!).Run(Numbers(step.Left, ref leftRoom), into);
                break;
            case RuleOperation.BarsSince:
                Span<byte> bytes = (truthRoom ??= new byte[Block]).AsSpan(0, into.Length);
                truths[step.Left.Step].CopyTo(bytes);
                ((SinceWindow)state!).Run(bytes, into);
                break;
            case RuleOperation.Field:
                RuleKernels.Field((CandleField)step.Argument, source.Candles(from, into.Length), into);
                break;
            case RuleOperation.Clock:
                RuleKernels.Clock((ClockField)step.Argument, source.Candles(from, into.Length).Times, into);
                break;
            case RuleOperation.Indicator:
                KnownValues.Copy(source.Indicator(step.Argument, step.Output, from, into.Length), into);
                break;
            case RuleOperation.Negate:
                RuleKernels.Negate(Numbers(step.Left, ref leftRoom), into);
                break;
            case RuleOperation.Abs:
                RuleKernels.Abs(Numbers(step.Left, ref leftRoom), into);
                break;
            default:
                RuleKernels.Arithmetic(step.Operation, Numbers(step.Left, ref leftRoom), Numbers(step.Right, ref rightRoom), into);
                break;
        }
    }

    private ReadOnlySpan<double> Numbers(Operand operand, ref double[]? room)
    {
        if (numbers[operand.Step] is { } buffer)
        {
            return buffer.Ago(operand.Lag);
        }

        int start = from - operand.Lag;
        int missing = Math.Clamp(-start, 0, count);
        ReadOnlySpan<double> known = InPlace(operand.Step, Math.Max(start, 0), count - missing);
        if (missing == 0)
        {
            return known;
        }

        // Bars before the first are missing.
        room ??= new double[Block];
        room.AsSpan(0, missing).Fill(double.NaN);
        known.CopyTo(room.AsSpan(missing));
        return room.AsSpan(0, count);
    }

    private ReadOnlySpan<double> InPlace(int at, int bar, int length)
    {
        RuleStep step = steps[at];
        return step.Operation switch
        {
            RuleOperation.Constant => ((double[])states[at]!).AsSpan(0, length),
            RuleOperation.Indicator => source.Indicator(step.Argument, step.Output, bar, length),
            _ => RuleKernels.Column((CandleField)step.Argument, source.Candles(bar, length)),
        };
    }

    private static double[] Filled(double number)
    {
        double[] values = GC.AllocateUninitializedArray<double>(Block);
        values.AsSpan().Fill(number);
        return values;
    }

    private bool IsReadInPlace(in RuleStep step) => step.Operation switch
    {
        RuleOperation.Constant => true,
        RuleOperation.Indicator => source.IsKnown,
        RuleOperation.Field => RuleKernels.IsOwn((CandleField)step.Argument),
        _ => false,
    };

    private static bool IsComparison(in RuleStep step) =>
        step.Operation is >= RuleOperation.Less and <= RuleOperation.NotEqual;

    private sealed record ShiftOf(BitTruth From, BitShift Shift);
}
