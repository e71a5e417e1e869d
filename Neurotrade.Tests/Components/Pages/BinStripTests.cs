using Bunit;
using Neurotrade.Web.Components.Pages.Backtesting;
using Neurotrade.Web.Dashboard.History;

namespace Neurotrade.Tests.Components.Pages;

public sealed class BinStripTests : BunitContext
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch.AddDays(20_000);

    [Theory]
    [InlineData(BinReason.Person, 1, 0, "1 run deleted.", "Undo")]
    [InlineData(BinReason.Person, 3, 2, "3 runs deleted, 2 before.", "Undo")]
    [InlineData(BinReason.Quota, 2, 0, "2 runs made room for newer ones.", "Have them back, pinned")]
    public void WhatWasDeleted_IsToldWithItsWayBack(BinReason reason, int count, int before, string text, string back)
    {
        BinnedRuns? restored = null;
        BinnedRuns last = Binned(reason, count, minutesAgo: 18);
        IRenderedComponent<BinStrip> strip = Show(before == 0 ? [last] : [last, Binned(BinReason.Person, before, 30)], one => restored = one);

        Assert.Contains(text, strip.Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Contains("Gone for good in 42 min.", strip.Markup, StringComparison.Ordinal);
        Assert.Equal(back, strip.FindAll("button")[0].TextContent.Trim());
        strip.FindAll("button")[0].Click();

        Assert.Same(last, restored);
    }

    [Fact]
    public void AnEmptyBin_TakesNoRoom_AndOneInItsLastMinuteSaysSo()
    {
        Assert.Empty(Show([], _ => { }).Markup.Trim());
        Assert.Contains("Gone for good in 1 min.", Show([Binned(BinReason.Person, 1, 75)], _ => { }).Markup, StringComparison.Ordinal);
    }

    private static BinnedRuns Binned(BinReason reason, int count, int minutesAgo) =>
        new(Now.AddMinutes(-minutesAgo).ToUnixTimeMilliseconds(), reason, [.. Enumerable.Range(0, count).Select(i => $"r{i}")]);

    private IRenderedComponent<BinStrip> Show(BinnedRuns[] bin, Action<BinnedRuns> restored) => Render<BinStrip>(with => with
        .Add(one => one.Bin, bin).Add(one => one.Now, Now).Add(one => one.RestoreChosen, restored));
}
