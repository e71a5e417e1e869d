using System.Numerics;

namespace Neurotrade.Core.Research.Sweeps;

/// <summary>
/// Every combination of a plan along the Z-curve over some of its axes (G. M. Morton, 1966), all other axes inside: one
/// after another, without a list of them.
/// </summary>
internal sealed class SweepCurve
{
    private readonly SweepPlan plan;
    private readonly int[] inner;
    private readonly (int Axis, int Bit)[] steps;

    /// <param name="plan">Whose combinations.</param>
    /// <param name="isOnCurve">For each axis, whether the curve runs over it.</param>
    public SweepCurve(SweepPlan plan, ReadOnlySpan<bool> isOnCurve)
    {
        this.plan = plan;
        List<int> others = [];
        List<(int Axis, int Bit)> all = [];
        for (int axis = 0; axis < isOnCurve.Length; axis++)
        {
            if (!isOnCurve[axis])
            {
                others.Add(axis);
                continue;
            }

            int bits = 32 - BitOperations.LeadingZeroCount((uint)(plan.Axes[axis].Values.Length - 1));
            for (int bit = 0; bit < bits; bit++)
            {
                all.Add((axis, bit));
            }
        }

        inner = [.. others];
        steps = [.. all.OrderByDescending(step => step.Bit).ThenBy(step => step.Axis)];
    }

    /// <summary>The combinations, each once.</summary>
    public IEnumerable<long> All()
    {
        int[] positions = new int[plan.Axes.Length];
        int[] taken = new int[steps.Length];
        int depth = 0;
        while (true)
        {
            if (depth == steps.Length)
            {
                do
                {
                    yield return plan.CombinationAt(positions);
                }
                while (NextInside(positions));

                depth--;
            }

            // A bit is first 0, then 1, then given back; where it leads beyond the axis's end there is nothing to visit.
            while (depth >= 0 && !TryTake(depth, taken, positions))
            {
                depth--;
            }

            if (depth < 0)
            {
                yield break;
            }

            depth++;
        }
    }

    private bool TryTake(int depth, int[] taken, int[] positions)
    {
        (int axis, int bit) = steps[depth];
        switch (taken[depth]++)
        {
            case 0:
                return true;
            case 1 when positions[axis] + (1 << bit) < plan.Axes[axis].Values.Length:
                positions[axis] += 1 << bit;
                return true;
            default:
                positions[axis] &= ~(1 << bit);
                taken[depth] = 0;
                return false;
        }
    }

    private bool NextInside(int[] positions)
    {
        for (int i = inner.Length - 1; i >= 0; i--)
        {
            int axis = inner[i];
            if (++positions[axis] < plan.Axes[axis].Values.Length)
            {
                return true;
            }

            positions[axis] = 0;
        }

        return false;
    }
}
