using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard;

namespace Neurotrade.Tests.Components.Controls;

public sealed class BrowserPartTests : DashboardContext
{
    private readonly SlowBrowser browser = new();

    public static TheoryData<string> Controls => ["price chart", "curves", "histogram", "editor"];

    // Else the browser keeps a thing that nobody ends and that goes on telling a page that is gone.
    [Theory]
    [MemberData(nameof(Controls))]
    public async Task Control_LeftWhileItIsBeingMade_IsEndedOnceItStands(string name)
    {
        Services.AddSingleton<IJSRuntime>(browser);
        IRenderedComponent<IComponent> control = Open(name);

        await ((IAsyncDisposable)control.Instance).DisposeAsync();
        Assert.Equal(2, browser.Calls.Count);
        browser.Stand();

        control.WaitForAssertion(() => Assert.Equal("dispose", browser.Calls[^1]));
        Assert.Equal(3, browser.Calls.Count);
    }

    [Fact]
    public async Task Part_ToldBeforeItStands_IsToldTheLastOfEachThen_AndNothingOnceItIsGone()
    {
        var part = new BrowserPart(browser);
        using DotNetObjectReference<string> lent = DotNetObjectReference.Create("x");
        Task made = part.MakeAsync("script", "create", lent);
        await part.TellAsync("show", 1);
        await part.TellAsync("select", 1);
        await part.TellAsync("show", 2);
        Assert.Equal(0, await part.AskAsync<int>("text"));
        Assert.Equal(["import", "create"], browser.Calls);

        browser.Stand();
        await made;
        Assert.Equal(["import", "create", "select", "show"], browser.Calls);

        await part.DisposeAsync();
        await part.TellAsync("show", 3);
        Assert.Equal(["import", "create", "select", "show", "dispose"], browser.Calls);
        Assert.Throws<ObjectDisposedException>(() => lent.Value);
    }

    private IRenderedComponent<IComponent> Open(string name) => name switch
    {
        "price chart" => Render<PriceChart>(with => with.Add(one => one.Label, "x")
            .Add(one => one.Options, new PriceChartOptions("api/none", null, 100, 2, [], [], new RowRange(0, 50), null))),
        "curves" => Render<CurveChart>(with => with.Add(one => one.Label, "x")
            .Add(one => one.Options, new CurveChartOptions("api/none", [], Log: false, Zooms: false))),
        "histogram" => Render<ReturnHistogram>(with => with.Add(one => one.What, "trades").Add(one => one.Bins, Bins.Of([0.01, -0.02]))),
        _ => Render<StrategyEditor>(with => with.Add(one => one.Label, "x").Add(one => one.Name, "x.yaml").Add(one => one.Text, "x")),
    };
}
