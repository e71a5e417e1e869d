using Bunit;
using Neurotrade.Web.Components.Controls;

namespace Neurotrade.Tests.Components.Controls;

public sealed class CurveTests : BunitContext
{
    [Fact]
    public void AFall_BelowTheCapital_IsDrawnBelowItsLine()
    {
        IRenderedComponent<Curve> curve = Show(10_000, [10_000, 12_000, 8_000]);

        Assert.Equal("0,12 50,1.5 100,22.5", curve.Find("polyline").GetAttribute("points"));
        Assert.Equal("12", curve.Find("line").GetAttribute("y1"));
    }

    [Theory]
    [InlineData(new double[0], "")]
    [InlineData(new[] { 5.0 }, "0,12")]
    [InlineData(new[] { 5.0, 5.0 }, "0,12 100,12")]
    public void ACurve_WithoutARange_StandsInTheMiddle(double[] values, string points) =>
        Assert.Equal(points, Show(5, values).Find("polyline").GetAttribute("points"));

    private IRenderedComponent<Curve> Show(double capital, double[] values) =>
        Render<Curve>(with => with.Add(one => one.Values, values).Add(one => one.Base, capital));
}
