using Microsoft.AspNetCore.Builder;
using Neurotrade.Web.Commands;
using Neurotrade.Web.Composition;
using Neurotrade.Web.Dashboard;
using Neurotrade.Web.Security;

namespace Neurotrade.Tests.Browser;

/// <summary>The dashboard on a free port, with a state folder of its own.</summary>
internal sealed class RunningDashboard : IAsyncDisposable
{
    private readonly TemporaryFolder folder;
    private readonly WebApplication app;

    private RunningDashboard(TemporaryFolder folder, WebApplication app) => (this.folder, this.app) = (folder, app);

    /// <summary>Its address, with a slash at the end.</summary>
    public Uri Address => new(app.Urls.Single() + "/");

    public RunArchive Archive => new(folder["runs"]);

    /// <summary>What its pages and endpoints ask.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>Starts one; at a first start it makes a sample backtest.</summary>
    public static async Task<RunningDashboard> StartAsync(bool isFirstStart = false)
    {
        var folder = new TemporaryFolder();
        if (!isFirstStart)
        {
            Directory.CreateDirectory(folder["runs"]);
        }

        WebApplication app = DashboardHost.Build(
            Settings.Load(), StateFolder.Of(folder.Path, null, null), ListenAddresses.Of("http://127.0.0.1:0", "test"),
            TimeProvider.System);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new RunningDashboard(folder, app);
    }

    public async ValueTask DisposeAsync()
    {
        // Open pages are told first; disposing alone would cut their circuits.
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        folder.Dispose();
    }
}
