using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Web.Commands;
using Neurotrade.Web.Composition;
using Neurotrade.Web.Dashboard.Jobs;
using Neurotrade.Web.Dashboard.Optimising;
using Neurotrade.Web.Dashboard.Rules;

namespace Neurotrade.Web.Hosting;

/// <summary>Runs the sweeps that pages ask for, one at a time beside the backtests, each into its own folder.</summary>
internal sealed class SweepWorker(
    SweepQueue queue,
    SweepStore store,
    StateFolder state,
    RulesShelf rules,
    IReadOnlyList<ICandleSource> sources,
    TimeProvider clock,
    ILogger<SweepWorker> log) : BackgroundService
{
    /// <summary>Before anything is served: what an earlier server left is taken up first.</summary>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        queue.EmptyBin(isOnlyOld: true);
        queue.Resume();
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            (AskedSweep asked, SweepLive live) = await queue.TakeAsync(stoppingToken);
            queue.EmptyBin(isOnlyOld: true);
            await Task.Run(() => Run(asked, live, stoppingToken), CancellationToken.None);
        }
    }

    private void Run(AskedSweep asked, SweepLive live, CancellationToken stopping)
    {
        try
        {
            CancellationToken cancel = live.Cancel.Token;
            PreparedRun run = PreparedRun.Read(asked.ToRunRequest(rules), sources, cancel);
            SweepInput plain = SweepJob.InputOf(run, asked.ToRequest());
            cancel.ThrowIfCancellationRequested();
            using DeviceChoice device = DeviceChoice.Of(plain, new DeviceRequest(asked.Device, SweepPrecision.Doubles), clock, cancel);
            SweepInput input = device.On(plain);
            live.Begin(input.Plan);
            FinishedSweep finished = Run(asked.Id, run, input, live, cancel);
            queue.End(asked.Id, status => Of(status, finished) with { Device = device.Why });
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // It stays as it is, and the next server goes on with it.
        }
        catch (OperationCanceledException)
        {
            queue.End(asked.Id, status => status with { State = JobState.Cancelled });
        }
        catch (InputException input)
        {
            queue.End(asked.Id, status => status with { State = JobState.Failed, Message = string.Join('\n', input.Problems) });
        }
        catch (Exception defect) when (defect is not OutOfMemoryException)
        {
            // One bad sweep must not end the queue; what it was stands in the log and on the page.
            log.LogError(defect, "Sweep {Id} failed", asked.Id);
            string what = defect is IOException ? $"Cannot be written: {defect.Message}"
                : $"A defect of Neurotrade, not of your files: {defect.Message}";
            queue.End(asked.Id, status => status with { State = JobState.Failed, Message = what });
        }
    }

    // Rows of other candles or of another version do not count; it then begins anew.
    private FinishedSweep Run(string id, PreparedRun run, SweepInput input, SweepLive live, CancellationToken cancel)
    {
        string folder = store.PlaceOf(id);
        TrialFolder trials = new(state.Trials);
        try
        {
            return SweepJob.Run(run, input, folder, trials, resumes: true, clock, live, cancel);
        }
        catch (InputException other) when (other.Problems.Any(problem => problem.File == SweepJob.PartPath(folder)))
        {
            return SweepJob.Run(run, input, folder, trials, resumes: false, clock, live, cancel);
        }
    }

    private static SweepStatus Of(SweepStatus status, FinishedSweep finished) => status with
    {
        State = JobState.Done,
        Tried = finished.Outcome.Total,
        Refused = finished.Outcome.Refused,
        EverTried = finished.EverTried,
        OwnTrials = finished.Tried,
        Ledger = TrialFolder.NameOf(finished.Input),
        BestSample = finished.BestSample,
        Bars = finished.Best.IsEmpty ? 0 : (long)finished.Best[0].Row.Figures[0],
        Seconds = finished.RunTime.TotalSeconds,
        Timed = finished.Rows - finished.EarlierRows,
        Best = finished.Best.IsEmpty
            ? null
            : BestPoint.Of(finished.Input.Plan, finished.Best[0].Row, finished.Best[0].Score),
    };
}
