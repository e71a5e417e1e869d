using Microsoft.Playwright;
using Neurotrade.Web.Dashboard;
using static Microsoft.Playwright.Assertions;

namespace Neurotrade.Tests.Browser.Pictures;

/// <summary>Pictures of every page, wide and on a phone, dark and light. Taken only when asked for: build/screenshots.sh.</summary>
public sealed class DashboardPictures(Chromium chromium)
{
    // What a page counts with a stopwatch, or reads off the machine, would differ from picture to picture.
    private const string Steady = """
        () => {
          for (const told of document.querySelectorAll('main *')) {
            if (told.childElementCount === 0) {
              const steady = told.textContent.replace(/as you type, [\d.,]+ ms/, 'as you type, 0.4 ms').replace(/^\d+ ms$/, '6 ms')
                .replace(/[\d.,]+ [MG]B free/, '64.0 GB free').replace(/\/\S*neurotrade-test-\w+/, '~/.local/share/neurotrade');
              if (steady !== told.textContent) {
                told.textContent = steady;
              }
            }
          }
        }
        """;

    private const string Encode = """
        async (png) => {
          const picture = new Image();
          picture.src = `data:image/png;base64,${png}`;
          await picture.decode();
          const canvas = Object.assign(document.createElement('canvas'), { width: picture.width, height: picture.height });
          canvas.getContext('2d').drawImage(picture, 0, 0);
          return canvas.toDataURL('image/webp', 0.82).split(',')[1];
        }
        """;

    [Fact(Explicit = true)]
    public async Task Pages_OfADashboardInUse_AreTaken()
    {
        string target = Environment.GetEnvironmentVariable("NEUROTRADE_PICTURES") ?? Path.Combine(Repository.Root, "docs", "images");
        Directory.CreateDirectory(target);
        var clock = new PictureClock();
        await using RunningDashboard empty = await RunningDashboard.StartAsync(clock: clock);
        await using RunningDashboard dashboard = await RunningDashboard.StartAsync(clock: clock);
        string sweep = await PictureState.FillAsync(dashboard, clock);
        PastRun run = PictureState.RunOf(dashboard, "pullback-two-timeframes");
        foreach (ColorScheme scheme in (ColorScheme[])[ColorScheme.Dark, ColorScheme.Light])
        {
            foreach ((string size, int width, int height) in ((string, int, int)[])[("wide", 1440, 900), ("phone", 390, 844)])
            {
                string ending = $"{(size == "phone" ? "-phone" : string.Empty)}-{(scheme == ColorScheme.Dark ? "dark" : "light")}";
                IPage first = await OpenAsync(clock, width, height, scheme);
                await TakeAsync(first, empty.Address, string.Empty, target, $"first{ending}");
                await first.Context.CloseAsync();
                IPage page = await OpenAsync(clock, width, height, scheme);
                foreach (Picture picture in Picture.All(run, dashboard.Archive.List().Take(3), sweep))
                {
                    await TakeAsync(page, dashboard.Address, picture.Address, target, picture.Name + ending, picture.Act);
                }

                await page.Context.CloseAsync();
            }
        }
    }

    private async Task<IPage> OpenAsync(PictureClock clock, int width, int height, ColorScheme scheme)
    {
        IPage page = await chromium.OpenAsync(width, height, scheme);
        await page.Clock.SetFixedTimeAsync(clock.GetUtcNow().UtcDateTime);
        return page;
    }

    private static async Task TakeAsync(
        IPage page, Uri dashboard, string address, string target, string name, Func<IPage, Task>? act = null)
    {
        await page.GotoAsync(dashboard + address);
        await Expect(page.Locator("main[data-interactive]")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await SettleAsync(page);
        if (act is not null)
        {
            await act(page);
            await SettleAsync(page);
        }

        await page.EvaluateAsync(Steady);
        byte[] png = await page.ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled, Caret = ScreenshotCaret.Hide });
        if (Environment.GetEnvironmentVariable("NEUROTRADE_PICTURES_PNG") is { Length: > 0 } pngs)
        {
            await File.WriteAllBytesAsync(Path.Combine(pngs, name + ".png"), png, TestContext.Current.CancellationToken);
        }

        // Encoded by the browser itself, on a page without a policy of its own: a third of the bytes.
        IPage desk = await page.Context.NewPageAsync();
        string webp = await desk.EvaluateAsync<string>(Encode, Convert.ToBase64String(png));
        await desk.CloseAsync();
        await File.WriteAllBytesAsync(
            Path.Combine(target, name + ".webp"), Convert.FromBase64String(webp), TestContext.Current.CancellationToken);
    }

    // Nothing is on its way any more, and charts have drawn what came.
    private static async Task SettleAsync(IPage page)
    {
        await Expect(page.Locator("[aria-busy='true'], .skel")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
        await page.EvaluateAsync("""
            () => document.fonts.ready.then(() => new Promise((done) => {
              let left = 30;
              const tick = () => (left-- > 0 ? requestAnimationFrame(tick) : done());
              tick();
            }))
            """);
        await Expect(page.Locator("[aria-busy='true'], .skel")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
    }
}
