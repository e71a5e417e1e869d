using System.Globalization;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;

namespace Neurotrade.Web.Dashboard.Imports;

// How files come here from browsers.
internal sealed partial class ImportQueue
{
    /// <summary>Files that may be under way.</summary>
    public const int MostFiles = 200;

    /// <summary>A browser that has sent nothing of what it announced for so long has left.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private const string CutOff = "It was cut off before all of it had arrived; nothing of it was stored. Choose it again.";

    private const string Left = "The page that was to send it has gone; nothing of it was stored. Choose it again.";

    // Announced files by the tab that will send them, those too whose tab has left: if it comes back, they are taken.
    private readonly Dictionary<long, string> senders = [];
    private long lastHeard;

    /// <summary>
    /// Files that a browser is about to send, each under its number; what cannot be candles has failed at once.
    /// <see cref="InputException"/> where there are too many, or the exchange is none.
    /// </summary>
    /// <param name="files">As the browser says.</param>
    /// <param name="exchange">What their candles are filed under.</param>
    /// <param name="sender">
    /// Who sends them, one after the other, and those it has announced before: once one is cut off, none will come. Null:
    /// somebody of whom nothing else is expected.
    /// </param>
    public IReadOnlyList<FileImport> Announce(IReadOnlyList<AnnouncedFile> files, string exchange, string? sender = null)
    {
        if (!StoreAddress.IsExchange(exchange))
        {
            throw new InputException(new Problem(string.Empty, 0, 0,
                $"'{AnnouncedFile.Clean(exchange)}' is no name for an exchange; expected lower-case letters, digits and '-', such as binance"));
        }

        lock (gate)
        {
            int active = all.Values.Count(one => one.IsActive);
            if (active + files.Count > MostFiles)
            {
                throw new InputException(new Problem(string.Empty, 0, 0, string.Create(CultureInfo.InvariantCulture,
                    $"{files.Count} files while {active} are under way, expected at most {MostFiles} in all; bring fewer at a time")));
            }

            lastHeard = clock.GetTimestamp();
            long id = all.IsEmpty ? 0 : all.Keys.Last();
            List<FileImport> announced = [.. files.Select(file => Of(++id, file, exchange))];
            announced.ForEach(Put);
            string name = sender ?? string.Create(CultureInfo.InvariantCulture, $"#{id}");
            announced.FindAll(one => one.IsActive).ForEach(one => senders[one.Id] = name);
            return announced;
        }
    }

    /// <summary>Takes a file that was announced; false where it is not waited for, or did not arrive.</summary>
    public async Task<bool> ReceiveAsync(long id, Stream body, CancellationToken aborted)
    {
        FileImport import;
        ImportWay way;
        string? sender;
        lock (gate)
        {
            if (!all.TryGetValue(id, out import!) || !senders.Remove(id, out sender))
            {
                return false;
            }

            way = ways[id] = new ImportWay(CancellationTokenSource.CreateLinkedTokenSource(aborted), changes);
            Put(import = import with { State = ImportState.Arriving, EndedMillis = null, Faults = [] });
        }

        try
        {
            await Upload.CopyAsync(body, store.MakePlace(import), import.Bytes, there =>
            {
                Volatile.Write(ref lastHeard, clock.GetTimestamp());
                way.Report((double)there / import.Bytes);
            }, way.Cancel.Token);
            End(id, ImportState.Waiting);
            arrived.Release();
            return true;
        }
        catch (InputException refused)
        {
            End(id, ImportState.Failed, faults: FileFault.Of(refused, store.FileOf(import), import.Name));
        }
        catch (OperationCanceledException) when (!aborted.IsCancellationRequested)
        {
            End(id, ImportState.Cancelled);
        }
        catch (Exception cut) when (cut is OperationCanceledException or IOException)
        {
            End(id, ImportState.Interrupted, faults: [FileFault.OfAll(CutOff)]);
            SetAside(one => senders.GetValueOrDefault(one.Id) == sender);
        }

        return false;
    }

    // Browsers send one file after the other: while one arrives, or has just, the others are on their way.
    private void Sweep()
    {
        lock (gate)
        {
            if (all.Values.All(one => one.State != ImportState.Arriving)
                && clock.GetElapsedTime(Volatile.Read(ref lastHeard)) >= Patience)
            {
                SetAside(_ => true);
            }
        }
    }

    private void SetAside(Func<FileImport, bool> isLost)
    {
        lock (gate)
        {
            foreach (FileImport one in all.Values.Where(one => one.State == ImportState.Announced && isLost(one)).ToList())
            {
                Put(Ended(one, ImportState.Interrupted, FileFault.OfAll(Left)));
            }
        }
    }

    private FileImport Of(long id, AnnouncedFile file, string exchange)
    {
        var import = new FileImport
        {
            Id = id,
            Name = file.ShownName,
            Exchange = exchange,
            Bytes = file.Bytes,
            State = ImportState.Announced,
            AskedMillis = Now,
        };
        return file.Fault is { } fault ? Ended(import, ImportState.Failed, fault) : import;
    }
}
