using System.Text;
using Neurotrade.Core.Adapters.Files;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;
using Neurotrade.Core.Strategies;
using Neurotrade.Web.Composition;
using Neurotrade.Web.Dashboard;

namespace Neurotrade.Tests.Dashboard;

/// <summary>Real runs over the generated market, kept in an archive as commands and jobs keep them.</summary>
internal static class StoredRuns
{
    public const string Strategy = """
        schema: 1
        name: cross
        market: { exchange: sim, symbols: [BTC/USDT], timeframe: 1h }
        parameters:
          fast: { value: 5, min: 3, max: 20, step: 1 }
        indicators:
          fast: { type: ema, period: $fast }
          slow: { type: ema, period: 20 }
          rsi: { type: rsi, period: 14 }
        rules:
          entry: { tag: up, when: "crosses_above(fast, slow)" }
          exit: "crosses_below(fast, slow)"
        """;

    public static readonly Instant From = Instant.FromDate(2024, 1, 1);

    /// <summary>Runs the strategy over some days of 1h bars and keeps it.</summary>
    public static PastRun Keep(RunArchive archive, int days = 60, string strategy = Strategy)
    {
        var request = new RunRequest
        {
            StrategyPath = "cross.yaml",
            StrategyText = Encoding.UTF8.GetBytes(strategy),
            Data = new DataRequest
            {
                Sources = ["store:sim/BTC-USDT/1h"],
                From = From,
                To = new Instant(From.UnixMillis + (days * Instant.MillisPerDay)),
            },
            Overrides = StrategyOverrides.None,
        };
        PreparedRun run = PreparedRun.Read(request, [new GeneratedMarket()], TestContext.Current.CancellationToken);
        FinishedBacktest finished = BacktestJob.Run(run, TimeProvider.System, null, TestContext.Current.CancellationToken);
        return archive.Add(finished.ToPastRun(DateTimeOffset.UnixEpoch.AddDays(20_000), string.Empty), finished.Files);
    }

    /// <summary>Some days of the generated market.</summary>
    public static RunOrigin Origin() => new()
    {
        Sources = ["store:sim/BTC-USDT/1h"],
        FromMillis = From.UnixMillis,
        ToMillis = From.UnixMillis + (30 * Instant.MillisPerDay),
    };

    public static OpenRuns Open(RunArchive archive) => new(archive, [new GeneratedMarket()], TimeProvider.System);
}
