using Microsoft.Extensions.DependencyInjection;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;
using Neurotrade.Tests.Dashboard;
using Neurotrade.Tests.Dashboard.Optimising;
using Neurotrade.Web.Dashboard;
using Neurotrade.Web.Dashboard.Candles;
using Neurotrade.Web.Dashboard.Jobs;
using Neurotrade.Web.Dashboard.Optimising;
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

    // Three parameters, so that a map has something to take together.
    private const string Channel = """
        schema: 1
        name: channel-breakout
        market: { exchange: sim, symbols: [BTC/USDT], timeframe: 4h }
        parameters:
          entry_bars: { value: 20, min: 10, max: 80, step: 5 }
          exit_bars: { value: 10, min: 5, max: 40, step: 5 }
          stop: { value: 3%, min: 2%, max: 4%, step: 0.5% }
        indicators:
          up: { type: donchian, period: $entry_bars }
          down: { type: donchian, period: $exit_bars }
        rules:
          entry: close > up.upper[1]
          exit: close < down.lower[1]
        orders: { stop_loss: $stop }
        """;

    /// <summary>Fills it; the newest run is the last sample's. Returns the id of a sweep.</summary>
    public static async Task<string> FillAsync(RunningDashboard dashboard, PictureClock clock)
    {
        var shelf = dashboard.Services.GetRequiredService<StrategyShelf>();
        shelf.Save("my-cross.yaml", StoredRuns.Strategy);
        shelf.Save("unfinished.yaml", StoredRuns.Strategy.Replace("type: rsi", "type: rsj", StringComparison.Ordinal));
        shelf.Save("channel-breakout.yaml", Channel);
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
        return await SweepBench.RunAsync(dashboard.Services.GetRequiredService<SweepQueue>(), new AskedSweep
        {
            StrategyName = "channel-breakout.yaml",
            StrategyText = Channel,
            Origin = new RunOrigin
            {
                Sources = ["store:sim/BTC-USDT/4h"],
                FromMillis = Instant.FromDate(2022, 1, 1).UnixMillis,
                ToMillis = Instant.FromDate(2025, 1, 1).UnixMillis,
            },
            MinTrades = 10,
        });
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
