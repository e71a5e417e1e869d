using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Neurotrade.Web.Components;

namespace Neurotrade.Tests.Components;

public sealed class PageAddressTests : BunitContext
{
    private readonly BrowserAddress browser;

    public PageAddressTests()
    {
        Services.AddScoped<PageAddress>();
        browser = new BrowserAddress(Services.GetRequiredService<NavigationManager>) { IsLate = true };
        JSInterop.AddInvocationHandler(browser);
        JSInterop.SetupVoid("neurotrade.stay").SetVoidResult();
        Navigation.NavigateTo("backtests?q=a");
    }

    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    private PageAddress Address => Services.GetRequiredService<PageAddress>();

    [Fact]
    public async Task Change_OnItsWay_IsToldAsItWillBe_AndArrives()
    {
        Task put = Address.PutAsync(("pick", "x"), ("q", null));

        Assert.Equal("x", Address["pick"]);
        Assert.Null(Address["q"]);
        Assert.EndsWith("?pick=x&page=2", Address.With(("page", 2)), StringComparison.Ordinal);
        Assert.EndsWith("?q=a", Navigation.Uri, StringComparison.Ordinal);

        browser.Arrive();
        await put;
        Assert.EndsWith("backtests?pick=x", Navigation.Uri, StringComparison.Ordinal);
        Assert.Equal(Navigation.Uri, Address.Uri);
    }

    [Fact]
    public async Task Change_ThatFindsThePageLeft_LeavesTheAddressAlone()
    {
        Task put = Address.PutAsync(("pick", "x"));
        Navigation.NavigateTo("data?series=y");

        Assert.Null(Address["pick"]);
        browser.Arrive();
        await put;

        Assert.EndsWith("/data?series=y", Navigation.Uri, StringComparison.Ordinal);
        Assert.Equal(Navigation.Uri, Address.Uri);
    }

    [Fact]
    public async Task Change_ThatFindsALinkFollowedOnThePage_IsMadeInItsAddress()
    {
        Task put = Address.PutAsync(("q", "ab"));
        Navigation.NavigateTo("backtests?q=a&sort=-return");
        browser.Arrive();
        await put;

        Assert.EndsWith("backtests?q=ab&sort=-return", Navigation.Uri, StringComparison.Ordinal);
    }

    // What is gone stays gone: a change that has arrived is not put on top of a later address.
    [Fact]
    public async Task Change_ThatHasArrived_IsForgotten()
    {
        Task put = Address.PutAsync(("q", "ab"));
        browser.Arrive();
        await put;
        Navigation.NavigateTo("backtests");

        Assert.Null(Address["q"]);
    }

    [Fact]
    public async Task Changes_HeldBackWhileALeavingIsAskedAbout_ArriveTogetherOnceThePageStays()
    {
        (browser.IsLate, browser.IsAsking) = (false, true);
        await Address.PutAsync(("q", "ab"), ("page", 2));
        await Address.PutAsync(("q", "abc"));
        Assert.EndsWith("?q=a", Navigation.Uri, StringComparison.Ordinal);
        Assert.Equal("abc", Address["q"]);

        browser.IsAsking = false;
        await Address.StayAsync();

        Assert.EndsWith("backtests?q=abc&page=2", Navigation.Uri, StringComparison.Ordinal);
        Assert.Equal(3, browser.Count);
        await Address.PutAgainAsync();
        Assert.Equal(3, browser.Count);
    }

    [Fact]
    public async Task Address_TakenWhole_HasItsParametersAndNoOthers()
    {
        browser.IsLate = false;

        await Address.TakeAsync("backtests?set=a%3D1&set=b%3D2", isStep: false);

        Assert.EndsWith("backtests?set=a%3D1&set=b%3D2", Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Address_ThatIsTheSame_IsNotPut()
    {
        await Address.PutAsync(("q", "a"));

        Assert.Equal(0, browser.Count);
    }
}
