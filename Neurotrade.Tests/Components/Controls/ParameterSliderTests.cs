using Bunit;
using Neurotrade.Core.Strategies;
using Neurotrade.Web.Components.Controls;

namespace Neurotrade.Tests.Components.Controls;

public sealed class ParameterSliderTests : DashboardContext
{
    private string? moved;

    [Fact]
    public void Slider_OverARangeWithASteps_GivesTheDecimalOfEachStep()
    {
        IRenderedComponent<ParameterSlider> slider = Show(new("stop", 0.1, 0, 0.7, 0.1));

        Assert.Equal(("7", "1"), (slider.Find("input[type=range]").GetAttribute("max"), slider.Find("input[type=range]").GetAttribute("value")));
        slider.Find("input[type=range]").Input("3");

        // Never lo + 3 × 0.1 in doubles, which is 0.30000000000000004 (contracts 3).
        Assert.Equal("0.3", moved);
    }

    [Fact]
    public void Slider_OfARatio_SpeaksInPercent()
    {
        IRenderedComponent<ParameterSlider> slider = Show(new("stop", 0.02, 0.01, 0.05, 0.005) { Unit = ValueUnit.Ratio });

        Assert.Equal("2%", slider.Find("input[type=range]").GetAttribute("aria-valuetext"));
        Assert.Contains("1% to 5%", slider.Markup, StringComparison.Ordinal);
        slider.Find("input[type=range]").Input("8");
        Assert.Equal("5%", moved);
    }

    [Fact]
    public void Parameter_WithoutARange_HasABoxAlone()
    {
        IRenderedComponent<ParameterSlider> slider = Show(new("period", 14, null, null, null));

        Assert.Empty(slider.FindAll("input[type=range]"));
        slider.Find("input").Change("21");
        Assert.Equal("21", moved);
    }

    [Fact]
    public void Parameter_WithARangeAndNoStep_GoesInWholeSteps_OrInAHundredParts()
    {
        Assert.Equal("10", Show(new("a", 5, 0, 10, null)).Find("input[type=range]").GetAttribute("max"));
        Assert.Equal("100", Show(new("b", 0.25, 0, 0.5, null)).Find("input[type=range]").GetAttribute("max"));
    }

    // A server that puts the thumb where it was a moment ago pulls it out of the hand.
    [Fact]
    public void Thumb_ThatAHandMoves_IsNotPutElsewhere_ButAValueFromOutsidePutsIt()
    {
        var parameter = new StrategyParameter("fast", 5, 3, 20, 1);
        IRenderedComponent<ParameterSlider> slider = Show(parameter);
        slider.Find("input[type=range]").Input("4");
        slider.Render(parameters => parameters.Add(one => one.Parameter, parameter with { Value = 7 }));
        Assert.Equal("2", slider.Find("input[type=range]").GetAttribute("value"));

        slider.Render(parameters => parameters.Add(one => one.Parameter, parameter with { Value = 12 }));
        Assert.Equal("9", slider.Find("input[type=range]").GetAttribute("value"));
    }

    private IRenderedComponent<ParameterSlider> Show(StrategyParameter parameter) => Render<ParameterSlider>(parameters => parameters
        .Add(one => one.Parameter, parameter).Add(one => one.Moved, value => moved = value));
}
