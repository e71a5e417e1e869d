using Neurotrade.Web.Dashboard.Imports;

namespace Neurotrade.Tests.Dashboard.Imports;

/// <summary>Waits for imports.</summary>
internal static class ImportEnds
{
    /// <summary>Until a file has come to where it goes no further by itself: to its end, or to a question.</summary>
    public static async Task<FileImport> OfAsync(ImportQueue queue, long id, CancellationToken cancel)
    {
        await UntilAsync(queue, () => queue.Find(id) is { IsMoving: false }, cancel);
        return queue.Find(id)!;
    }

    /// <summary>Until something is so that the queue tells of.</summary>
    public static async Task UntilAsync(ImportQueue queue, Func<bool> isSo, CancellationToken cancel)
    {
        var come = new TaskCompletionSource();
        using IDisposable subscription = queue.Subscribe(() =>
        {
            if (isSo())
            {
                come.TrySetResult();
            }
        });
        if (!isSo())
        {
            await come.Task.WaitAsync(cancel);
        }
    }
}
