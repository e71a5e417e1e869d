using Neurotrade.Core.Research;
using Neurotrade.Core.Research.Sweeps;

namespace Neurotrade.Tests.Research.Sweeps;

/// <summary>What takes bounded memory gives what a list of everything would.</summary>
public sealed class SweepSortTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(499)]
    [InlineData(1500)]
    public void Sorted_InRunsOfAnyLength_IsTheOrderOfAll(int keysOfRun)
    {
        Random random = new(11);
        SweepPart part = SweepPart.Begin(new MemoryStream(), new byte[32]);
        for (int i = 0; i < 3000; i++)
        {
            double[] figures = new double[RunFigures.Count];
            figures[RunFigures.Sharpe] = i % 5 == 0 ? double.NaN : random.Next(40);
            part.Append(new SweepRow(i * 7919 % 3000, figures));
        }

        SweepObjective objective = SweepObjective.Parse("sharpe", 0);
        int opened = 0;
        SweepKey[] whole = [.. SweepSort.Sorted(part, objective, () => throw new InvalidOperationException())];
        SweepKey[] merged = [.. SweepSort.Sorted(part, objective, Scratch, keysOfRun)];

        Assert.Equal(whole, merged);
        Assert.Equal(1, opened);
        Assert.Equal(3000, whole.Select(key => key.Place).Distinct().Count());
        Assert.All(whole.Zip(whole.Skip(1)), pair => Assert.True(SweepKey.Compare(pair.First, pair.Second) < 0));

        MemoryStream Scratch()
        {
            opened++;
            return new MemoryStream();
        }
    }

    [Theory]
    [InlineData("x=0,1,2", "y=0:9:1", "z=1")]
    [InlineData("x=0:4:1", "y=0:6:1", "z=0:2:1")]
    [InlineData("x=3", "y=4", "z=5")]
    [InlineData("x=0:9:1", "y=0,1", "z=0:4:1")]
    public void All_OfACurve_IsTheSortedOrderOfEveryCombination(params string[] set)
    {
        const string text = """
            schema: 1
            name: curve
            market: { exchange: sim, symbols: [BTC/USDT], timeframe: 1h }
            parameters:
              x: { value: 0, min: 0, max: 9, step: 1 }
              y: { value: 0, min: 0, max: 9, step: 1 }
              z: { value: 0, min: 0, max: 9, step: 1 }
            indicators: { a: { type: sma, period: 3 }, b: { type: sma, period: 4 } }
            rules: { entry: a > b + $x + $y + $z }
            """;
        SweepInput input = Sweeps.Input(text, Sweeps.Candles(10), set);
        foreach (bool[] isOnCurve in (bool[][])[[true, false, true], [true, true, true], [false, false, false], [false, true, false]])
        {
            long[] all = [.. new SweepCurve(input.Plan, isOnCurve).All()];
            long[] expected = [.. Enumerable.Range(0, (int)input.Plan.Count)
                .Select(one => (long)one)
                .OrderBy(one => CurveOf(input.Plan, isOnCurve, one)).ThenBy(one => one)];
            Assert.Equal(expected, all);
        }

        SweepOrder order = new(input);
        long[] sorted = [.. Enumerable.Range(0, (int)input.Plan.Count).Select(one => (long)one)];
        order.Sort(sorted);
        Assert.Equal(sorted, order.All());
    }

    private static long CurveOf(SweepPlan plan, bool[] isOnCurve, long combination)
    {
        int[] positions = new int[3];
        plan.Positions(combination, positions);
        long curve = 0;
        for (int bit = 7; bit >= 0; bit--)
        {
            for (int axis = 0; axis < 3; axis++)
            {
                curve = isOnCurve[axis] ? (curve << 1) | (uint)(positions[axis] >> bit & 1) : curve;
            }
        }

        return curve;
    }
}
