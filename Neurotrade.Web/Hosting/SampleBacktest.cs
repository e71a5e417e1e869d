using Neurotrade.Core.Adapters.Files;
using Neurotrade.Core.Market;
using Neurotrade.Web.Commands;
using Neurotrade.Web.Composition;
using Neurotrade.Web.Dashboard;

namespace Neurotrade.Web.Hosting;

/// <summary>
/// At the first start, when no run was ever kept, makes one on the generated market, so that there is something to look
/// at within seconds. A start that finds the folder of runs does nothing.
/// </summary>
internal sealed class SampleBacktest(
    RunArchive archive, RunList list, StateFolder state, TimeProvider clock, ILogger<SampleBacktest> log)
    : BackgroundService
{
    private const string Strategy = "01-golden-cross.yaml";
    private const string Data = "store:sim/BTC/USDT/1h";
    private const string What = "A sample backtest on generated prices is being made";
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (Directory.Exists(archive.Folder))
        {
            return;
        }

        // The pages come first: the server is not kept from starting.
        await Task.Yield();
        try
        {
            list.Announce(new RunInProgress(What, 0));
            await Task.Run(() => Make(stoppingToken), stoppingToken);
        }
        catch (Exception failed) when (failed is InputException or IOException or UnauthorizedAccessException)
        {
            log.LogWarning("The sample backtest could not be made: {Why}", failed.Message);
        }
        finally
        {
            list.Announce(null);
        }
    }

    private void Make(CancellationToken cancellation)
    {
        var request = new RunRequest
        {
            StrategyPath = Path.Combine(AppContext.BaseDirectory, "samples", "strategies", Strategy),
            Data = new DataRequest { Sources = [Data] },
        };
        PreparedRun run = PreparedRun.Read(request, CandleSources.Of(state), cancellation);
        FinishedBacktest finished = BacktestJob.Run(run, clock, new Paced(list, clock), cancellation);
        archive.Add(finished.ToPastRun(clock.GetUtcNow(), string.Empty), finished.Files);
        list.Announce();
    }

    // Pages are told ten times a second at most.
    private sealed class Paced(RunList list, TimeProvider clock) : IProgress<double>
    {
        private long last = clock.GetTimestamp();

        public void Report(double value)
        {
            long seen = Interlocked.Read(ref last);
            if (clock.GetElapsedTime(seen) >= Pace
                && Interlocked.CompareExchange(ref last, clock.GetTimestamp(), seen) == seen)
            {
                list.Announce(new RunInProgress(What, value));
            }
        }
    }
}
