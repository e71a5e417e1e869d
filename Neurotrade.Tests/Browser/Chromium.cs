using Microsoft.Playwright;
using Neurotrade.Tests.Browser;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Neurotrade.Tests.Browser;

/// <summary>The system's own Chromium, started once; tests that need it are skipped with a message without it.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    private readonly SemaphoreSlim gate = new(1);
    private IPlaywright? playwright;
    private IBrowser? browser;

    /// <summary>The full path of the browser; null where there is none.</summary>
    public static string? Executable { get; } = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
        .Split(Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>
    /// A fresh page of a given size, with its own cookies; skips the test where there is no browser. Without the page's own
    /// policy a script that got into it would run.
    /// </summary>
    public async Task<IPage> OpenAsync(
        int width = 1440, int height = 900, ColorScheme scheme = ColorScheme.Dark, bool withoutPolicy = false)
    {
        Assert.SkipUnless(Executable is not null, "No Chromium on the PATH (Debian and Ubuntu: apt install chromium).");
        await gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            playwright ??= await Playwright.CreateAsync();
            browser ??= await playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = Executable,
                Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
            });
        }
        finally
        {
            gate.Release();
        }

        IBrowserContext context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = scheme,
            BypassCSP = withoutPolicy,
        });
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
        gate.Dispose();
    }
}
