using Bunit;
using Neurotrade.Web.Components.Controls;

namespace Neurotrade.Tests.Components.Controls;

public sealed class MeterTests : BunitContext
{
    [Theory]
    [InlineData(0.4567, "45.7")]
    [InlineData(-1, "0")]
    [InlineData(7, "100")]
    [InlineData(double.NaN, "0")]
    public void AShare_WhateverItIs_StandsBetweenEmptyAndFull(double share, string percent)
    {
        IRenderedComponent<Meter> meter = Show(share, false);

        Assert.Equal(percent, meter.Find("[role=meter]").GetAttribute("aria-valuenow"));
        Assert.Equal($"width:{percent}%", meter.Find("i").GetAttribute("style"));
    }

    [Theory]
    [InlineData(0.79, true, "")]
    [InlineData(0.8, true, "warn")]
    [InlineData(0.99, false, "acc")]
    public void ALimit_NearItsEnd_AsksForAttention(double share, bool isLimit, string tone) =>
        Assert.Equal(tone, Show(share, isLimit).Find("i").ClassName ?? string.Empty);

    private IRenderedComponent<Meter> Show(double share, bool isLimit) => Render<Meter>(with => with
        .Add(one => one.Label, "Room").Add(one => one.Share, share).Add(one => one.IsLimit, isLimit));
}
