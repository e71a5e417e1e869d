using Microsoft.Extensions.DependencyInjection;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;
using Neurotrade.Tests.Dashboard;
using Neurotrade.Web.Dashboard;
using Neurotrade.Web.Dashboard.Candles;
using Neurotrade.Web.Dashboard.Jobs;
using Neurotrade.Web.Dashboard.Strategies;

namespace Neurotrade.Tests.Browser.Pictures;

/// <summary>What a dashboard holds when its pictures are taken: the samples' runs, stored series with gaps, files of one's own.</summary>
internal static class PictureState
{
    private static readonly string[] Samples =
    [
        "04-bollinger-limit.yaml", "09-momentum-basket.yaml", "06-supertrend.yaml", "05-turtle-breakout.yaml", "02-rsi-dip.yaml",
        "08-pullback-two-timeframes.yaml",
    ];

    /// <summary>Fills it; the newest run is the last sample's.</summary>
    public static async Task FillAsync(RunningDashboard dashboard, PictureClock clock)
    {
        var shelf = dashboard.Services.GetRequiredService<StrategyShelf>();
        shelf.Save("my-cross.yaml", StoredRuns.Strategy);
        shelf.Save("unfinished.yaml", StoredRuns.Strategy.Replace("type: rsi", "type: rsj", StringComparison.Ordinal));
        foreach (string file in Directory.GetFiles(dashboard["strategies"]))
        {
            File.SetLastWriteTimeUtc(file, clock.GetUtcNow().UtcDateTime);
        }

        Store(dashboard, "BTC/USDT", "1h", 700, [4_000, 9_500], 60);
        Store(dashboard, "ETH/USDT", "1h", 500, [7_000], 9);
        Store(dashboard, "SOL/USDT", "15m", 200, [], 0);
        foreach (string sample in Samples)
        {
            clock.Move(TimeSpan.FromMinutes(37));
            await RunAsync(dashboard, sample, shelf.Read(sample)!);
        }

        clock.Move(TimeSpan.FromMinutes(4));
    }

    /// <summary>The newest run of a strategy.</summary>
    public static PastRun RunOf(RunningDashboard dashboard, string strategy) =>
        dashboard.Archive.List().First(run => run.Strategy == strategy);

    private static async Task RunAsync(RunningDashboard dashboard, string name, string text)
    {
        var jobs = dashboard.Services.GetRequiredService<JobQueue>();
        Strategy strategy = StrategyCheck.Of(text, name).Strategy!;
        (IReadOnlyList<string> sources, _) = dashboard.Services.GetRequiredService<CandleShelf>().For(strategy, GeneratedMarket.Exchange);
        long asked = jobs.Ask(name, text, new RunOrigin { Sources = [.. sources] }).Id;
        while (jobs.Find(asked)!.IsActive)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.Equal(JobState.Done, jobs.Find(asked)!.State);
    }

    // Under a name of its own, as files of an exchange would be: the generated market itself needs no store.
    private static void Store(RunningDashboard dashboard, string symbol, string timeframe, int days, int[] gaps, int missing)
    {
        Assert.True(Symbol.TryParse(symbol, out Symbol of) & Timeframe.TryParse(timeframe, out Timeframe each));
        Instant from = Instant.FromDate(2024, 1, 1);
        CandleSeries whole = GeneratedMarket.Make(of, each, from, new Instant(from.UnixMillis + (days * Instant.MillisPerDay)));
        Candle[] kept = [.. Enumerable.Range(0, whole.Count)
            .Where(row => !Array.Exists(gaps, gap => row >= gap && row < gap + missing)).Select(row => whole[row])];
        dashboard.Services.GetRequiredService<CandleShelf>().Merge(
            new StoreAddress("generated", of, each), CandleSeries.From(of, each, kept));
    }
}
