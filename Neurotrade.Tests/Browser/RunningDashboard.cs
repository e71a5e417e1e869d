using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;
using Neurotrade.Web.Commands;
using Neurotrade.Web.Composition;
using Neurotrade.Web.Dashboard;
using Neurotrade.Web.Dashboard.Candles;
using Neurotrade.Web.Dashboard.Imports;
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

    /// <summary>Stores a series with a gap, and brings a file that cannot be stored.</summary>
    public void BringCandles()
    {
        Candle[] candles =
        [
            .. Enumerable.Range(0, 60).Where(hour => hour != 20)
                .Select(hour => new Candle(hour * 3_600_000L, 100, 110, 90, 105, 5)),
        ];
        Guard.That(Symbol.TryParse("BTC/USDT", out Symbol symbol));
        Services.GetRequiredService<CandleShelf>().Merge(
            new StoreAddress("binance", symbol, Timeframe.Hour), CandleSeries.From(symbol, Timeframe.Hour, candles));
        Services.GetRequiredService<ImportQueue>().Announce(
            [new AnnouncedFile("BTCUSDT-1m-with-a-rather-long-name-2019-05-14_2019-05-15.csv", 0)], "binance");
    }

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
