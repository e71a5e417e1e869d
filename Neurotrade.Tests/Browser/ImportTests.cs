using Microsoft.Playwright;
using Neurotrade.Tests.Dashboard.Imports;
using static Microsoft.Playwright.Assertions;

namespace Neurotrade.Tests.Browser;

/// <summary>Candle files brought through the real page.</summary>
public sealed class ImportTests(Chromium chromium)
{
    [Fact]
    public async Task Files_ThatCannotBeCandles_AreEachToldWhy()
    {
        using var folder = new TemporaryFolder();
        await using (FileStream large = File.Create(folder["LARGE-1h.csv"]))
        {
            // Takes no room on the disk.
            large.SetLength((512L << 20) + 1);
        }

        await File.WriteAllTextAsync(folder["empty.csv"], string.Empty, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder["setup.exe"], "MZ", TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(
            folder["<img src=x onerror=alert(1)>BTCUSDT-1h.csv"], CandleTexts.Hours(10), TestContext.Current.CancellationToken);
        await using RunningDashboard dashboard = await RunningDashboard.StartAsync();
        IPage page = await OpenAsync(dashboard);

        string[] names = ["LARGE-1h.csv", "empty.csv", "setup.exe", "<img src=x onerror=alert(1)>BTCUSDT-1h.csv"];
        await page.GetByLabel("Import candle files").SetInputFilesAsync(names.Select(name => folder[name]));

        await Expect(page.GetByText("Larger than 512 MB")).ToBeVisibleAsync();
        await Expect(page.GetByText("The file is empty.")).ToBeVisibleAsync();
        await Expect(page.GetByText("Not a candle file")).ToBeVisibleAsync();
        await Expect(page.Locator(".import").GetByText("<img src=x onerror=alert(1)>BTCUSDT-1h.csv")).ToBeVisibleAsync();
        await Expect(page.Locator("img")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Import_GoesOnWhereverOneGoes_AndIsFoundAgain()
    {
        await using RunningDashboard dashboard = await RunningDashboard.StartAsync();
        IPage page = await OpenAsync(dashboard);

        await page.GetByLabel("Import candle files").SetInputFilesAsync(
            [Candles("BTCUSDT-1h.csv", 40), Candles("ETHUSDT-1h.csv", 30, bad: 7), Candles("SOLUSDT-1h.csv", 20)]);
        await page.GetByLabel("Main").GetByRole(AriaRole.Link, new() { Name = "Strategies" }).ClickAsync();
        await Expect(page).ToHaveURLAsync($"{dashboard.Address}strategies");
        await page.GetByLabel("Main").GetByRole(AriaRole.Link, new() { Name = "Data" }).ClickAsync();

        await Expect(page.GetByText("BTC/USDT 1h: 40 new")).ToBeVisibleAsync();
        await Expect(page.GetByText("ETH/USDT 1h: 29 new")).ToBeVisibleAsync();
        await Expect(page.GetByText("SOL/USDT 1h: 20 new")).ToBeVisibleAsync();
        await page.Locator(".import", new() { HasText = "ETHUSDT" }).GetByRole(AriaRole.Link, new() { Name = "report" }).ClickAsync();
        await Expect(page.Locator(".faults td.r")).ToHaveTextAsync("9");
    }

    private async Task<IPage> OpenAsync(RunningDashboard dashboard)
    {
        IPage page = await chromium.OpenAsync();
        await page.GotoAsync(dashboard.Address + "data");
        await Expect(page.Locator("main[data-interactive]")).ToBeVisibleAsync();
        return page;
    }

    private static FilePayload Candles(string name, int hours, int bad = -1) => new()
    {
        Name = name,
        MimeType = "text/csv",
        Buffer = CandleTexts.Hours(hours, bad: bad),
    };
}
