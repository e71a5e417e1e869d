using System.Diagnostics;
using Microsoft.Playwright;

namespace Neurotrade.Tests.Browser.Figures;

/// <summary>How long a price chart takes until it is drawn, and its frames while it is dragged.</summary>
internal static class ChartTimes
{
    private const string Chart = ".prices [tabindex='0']";

    // Drawn: nothing is being fetched, the legend tells a candle, and two frames have passed.
    private const string Drawn = """
        () => new Promise((done) => {
          const look = () => {
            const chart = document.querySelector(".prices [tabindex='0']");
            if (chart && !chart.hasAttribute('aria-busy') && chart.querySelector('.chart-legend')?.childElementCount > 0) {
              requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now())));
            } else {
              requestAnimationFrame(look);
            }
          };
          look();
        })
        """;

    private const string Fit = """
        () => {
          const start = performance.now();
          document.querySelector(".prices [tabindex='0']").dispatchEvent(new KeyboardEvent('keydown', { key: 'f', bubbles: true }));
          return start;
        }
        """;

    private const string Frames = """
        () => {
          const times = window.frameTimes = [];
          const tick = (now) => { times.push(now); window.frameTimer = requestAnimationFrame(tick); };
          requestAnimationFrame(tick);
        }
        """;

    private const string FramesEnd = """
        () => { cancelAnimationFrame(window.frameTimer); return window.frameTimes.slice(1).map((now, i) => now - window.frameTimes[i]); }
        """;

    /// <summary>Milliseconds from the start of the navigation until the chart is drawn.</summary>
    public static async Task<double> OpenAsync(IPage page, string address)
    {
        await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Commit });
        return await page.EvaluateAsync<double>(Drawn);
    }

    /// <summary>Milliseconds from the key that shows the whole series until it is drawn.</summary>
    public static async Task<double> FitAsync(IPage page)
    {
        double start = await page.EvaluateAsync<double>(Fit);
        return await page.EvaluateAsync<double>(Drawn) - start;
    }

    /// <summary>Zooms in by halves around the middle.</summary>
    public static async Task ZoomAsync(IPage page, int steps)
    {
        await page.Locator(Chart).FocusAsync();
        for (int step = 0; step < steps; step++)
        {
            await page.Keyboard.PressAsync("+");
            await page.EvaluateAsync<double>(Drawn);
        }
    }

    /// <summary>Milliseconds of each frame while the chart is dragged to and fro with the pointer.</summary>
    public static async Task<Spread> PanAsync(IPage page, TimeSpan span)
    {
        LocatorBoundingBoxResult box = (await page.Locator(Chart).BoundingBoxAsync())!;
        (float left, float y, float width) = (box.X + 80, box.Y + (box.Height / 3), box.Width - 220);
        await page.Mouse.MoveAsync(left + (width / 2), y);
        await page.Mouse.DownAsync();
        await page.EvaluateAsync(Frames);
        long start = Stopwatch.GetTimestamp();
        for (TimeSpan passed = default; passed < span; passed = Stopwatch.GetElapsedTime(start))
        {
            double phase = passed.TotalSeconds / 1.5;
            await page.Mouse.MoveAsync(left + (float)(width * (0.5 + (0.45 * Math.Sin(phase * Math.Tau)))), y);
        }

        double[] frames = await page.EvaluateAsync<double[]>(FramesEnd);
        await page.Mouse.UpAsync();
        return new Spread(frames);
    }
}
