using Bunit;
using Microsoft.AspNetCore.Components;
using Neurotrade.Web.Components.Layout;
using Neurotrade.Web.Components.Pages;

namespace Neurotrade.Tests.Components;

public sealed class TitleFocusTests : BunitContext
{
    [Fact]
    public void Title_TakesTheFocusOfAPageGoneTo_NotOfOneJustLoadedNorOfAnotherAddressOfIt()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        IRenderedComponent<TitleFocus> focus = Render<TitleFocus>(with => with.Add(one => one.Route, To<Backtests>()));
        focus.Render(with => with.Add(one => one.Route, To<Backtests>()));
        Assert.Empty(JSInterop.Invocations);

        focus.Render(with => with.Add(one => one.Route, To<NotFound>()));
        focus.Render(with => with.Add(one => one.Route, To<NotFound>()));

        Assert.Equal("neurotrade.focusTitle", Assert.Single(JSInterop.Invocations).Identifier);
    }

    private static Microsoft.AspNetCore.Components.RouteData To<TPage>()
        where TPage : IComponent => new(typeof(TPage), new Dictionary<string, object?>());
}
