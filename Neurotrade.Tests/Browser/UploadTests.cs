using System.Text;
using Microsoft.Playwright;
using Neurotrade.Tests.Dashboard;
using static Microsoft.Playwright.Assertions;

namespace Neurotrade.Tests.Browser;

/// <summary>Files that nobody should have to fear: empty, a byte too large, of another kind, with hostile names.</summary>
public sealed class UploadTests(Chromium chromium)
{
    private static readonly byte[] Picture = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0xFF, 0xFE, 0xC3, 0x28];

    [Fact]
    public async Task Strategies_OfEveryBadKind_AreRefusedWithAReasonAndTheGoodOneIsTaken()
    {
        await using RunningDashboard dashboard = await RunningDashboard.StartAsync();
        IPage page = await OpenAsync(dashboard, "strategies");
        byte[] good = Encoding.UTF8.GetBytes(StoredRuns.Strategy);
        await UploadAsync(page, "Upload strategies",
            File("empty.yaml", []), File("large.yaml", Comment((256 * 1024) + 1)),
            File("picture.yaml", Picture), File("nul.yaml", [35, 0, 10]),
            File("../../../../etc/cron.d/evil.yaml", good), File("C:\\windows\\evil two.yaml", good), File("<img src=x>.yaml", good),
            File(".hidden.yaml", good), File(new string('n', 300) + ".yaml", good), File("program.exe", Picture),
            File("fits.yaml", Comment(256 * 1024)));

        ILocator notes = page.Locator(".upload-notes p");
        await Expect(notes).ToHaveCountAsync(11);
        IReadOnlyList<string> refused = await page.Locator(".upload-notes p.danger").AllInnerTextsAsync();
        Assert.Equal(
            ["empty.yaml", "large.yaml", "picture.yaml", "nul.yaml", "program.exe"], refused.Select(note => note.Trim().Split(' ')[0]));
        IEnumerable<string> taken = FilesUnder(dashboard["strategies"])
            .Where(path => Path.GetDirectoryName(path) == dashboard["strategies"])
            .Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);
        Assert.Equal(
            ["evil two.yaml", "evil.yaml", "fits.yaml", "hidden.yaml", "img src-x-.yaml", new string('n', 74) + ".yaml"], taken);
    }

    [Fact]
    public async Task Strategies_MoreThanAreTakenAtATime_AreRefusedAndThePageLives()
    {
        await using RunningDashboard dashboard = await RunningDashboard.StartAsync();
        IPage page = await OpenAsync(dashboard, "strategies");

        await UploadAsync(page, "Upload strategies", [.. Enumerable.Range(0, 51).Select(i => File($"s{i}.yaml", "x: 1"u8.ToArray()))]);

        await Expect(page.Locator(".upload-notes")).ToContainTextAsync("1 more were not read", new() { Timeout = 20_000 });
        await Expect(page.Locator("#blazor-error-ui")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Candles_OfEveryBadKind_AreRefusedWithAReasonAndNothingIsLeft()
    {
        await using RunningDashboard dashboard = await RunningDashboard.StartAsync();
        IPage page = await OpenAsync(dashboard, "data");
        using var folder = new TemporaryFolder();
        string large = folder["BTCUSDT-1m-2019.csv"];
        await using (FileStream sparse = System.IO.File.Create(large))
        {
            sparse.SetLength((512L << 20) + 1);
        }

        await page.GetByLabel("Import candle files").SetInputFilesAsync(large);
        await Expect(Import(page, "BTCUSDT-1m-2019.csv")).ToContainTextAsync("Larger than 512 MB");
        await UploadAsync(page, "Import candle files",
            File("ETHUSDT-1h-2020.csv", []), File("ETHUSDT-1h-2021.csv", Picture), File("ETHUSDT-1h-2022.csv.gz", Picture),
            File("ETHUSDT-1h-2023.zip", Picture), File("../../ETHUSDT-1h-<b>2024.csv", "not,candles\n1,2\n"u8.ToArray()));

        foreach (string name in (string[])["2020.csv", "2021.csv", "2022.csv.gz", "2023.zip", "2024"])
        {
            await Expect(Import(page, name)).ToContainTextAsync("not stored", new() { Timeout = 20_000 });
            await Expect(Import(page, name).Locator("p")).Not.ToHaveCountAsync(0);
        }

        await Expect(page.GetByText("No candles are stored yet.")).ToBeVisibleAsync();
        Assert.Empty(FilesUnder(dashboard["candles"]));
        Assert.Empty(FilesUnder(dashboard["uploads"]));
    }

    private static ILocator Import(IPage page, string name) => page.Locator(".import").Filter(new() { HasText = name });

    private static string[] FilesUnder(string folder) =>
        Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [];

    private static byte[] Comment(int bytes)
    {
        byte[] text = new byte[bytes];
        text.AsSpan().Fill((byte)'#');
        return text;
    }

    private static FilePayload File(string name, byte[] bytes) => new() { Name = name, MimeType = "application/octet-stream", Buffer = bytes };

    private static Task UploadAsync(IPage page, string label, params FilePayload[] files) =>
        page.GetByLabel(label).SetInputFilesAsync(files);

    private async Task<IPage> OpenAsync(RunningDashboard dashboard, string address)
    {
        IPage page = await chromium.OpenAsync();
        await page.GotoAsync(dashboard.Address + address);
        await Expect(page.Locator("main[data-interactive]")).ToBeVisibleAsync();
        return page;
    }
}
