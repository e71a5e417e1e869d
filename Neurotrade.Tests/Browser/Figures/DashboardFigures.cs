using Microsoft.Playwright;
using Neurotrade.Tests.Dashboard;
using Neurotrade.Web.Dashboard;
using static Microsoft.Playwright.Assertions;

namespace Neurotrade.Tests.Browser.Figures;

/// <summary>What the dashboard promises of speed and memory, measured. Runs only when asked for: build/measure-dashboard.sh.</summary>
public sealed class DashboardFigures(Chromium chromium) : IDisposable
{
    private const int Repeats = 5;
    private const int OpenPages = 20;
    private const int Turns = 300;
    private const string Candles = "data?series=measured/BTC-USDT/1m";

    private const string ManyTrades = """
        schema: 1
        name: every-turn
        market: { exchange: measured, symbols: [BTC/USDT], timeframe: 1m }
        rules: { entry: close > open, exit: close < open }
        costs: { fee: 0% }
        """;

    private readonly TemporaryFolder state = new();
    private readonly FigureSheet sheet = new();

    public void Dispose() => state.Dispose();

    [Fact(Explicit = true)]
    public async Task Dashboard_OnThisMachine_IsMeasured()
    {
        string target = Environment.GetEnvironmentVariable("NEUROTRADE_FIGURES")
            ?? Path.Combine(Repository.Root, "docs", "evidence", "dashboard.md");
        (PastRun many, PastRun[] runs) = await PrepareAsync();
        IPage page = await chromium.OpenAsync();
        await using (ServedDashboard dashboard = await ServedDashboard.StartAsync(state.Path))
        {
            await MeasurePagesAsync(dashboard, runs[0]);
            await MeasureChartAsync(dashboard, page);
            await MeasureTradesAsync(dashboard, many);
        }

        await MeasureMemoryAsync(runs);
        sheet.Save(target, page.Context.Browser!.Version);
    }

    private async Task<(PastRun Many, PastRun[] Runs)> PrepareAsync()
    {
        // Candles of one's own, two years of them, as an import would have brought them.
        string file = state["BTCUSDT-1m-million.csv"];
        await ServedDashboard.CommandAsync(
            state.Path, "data", "export", "--data", "store:sim/BTC/USDT/1m", "--from", "2023-01-01", "--to", "2025-01-01", "--out", file);
        await ServedDashboard.CommandAsync(state.Path, "data", "import", file, "--exchange", "measured");
        File.Delete(file);
        string strategy = state.Write("every-turn.yaml", ManyTrades);
        await ServedDashboard.CommandAsync(
            state.Path, "backtest", "--strategy", strategy, "--data", "store:measured/BTC/USDT/1m", "--out", state["out"]);
        var archive = new RunArchive(state["runs"]);
        PastRun many = Assert.Single(archive.List());
        Assert.True(many.Trades > 100_000, $"{many.Trades} trades");
        PastRun[] runs = [.. Enumerable.Range(0, OpenPages).Select(i => StoredRuns.Keep(
            archive, days: 366, StoredRuns.Strategy.Replace("period: 20", $"period: {21 + i}", StringComparison.Ordinal)))];
        return (many, runs);
    }

