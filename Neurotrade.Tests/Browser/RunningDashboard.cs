using Microsoft.AspNetCore.Builder;
using Neurotrade.Web.Commands;
using Neurotrade.Web.Composition;
using Neurotrade.Web.Dashboard;
using Neurotrade.Web.Security;

namespace Neurotrade.Tests.Browser;

/// <summary>The dashboard on a free port, with a state folder of its own.</summary>
internal sealed class RunningDashboard : IAsyncDisposable
{
    private readonly TemporaryFolder? folder;
    private readonly WebApplication app;
    private readonly StateFolder place;

    private RunningDashboard(TemporaryFolder? folder, StateFolder place, WebApplication app) =>
        (this.folder, this.place, this.app) = (folder, place, app);

    /// <summary>Its address, with a slash at the end.</summary>
    public Uri Address => new(app.Urls.Single() + "/");

    public RunArchive Archive => new(place.Runs);

    /// <summary>What its pages and endpoints ask.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>The full path of a name in its state folder.</summary>
    public string this[string name] => Path.Combine(place.Root, name);

    /// <summary>
    /// Starts one; at a first start it makes a sample backtest. A state folder that is given stays, without one it gets its
    /// own and takes it with it.
    /// </summary>
    public static async Task<RunningDashboard> StartAsync(bool isFirstStart = false, string? state = null, TimeProvider? clock = null)
    {
        TemporaryFolder? folder = state is null ? new TemporaryFolder() : null;
        StateFolder place = StateFolder.Of(state ?? folder!.Path, null, null);
        if (!isFirstStart)
        {
            Directory.CreateDirectory(place.Runs);
        }

        WebApplication app = DashboardHost.Build(
            Settings.Load(), place, ListenAddresses.Of("http://127.0.0.1:0", "test"), clock ?? TimeProvider.System);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new RunningDashboard(folder, place, app);
    }

    public async ValueTask DisposeAsync()
    {
        // Open pages are told first; disposing alone would cut their circuits.
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        folder?.Dispose();
    }
}
