using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Core.Strategies;
using Neurotrade.Tests.Research.Sweeps;
using Neurotrade.Web.Commands;

namespace Neurotrade.Tests.Commands;

/// <summary>The line that a sweep draws while it runs.</summary>
public sealed class BestSoFarTests
{
    private static readonly SweepPlan Plan = SweepPlan.Of(
        [
            new StrategyParameter("stop", 0.02, 0.01, 0.03, 0.01) { Unit = ValueUnit.Ratio },
            new StrategyParameter("plain", 7, null, null, null),
            new StrategyParameter("fast", 10, 5, 20, 5),
        ],
        Sweeps.Set());

    private static readonly SweepProgress Found = new(3, 12, 0, new SweepRow(6, []), 1.8349);

    [Theory]
    [InlineData(100, "best sharpe 1.83: stop 2%, fast 15")]
    [InlineData(34, "best sharpe 1.83: stop 2%, fast 15")]
    [InlineData(33, "best sharpe 1.83: stop 2% …")]
    [InlineData(27, "best sharpe 1.83: stop 2% …")]
    [InlineData(26, "best sharpe 1.83 …")]
    [InlineData(17, "best sharpe 1.83")]
    [InlineData(16, "best sharpe 1.83")]
    [InlineData(15, "")]
    [InlineData(-3, "")]
    public void Text_InLessRoom_LeavesOutWholeParameters(int room, string expected) =>
        Assert.Equal(expected, BestSoFar.Text(Found, Plan, SweepObjective.Parse("sharpe", 0), room));

    [Fact]
    public void Text_WithoutABestOrWithALongObjective_SaysNoMoreThanItMust()
    {
        Assert.Empty(BestSoFar.Text(Found with { Best = null }, Plan, SweepObjective.Parse("sharpe", 0), 100));
        Assert.StartsWith(
            "best objective 1.83:", BestSoFar.Text(Found, Plan, SweepObjective.Parse("sharpe - 2 * max_drawdown", 0), 100), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(100, "Sweep ━━━━━━──────────────────  25%  3 s left  best sharpe 1.83: stop 2%, fast 15")]
    [InlineData(64, "Sweep ━━━━━━──────────────────  25%  3 s left  best sharpe 1.83")]
    [InlineData(50, "Sweep ━━━━━━──────────────────  25%  3 s left")]
    public void Line_FitsTheTerminal_AndIsDrawnAtMostTenTimesASecond(int width, string expected)
    {
        var clock = new ManualClock(DateTimeOffset.UnixEpoch);
        using var drawn = new StringWriter();
        using var progress = new Progress(new Terminal(TextWriter.Null, drawn) { DrawsProgress = true, Width = width }, clock, "Sweep");
        SweepObjective objective = SweepObjective.Parse("sharpe", 0);
        clock.Advance(TimeSpan.FromSeconds(1));

        progress.Report(Found.Share, room => BestSoFar.Text(Found, Plan, objective, room));
        progress.Report(Found.Share, _ => "again");

        Assert.Equal($"\r\e[K{expected}", drawn.ToString());
    }
}
