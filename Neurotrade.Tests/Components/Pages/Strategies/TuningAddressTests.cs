using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;
using Neurotrade.Tests.Dashboard;
using Neurotrade.Web.Components.Pages.Strategies;

namespace Neurotrade.Tests.Components.Pages.Strategies;

/// <summary>Where the sliders stand and what the quick backtest runs on, in the page's address.</summary>
public sealed class TuningAddressTests : DashboardContext
{
    private NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    [Fact]
    public void Slider_LetGo_StandsInTheAddress_AndResetTakesItOut()
    {
        IRenderedComponent<StrategiesPage> page = Open();
        page.Find("input[type=range]").Input("3");
        page.Find("input[type=range]").Input("4");
        Assert.Equal(0, Browser.Count);

        page.Find("input[type=range]").Change("4");

        page.Until(() => Assert.EndsWith("?file=cross.yaml&set=fast%3D7", Navigation.Uri, StringComparison.Ordinal));
        Assert.Equal("7", page.Find("input[type=range]").GetAttribute("aria-valuetext"));
        page.Press("Reset");
        page.Until(() => Assert.EndsWith("?file=cross.yaml", Navigation.Uri, StringComparison.Ordinal));
        Assert.Equal(2, Browser.Count);
    }

    [Fact]
    public void Address_WithValues_SetsTheSliders_AndOfAnotherOneMovesThem()
    {
        IRenderedComponent<StrategiesPage> page = Open("&set=fast%3D8");

        Assert.Equal("8", page.Find("input[type=range]").GetAttribute("aria-valuetext"));
        page.Until(() => Assert.Equal(4, page.FindAll(".was").Count));
        Navigation.NavigateTo("strategies?file=cross.yaml&set=fast%3D9");
        page.Until(() => Assert.Equal("9", page.Find("input[type=range]").GetAttribute("aria-valuetext")));
        Navigation.NavigateTo("strategies?file=cross.yaml");
        page.Until(() => Assert.Equal("5", page.Find("input[type=range]").GetAttribute("aria-valuetext")));
    }

    [Fact]
    public void Address_WithWhatTheTextCannotHave_SaysSoAndIsMended()
    {
        IRenderedComponent<StrategiesPage> page = Open("&set=gone%3D1&set=fast%3D50&set=nonsense");

        Assert.Contains("outside the parameter's range", page.Find(".slide [role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("5", page.Find("input[type=range]").GetAttribute("aria-valuetext"));
        page.Until(() => Assert.EndsWith("?file=cross.yaml", Navigation.Uri, StringComparison.Ordinal));
    }

    [Fact]
    public void Values_WrittenIntoTheText_LeaveTheAddress()
    {
        IRenderedComponent<StrategiesPage> page = Open("&set=fast%3D8");

        page.Press("Write into the text");

        page.Until(() => Assert.EndsWith("?file=cross.yaml", Navigation.Uri, StringComparison.Ordinal));
        Assert.Equal("8", page.Find("input[type=range]").GetAttribute("aria-valuetext"));
    }

    // An older put that arrives must not take the slider back.
    [Fact]
    public void Slider_MovedWhileItsLastPlaceIsOnTheWay_StaysWhereItIs()
    {
        IRenderedComponent<StrategiesPage> page = Open();
        Browser.IsLate = true;
        page.Find("input[type=range]").Input("4");
        page.Find("input[type=range]").Change("4");
        page.Until(() => Assert.Equal(1, Browser.Count));

        page.Find("input[type=range]").Input("6");
        page.InvokeAsync(Browser.Arrive);

        page.Until(() => Assert.EndsWith("set=fast%3D7", Navigation.Uri, StringComparison.Ordinal));
        Assert.Equal("9", page.Find("input[type=range]").GetAttribute("aria-valuetext"));
    }

    [Fact]
    public void Data_OfTheQuickBacktest_StandsInTheAddress()
    {
        Assert.True(Symbol.TryParse("BTC/USDT", out Symbol symbol));
        Instant from = Instant.FromDate(2024, 1, 1);
        Candles.Merge(
            new StoreAddress("binance", symbol, Timeframe.Hour),
            GeneratedMarket.Make(
                symbol, Timeframe.Hour, from, new Instant(from.UnixMillis + (2 * Instant.MillisPerDay)),
                cancellation: Xunit.TestContext.Current.CancellationToken));
        IRenderedComponent<StrategiesPage> page = Open();

        page.Find("select[aria-label='Candles of the quick backtest']").Change("binance");

        page.Until(() => Assert.EndsWith("?file=cross.yaml&on=binance", Navigation.Uri, StringComparison.Ordinal));
        IRenderedComponent<StrategiesPage> again = Open("&on=binance");
        Assert.Equal("binance", again.Find("select[aria-label='Candles of the quick backtest']").GetAttribute("value"));
    }

    private IRenderedComponent<StrategiesPage> Open(string query = "")
    {
        Shelf.Save("cross.yaml", StoredRuns.Strategy);
        Navigation.NavigateTo($"strategies?file=cross.yaml{query}");
        return Render<StrategiesPage>();
    }
}
