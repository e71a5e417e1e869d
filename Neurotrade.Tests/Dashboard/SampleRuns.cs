using Neurotrade.Core.Market;
using Neurotrade.Web.Dashboard;

namespace Neurotrade.Tests.Dashboard;

/// <summary>Records and reports made up for tests.</summary>
internal static class SampleRuns
{
    public static readonly Instant Finished = Instant.FromDate(2026, 1, 2);

    /// <summary>A run whose figures follow from its number, so that orders can be told.</summary>
    public static PastRun Make(int number, string strategy, string symbol = "BTC/USDT") => new()
    {
        Id = string.Empty,
        FinishedMillis = Finished.UnixMillis + (number * 60_000L),
        Strategy = strategy,
        Hash = "a41f07c29c2e" + new string('0', 52),
        Symbols = [symbol],
        Timeframe = "15m",
        StartMillis = Instant.FromDate(2020, 1, 1).UnixMillis,
        EndMillis = Instant.FromDate(2021, 1, 1).UnixMillis,
        Capital = 10_000,
        FinalEquity = 10_000 * (1 + (number * 0.1)),
        TotalReturn = number * 0.1,
        BuyAndHoldReturn = 3.05,
        MaxDrawdown = 0.123,
        Sharpe = number == 0 ? null : number * 0.5,
        WinRate = 0.378,
        Trades = 1037,
        Bars = 35_051,
        LookAhead = Proof.Proved,
        Out = "runs/first",
        Curve = [10_000, 10_200, 9_900, 10_000 * (1 + (number * 0.1))],
    };

    /// <summary>Keeps a run with a small report of its own.</summary>
    public static PastRun Keep(RunArchive archive, PastRun run)
    {
        string report = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllText(report, $"""
            <!DOCTYPE html><html lang="en"><title>Report of {run.Strategy}</title>
            <style>h1 [ color: rgb(1, 2, 3) ]</style><h1>Report of {run.Strategy}</h1><p id="script">not run</p>
            <script>document.getElementById('script').textContent = 'run';</script></html>
            """.Replace('[', '{').Replace(']', '}'));
        try
        {
            return archive.Add(run, report);
        }
        finally
        {
            File.Delete(report);
        }
    }
}
