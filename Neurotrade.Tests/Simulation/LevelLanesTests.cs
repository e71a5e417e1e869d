using Neurotrade.Core.Orders;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Tests.Simulation;

/// <summary>The vector form finds what the plain form finds, for every length, tail and level.</summary>
public sealed class LevelLanesTests
{
    [Fact]
    public void Searches_RandomColumns_FindWhatThePlainFormFinds()
    {
        for (int seed = 0; seed < 400; seed++)
        {
            Random random = new(seed);
            (double[] lows, double[] highs) = Columns(random, random.Next(0, 150));
            double stop = random.Next(4) == 0 ? double.NaN : 40 - random.Next(40);
            double target = random.Next(4) == 0 ? double.NaN : 60 + random.Next(40);
            ProtectionPlan plan = new()
            {
                EntryPrice = 50,
                StopOrderId = 1,
                StopLoss = stop,
                Trail = new TrailPlan(
                    random.Next(2) == 0 ? new Distance.Ratio(0.3) : new Distance.Atr(9),
                    2,
                    random.Next(2) == 0 ? double.NaN : 60),
            };
            TrailState trail = TrailState.Start(plan.Trail);

            Same(seed, LevelSearch.FirstReach(lows, highs, stop, target), LevelLanes.FirstReach(lows, highs, stop, target));
            Same(seed, LevelSearch.FirstBelow(lows, stop), LevelLanes.FirstBelow(lows, stop));
            foreach (bool risesInside in (bool[])[false, true])
            {
                Same(
                    seed,
                    LevelSearch.FirstReachTrailing(lows, highs, plan, trail, target, risesInside),
                    LevelLanes.FirstReachTrailing(lows, highs, plan, trail, target, risesInside));
            }

            Assert.Equal(highs.Append(double.NegativeInfinity).Max(), LevelLanes.Max(highs));
            Assert.Equal(lows.Append(double.PositiveInfinity).Min(), LevelLanes.Min(lows));
        }
    }

    private static (double[] Lows, double[] Highs) Columns(Random random, int count)
    {
        double[] lows = new double[count];
        double[] highs = new double[count];
        double price = 50;
        for (int i = 0; i < count; i++)
        {
            price = Math.Clamp(price + random.Next(-2, 3) / 2.0, 5, 95);
            (lows[i], highs[i]) = (price - random.Next(3), price + random.Next(3));
        }

        return (lows, highs);
    }

    private static void Same(int seed, int expected, int actual) =>
        Assert.True(expected == actual, $"Seed {seed}: {actual} instead of {expected}.");
}