    private async Task MeasurePagesAsync(ServedDashboard dashboard, PastRun run)
    {
        (string Name, string Address)[] pages =
        [
            ("Overview", string.Empty), ("Backtests", "backtests"), ("New backtest", "backtests/new?strategy=05-turtle-breakout.yaml"),
            ("Strategies", "strategies"), ("A strategy", "strategies?file=05-turtle-breakout.yaml"),
            ("Data, a million candles", Candles), ("A run", $"runs/{run.Id}"), ("A run, why", $"runs/{run.Id}?bar=4000"),
        ];
        double first = 0;
        var rows = new List<string[]>();
        foreach ((string name, string address) in pages)
        {
            List<PageTimes> cold = [];
            List<PageTimes> warm = [];
            for (int repeat = 0; repeat < Repeats; repeat++)
            {
                // A context of its own has an empty cache.
                IPage page = await chromium.OpenAsync();
                await PageTimes.PrepareAsync(page);
                cold.Add(await PageTimes.OfAsync(page, dashboard.Address + address));
                warm.Add(await PageTimes.OfAsync(page, dashboard.Address + address));
                await page.Context.CloseAsync();
            }

            first = first == 0 ? cold[0].AnsweredMillis : first;
            rows.Add([name, .. Median(cold), .. Median(warm)]);
        }

        sheet.Chapter(
            "Time to interactive of each page",
            $"""
            Milliseconds from the start of the navigation, on loopback: *up* when the circuit is up, *answered* when a press that
            the server must answer has been answered. Median of {Repeats}, the worst answer beside it; cold is a browser with an empty
            cache. Target: under 1,000. The first page after the start of the server took {Spread.Number(first)}.
            """);
        sheet.Table(["page", "cold: up", "answered", "worst", "warm: up", "answered", "worst"], rows);
    }

    private static string[] Median(List<PageTimes> times)
    {
        var answered = new Spread(times.Select(time => time.AnsweredMillis));
        return
        [
            Spread.Number(new Spread(times.Select(time => time.InteractiveMillis)).Median),
            Spread.Number(answered.Median), Spread.Number(answered.Max),
        ];
    }

    private async Task MeasureChartAsync(ServedDashboard dashboard, IPage page)
    {
        List<double> opened = [];
        List<double> fitted = [];
        for (int repeat = 0; repeat < Repeats; repeat++)
        {
            opened.Add(await ChartTimes.OpenAsync(page, dashboard.Address + Candles));
            fitted.Add(await ChartTimes.FitAsync(page));
        }

        sheet.Chapter(
            "A chart of a million candles",
            """
            1,052,640 candles of one minute. Milliseconds from the navigation until the newest 300 are drawn, and from the key F
            until the whole series is. Target: under 1,000.
            """);
        sheet.Table(
            ["what", "median", "worst"],
            [
                ["the page opens, its candles drawn", Spread.Number(new Spread(opened).Median), Spread.Number(opened.Max())],
                ["all candles on the screen", Spread.Number(new Spread(fitted).Median), Spread.Number(fitted.Max())],
            ]);

        var rows = new List<string[]> { FrameRow("all of them", await ChartTimes.PanAsync(page, TimeSpan.FromSeconds(4))) };
        await ChartTimes.ZoomAsync(page, 5);
        rows.Add(FrameRow("a thirty-second of them", await ChartTimes.PanAsync(page, TimeSpan.FromSeconds(4))));
        await ChartTimes.ZoomAsync(page, 6);
        rows.Add(FrameRow("a two-thousandth of them", await ChartTimes.PanAsync(page, TimeSpan.FromSeconds(4))));
        sheet.Chapter("Frames while it is dragged", "Milliseconds a frame over four seconds of dragging to and fro; 60 frames a second are 16.7.");
        sheet.Table(["on the screen", "frames", "median", "95 of 100 within", "worst", "over 20 ms"], rows);
    }

    private static string[] FrameRow(string name, Spread frames) =>
    [
        name, Spread.Number(frames.Count), Spread.Number(frames.Median, 1), Spread.Number(frames.At(0.95), 1),
        Spread.Number(frames.Max, 1), $"{Spread.Number(100 * frames.Over(20), 1)}%",
    ];

