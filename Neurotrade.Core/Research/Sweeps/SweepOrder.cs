using System.Collections.Immutable;
using System.Numerics;
using Neurotrade.Core.Features;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Core.Research.Sweeps;

/// <summary>
/// The order in which combinations run, so that neighbours share indicator columns: along Z-curves over the parameters
/// that indicators use (G. M. Morton, 1966), all others inside. The rows do not depend on it.
/// </summary>
internal sealed class SweepOrder(SweepInput input)
{
    private readonly bool[] shapesColumns = [.. input.Plan.Axes.Select((axis, at) => ShapesColumns(input, at))];

    /// <summary>All combinations of the plan in that order.</summary>
    public IEnumerable<long> All() => new SweepCurve(input.Plan, shapesColumns).All();

    /// <summary>Sorts combinations into that order.</summary>
    public void Sort(long[] combinations)
    {
        SweepPlan plan = input.Plan;
        int bits = plan.Axes.Max(axis => 32 - BitOperations.LeadingZeroCount((uint)axis.Values.Length));
        int[] positions = new int[plan.Axes.Length];
        (UInt128 Curve, long Combination)[] keys = new (UInt128, long)[combinations.Length];
        for (int i = 0; i < keys.Length; i++)
        {
            plan.Positions(combinations[i], positions);
            keys[i] = (Interleaved(positions, shapesColumns, bits), combinations[i]);
        }

        Array.Sort(keys, combinations);
    }

    // Whether another value of that parameter alone makes other indicators; what cannot be told is taken to.
    private static bool ShapesColumns(SweepInput input, int axis)
    {
        SweepAxis varied = input.Plan.Axes[axis];
        if (varied.Values.Length == 1)
        {
            return false;
        }

        Strategy own = input.Template.Reading.Strategy;
        StrategyParameter parameter = own.Parameters[axis];
        int other = varied.Values[0] == parameter.Value ? 1 : 0;
        ImmutableSortedDictionary<string, string> set = ImmutableSortedDictionary<string, string>.Empty
            .WithComparers(StringComparer.Ordinal).Add(varied.Name, varied.Text(other));
        return input.Template.TryBind(set) is not { } changed || !HaveSameColumns(own, changed);
    }

    private static bool HaveSameColumns(Strategy a, Strategy b)
    {
        HashSet<IndicatorKey> keys = [.. a.Indicators.Select(one => IndicatorKey.Of(one, a.Market.Timeframe))];
        return keys.SetEquals(b.Indicators.Select(one => IndicatorKey.Of(one, b.Market.Timeframe)));
    }

    private static UInt128 Interleaved(ReadOnlySpan<int> positions, ReadOnlySpan<bool> isUsed, int bits)
    {
        UInt128 curve = 0;
        for (int bit = bits - 1; bit >= 0; bit--)
        {
            for (int i = 0; i < positions.Length; i++)
            {
                if (isUsed[i])
                {
                    curve = (curve << 1) | (UInt128)(uint)(positions[i] >> bit & 1);
                }
            }
        }

        return curve;
    }
}
