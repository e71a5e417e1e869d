using Bunit;
using Neurotrade.Web.Components.Pages.Candles;
using Neurotrade.Web.Dashboard.Imports;

namespace Neurotrade.Tests.Components.Candles;

public sealed class ImportPanelTests : DashboardContext
{
    private static CancellationToken Cancel => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task OneAnswer_DoesForAllThatAskTheSame_AndForNoOther()
    {
        long[] ids = [await AskingAsync("a.csv", true), await AskingAsync("b.csv", true), await AskingAsync("c.csv", false)];
        IRenderedComponent<ImportPanel> panel = Render<ImportPanel>();

        panel.Find("input[aria-label='Symbol of b.csv']").Input("BTC/USDT");
        panel.FindAll("form")[1].QuerySelector("button[type='button']")!.Click();

        Assert.Equal(
            [(ImportState.Waiting, "BTC/USDT"), (ImportState.Waiting, "BTC/USDT"), (ImportState.Asking, null)],
            ids.Select(id => Imports.Find(id)!).Select(one => (one.State, one.Symbol)));
        panel.WaitForAssertion(() => Assert.Single(panel.FindAll("form")), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void CancelAll_AndClear_AreThereWhereTheyDoSomething()
    {
        IRenderedComponent<ImportPanel> panel = Render<ImportPanel>();
        Assert.Empty(panel.FindAll("button"));

        Imports.Announce([.. Enumerable.Range(0, 17).Select(i => new AnnouncedFile($"BTCUSDT-{i + 1}m.csv", 10))], "binance");
        panel.WaitForAssertion(() => Assert.Equal(15, panel.FindAll(".import").Count), TimeSpan.FromSeconds(20));
        Assert.Contains("and 2 more", panel.Markup, StringComparison.Ordinal);
        Press(panel, "Cancel all");
        Assert.All(Imports.List(), one => Assert.Equal(ImportState.Cancelled, one.State));
        panel.WaitForAssertion(() => Press(panel, "Clear the list"), TimeSpan.FromSeconds(20));

        Assert.Empty(Imports.List());
    }

    private async Task<long> AskingAsync(string name, bool asksSymbol)
    {
        long id = Imports.Announce([new AnnouncedFile(name, 3)], "binance")[0].Id;
        await Imports.ReceiveAsync(id, new MemoryStream([1, 2, 3]), Cancel);
        await Imports.TakeAsync(Cancel);
        Imports.Ask(id, new FileQuestion
        {
            AsksSymbol = asksSymbol,
            AsksTimeframe = !asksSymbol,
            Rows = 1,
            FirstMillis = 0,
            LastMillis = 0,
            SpacingMillis = 0,
        });
        return id;
    }

    private static void Press(IRenderedComponent<ImportPanel> panel, string name) =>
        panel.FindAll("button").Single(button => button.TextContent == name).Click();
}