    private async Task MeasureTradesAsync(ServedDashboard dashboard, PastRun many)
    {
        IPage page = await chromium.OpenAsync();
        double opened = await ChartTimes.OpenAsync(page, $"{dashboard.Address}runs/{many.Id}");
        await Expect(page.Locator("main[data-interactive]")).ToBeVisibleAsync();
        ILocator next = page.GetByRole(AriaRole.Button, new() { Name = "Page after" });
        ILocator place = page.Locator("section:has(#trades-title) footer span").First;
        await TurnAsync(page, next, place, 20);
        (BrowserMemory browser, long server) = (await BrowserMemory.OfAsync(page), dashboard.WorkingSetBytes);
        Spread turns = await TurnAsync(page, next, place, Turns);
        (BrowserMemory browserAfter, long serverAfter) = (await BrowserMemory.OfAsync(page), dashboard.WorkingSetBytes);

        sheet.Chapter(
            "A list of a hundred thousand trades",
            $"""
            The run has {Spread.Number(many.Trades)} trades on a million candles; its page stood {Spread.Number(opened / 1000, 1)} s
            after its address was asked for, the run being made anew. {Turns} pages of fifty were turned one after the other,
            {Spread.Number(turns.Median)} ms each in the median, {Spread.Number(turns.Max)} at worst.
            """);
        sheet.Table(
            ["memory", "after 20 pages", $"after {20 + Turns}"],
            [
                ["browser: heap, MB", Spread.Number(browser.HeapBytes / 1e6, 1), Spread.Number(browserAfter.HeapBytes / 1e6, 1)],
                ["browser: nodes", Spread.Number(browser.Nodes), Spread.Number(browserAfter.Nodes)],
                ["server: working set, MB", Megabytes(server), Megabytes(serverAfter)],
            ]);
        await page.Context.CloseAsync();
    }

    private static async Task<Spread> TurnAsync(IPage page, ILocator next, ILocator place, int turns)
    {
        List<double> taken = [];
        for (int turn = 0; turn < turns; turn++)
        {
            string before = await place.InnerTextAsync();
            double start = await page.EvaluateAsync<double>("performance.now()");
            await next.PressAsync("Enter");
            await Expect(place).Not.ToHaveTextAsync(before);
            taken.Add(await page.EvaluateAsync<double>("performance.now()") - start);
        }

        return new Spread(taken);
    }

    private async Task MeasureMemoryAsync(PastRun[] runs)
    {
        long idle, open, closed;
        await using (ServedDashboard served = await ServedDashboard.StartAsync(state.Path))
        {
            (idle, open, closed) = await OpenAllAsync(served.Address, runs, () => served.WorkingSetBytes);
        }

        long idleHeap, openHeap, closedHeap;
        await using (RunningDashboard inProcess = await RunningDashboard.StartAsync(state: state.Path))
        {
            (idleHeap, openHeap, closedHeap) = await OpenAllAsync(inProcess.Address, runs, () => GC.GetTotalMemory(forceFullCollection: true));
        }

        sheet.Chapter(
            $"Memory of the server with {OpenPages} open pages",
            $"""
            {OpenPages} pages, each of another run of 8,784 bars with its candles, indicators, trades and curves. The working set is
            that of the program; the managed heap that of the same host inside the test process, after a full collection. Twelve
            runs stay in memory when the pages are closed, so that they open at once.
            """);
        sheet.Table(
            ["MB", "one page opened and closed", $"{OpenPages} open", "all closed"],
            [
                ["working set", Megabytes(idle), Megabytes(open), Megabytes(closed)],
                ["managed heap", Megabytes(idleHeap), Megabytes(openHeap), Megabytes(closedHeap)],
            ]);
    }

    private async Task<(long Idle, long Open, long Closed)> OpenAllAsync(Uri address, PastRun[] runs, Func<long> bytes)
    {
        IPage first = await OpenRunAsync(address, runs[0]);
        await first.Context.CloseAsync();
        await SettleAsync();
        long idle = bytes();
        List<IPage> pages = [];
        foreach (PastRun run in runs)
        {
            pages.Add(await OpenRunAsync(address, run));
        }

        long open = bytes();
        foreach (IPage page in pages)
        {
            await page.Context.CloseAsync();
        }

        await SettleAsync();
        return (idle, open, bytes());
    }

    private async Task<IPage> OpenRunAsync(Uri address, PastRun run)
    {
        IPage page = await chromium.OpenAsync();
        await ChartTimes.OpenAsync(page, $"{address}runs/{run.Id}");
        await Expect(page.Locator("main[data-interactive]")).ToBeVisibleAsync();
        return page;
    }

    // The browser tells the server that a page has gone; its circuit then ends by itself.
    private static Task SettleAsync() => Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);

    private static string Megabytes(long bytes) => Spread.Number(bytes / 1e6);
}
