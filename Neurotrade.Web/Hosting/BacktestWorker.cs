using System.Text;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;
using Neurotrade.Web.Composition;
using Neurotrade.Web.Dashboard;
using Neurotrade.Web.Dashboard.Jobs;
using Neurotrade.Web.Dashboard.Rules;

namespace Neurotrade.Web.Hosting;

/// <summary>Runs the backtests that pages ask for, one at a time, and keeps what comes of them.</summary>
internal sealed class BacktestWorker(
    JobQueue queue,
    JobStore store,
    RunArchive archive,
    RunList list,
    SampleBacktest sample,
    RulesShelf rules,
    IReadOnlyList<ICandleSource> sources,
    TimeProvider clock,
    ILogger<BacktestWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        int interrupted = store.MarkInterrupted();
        if (interrupted > 0)
        {
            log.LogWarning("{Count} backtests were running when the server ended", interrupted);
        }

        sample.AskAtFirstStart();
        while (!stoppingToken.IsCancellationRequested)
        {
            (Job job, CancellationToken cancel, IProgress<double> progress) = await queue.TakeAsync(stoppingToken);
            await Task.Run(() => Run(job, progress, cancel, stoppingToken), CancellationToken.None);
        }
    }

    private void Run(Job job, IProgress<double> progress, CancellationToken cancel, CancellationToken stopping)
    {
        try
        {
            var request = new RunRequest
            {
                StrategyPath = job.StrategyName,
                StrategyText = Encoding.UTF8.GetBytes(store.TextOf(job.Id)!),
                Data = job.Origin.ToDataRequest(),
                Overrides = job.Origin.ToOverrides(),
                RulesPath = rules.Require(job.Origin.Rules),
            };
            PreparedRun run = PreparedRun.Read(request, sources, cancel);
            cancel.ThrowIfCancellationRequested();
            FinishedBacktest finished = BacktestJob.Run(run, clock, progress, cancel);
            PastRun past = finished.ToPastRun(clock.GetUtcNow(), string.Empty) with { Origin = job.Origin };
            PastRun kept = archive.Add(past, finished.Files);
            queue.End(job.Id, JobState.Done, kept.Id);
            list.Announce();
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            queue.End(job.Id, JobState.Interrupted, message: "The server ended while it ran; nothing of it was kept.");
        }
        catch (OperationCanceledException)
        {
            queue.End(job.Id, JobState.Cancelled);
        }
        catch (InputException input)
        {
            queue.End(job.Id, JobState.Failed, message: string.Join('\n', input.Problems));
        }
        catch (Exception defect) when (defect is not OutOfMemoryException)
        {
            // One bad job must not end the queue; what it was stands in the log and on the page.
            log.LogError(defect, "Job {Id} failed", job.Id);
            queue.End(job.Id, JobState.Failed, message: $"A defect of Neurotrade, not of your files: {defect.Message}");
        }
    }
}
