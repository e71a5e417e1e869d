using Neurotrade.Core.Research;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Core.Strategies;
using Neurotrade.Web.Dashboard.Optimising;

namespace Neurotrade.Tests.Dashboard.Optimising;

public sealed class SweepHeadwayTests
{
    private static readonly SweepPlan Plan = SweepPlan.Of(
        StrategyFile.Load(SweepBench.Strategy, "two.yaml", StrategyOverrides.None).Parameters, SweepBench.Asked().ToRequest().Ranges);

    [Fact]
    public void LeftMillis_AfterARestart_CountsWhatThisServerDid()
    {
        // 500 were there; 100 took 10 s, 400 are left.
        var headway = new SweepHeadway(600, 1000, 500, null, []);

        Assert.Equal(40_000, headway.LeftMillis(0, 10_000));
        Assert.Null(new SweepHeadway(501, 1000, 500, null, []).LeftMillis(0, 10_000));
        Assert.Null(new SweepHeadway(1000, 1000, 500, null, []).LeftMillis(0, 10_000));
    }

    [Fact]
    public void Report_BestThatRises_IsACurveOfBoundedLength()
    {
        using var cancel = new CancellationTokenSource();
        var live = new SweepLive(cancel, () => { });
        live.Begin(Plan);
        for (int i = 1; i <= 1000; i++)
        {
            live.Report(new SweepProgress(i, 1000, 0, Row(), i / 2));
        }

        SweepHeadway now = live.Now!;
        Assert.InRange(now.Curve.Length, 100, 200);
        Assert.Equal((1000, 500.0), now.Curve[^1]);
        Assert.Equal(now.Curve.OrderBy(one => one.Done).ThenBy(one => one.Score), now.Curve);
        Assert.Equal((500.0, 3), (now.Best!.Score, now.Best.Set.Count));
    }

    private static SweepRow Row() => new(3, new double[RunFigures.Count]);
}
