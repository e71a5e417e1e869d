using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;
using Neurotrade.Web.Dashboard.Candles;
using Neurotrade.Web.Dashboard.Imports;

namespace Neurotrade.Web.Hosting;

/// <summary>Stores the candle files that have arrived, one at a time: reading takes every core, and the store has one writer.</summary>
internal sealed class ImportWorker(ImportQueue queue, CandleShelf shelf, ILogger<ImportWorker> log) : BackgroundService
{
    /// <summary>Before anything is served: what an earlier server left is taken up first.</summary>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        queue.Resume();
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            (FileImport import, string path, CancellationToken cancel, IProgress<ReadingProgress> progress) = await queue.TakeAsync(stoppingToken);
            await Task.Run(() => Store(import, path, progress, cancel, stoppingToken), CancellationToken.None);
        }
    }

    private void Store(
        FileImport import, string path, IProgress<ReadingProgress> progress, CancellationToken cancel, CancellationToken stopping)
    {
        var stored = new List<ImportedSeries>();
        try
        {
            FileQuestion? question = ImportReading.Store(
                import, path, shelf, problem => FileFault.Of(problem, path, import.Name), stored.Add, progress, cancel);
            if (question is null)
            {
                queue.End(import.Id, ImportState.Done, [.. stored]);
            }
            else
            {
                queue.Ask(import.Id, question);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // It stays as it is, and the next server goes on with it.
        }
        catch (OperationCanceledException)
        {
            queue.End(import.Id, ImportState.Cancelled, [.. stored]);
        }
        catch (InputException wrong)
        {
            queue.End(import.Id, ImportState.Failed, [.. stored], FileFault.Of(wrong, path, import.Name));
        }
        catch (Exception defect) when (defect is not OutOfMemoryException)
        {
            // One bad file must not end the queue; what it was stands in the log and on the page.
            log.LogError(defect, "Import {Id} failed", import.Id);
            string what = defect is IOException ? $"Cannot be stored: {defect.Message}"
                : $"A defect of Neurotrade, not of your file: {defect.Message}";
            queue.End(import.Id, ImportState.Failed, [.. stored], [FileFault.OfAll(what)]);
        }
    }
}
