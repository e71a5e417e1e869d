using Neurotrade.Web.Dashboard.History;

namespace Neurotrade.Web.Hosting;

/// <summary>Keeps the history within its limits while the server runs, whoever has made the runs.</summary>
internal sealed class RunSweeper(RunHistory history, TimeProvider clock, ILogger<RunSweeper> log) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                history.Sweep();
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                log.LogWarning("Old runs could not be deleted: {Why}", refused.Message);
            }
        }
    }
}
