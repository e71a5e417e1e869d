namespace Neurotrade.Core.Strategies.Evaluation;

/// <summary>
/// A comparison as the bit form computes it: one of two kinds, over operands whose common lag is taken off, then shifted
/// by that lag and perhaps turned round. <c>a ≤ b</c> is what <c>a &gt; b</c> is not, and unknown where that is unknown;
/// so a cross, which asks both, compares once.
/// </summary>
internal readonly record struct BitCompare(bool IsEqual, Operand Left, Operand Right)
{
    // A shift within a word and the one before it; longer lags are read from the columns.
    private const int LongestShift = 63;

    /// <summary>How a comparing step is computed.</summary>
    public static (BitCompare Compare, bool IsTurned, int Shift) Of(in RuleStep step)
    {
        int shift = Math.Min(LongestShift, Math.Min(step.Left.Lag, step.Right.Lag));
        Operand left = step.Left with { Lag = step.Left.Lag - shift };
        Operand right = step.Right with { Lag = step.Right.Lag - shift };
        Operand first = left.Step <= right.Step ? left : right;
        Operand second = left.Step <= right.Step ? right : left;
        return step.Operation switch
        {
            RuleOperation.Greater => (new BitCompare(false, left, right), false, shift),
            RuleOperation.LessOrEqual => (new BitCompare(false, left, right), true, shift),
            RuleOperation.Less => (new BitCompare(false, right, left), false, shift),
            RuleOperation.GreaterOrEqual => (new BitCompare(false, right, left), true, shift),
            RuleOperation.Equal => (new BitCompare(true, first, second), false, shift),
            _ => (new BitCompare(true, first, second), true, shift),
        };
    }
}
