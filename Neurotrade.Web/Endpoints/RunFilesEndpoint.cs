using System.IO.Compression;
using Microsoft.AspNetCore.Http.Features;
using Neurotrade.Core.Market;
using Neurotrade.Core.Research;
using Neurotrade.Web.Dashboard;

namespace Neurotrade.Web.Endpoints;

/// <summary>The files of a run, one by one or all in a zip.</summary>
internal static class RunFilesEndpoint
{
    public static void MapRunFiles(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/runs/{id}/files.zip", AllAsync);
        app.MapGet("/api/runs/{id}/files/{name}", OneAsync);
    }

    private static async Task<IResult> AllAsync(
        string id, RunArchive archive, OpenRuns runs, HttpContext context, CancellationToken cancel)
    {
        IReadOnlyList<string> files = archive.FilesOf(id);
        if (files.Count == 0)
        {
            return Results.NotFound();
        }

        ResultFile? equity = await EquityAsync(id, runs, cancel);

        // The archive writes its last bytes without waiting, whatever one does.
        context.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        return Results.Stream(async stream =>
        {
            // Written as it is made: nothing of a large run is held in memory.
            await using ZipArchive zip = await ZipArchive.CreateAsync(
                stream, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancel);
            foreach (string path in files)
            {
                await using FileStream source = File.OpenRead(path);
                await using Stream target = await OpenAsync(zip, Path.GetFileName(path), cancel);
                await source.CopyToAsync(target, cancel);
            }

            if (equity is not null)
            {
                await using Stream target = await OpenAsync(zip, equity.Name, cancel);
                foreach (ReadOnlyMemory<byte> part in equity.Parts)
                {
                    await target.WriteAsync(part, cancel);
                }
            }
        }, "application/zip", $"{id}.zip");
    }

    private static async Task<IResult> OneAsync(string id, string name, RunArchive archive, OpenRuns runs, CancellationToken cancel)
    {
        if (archive.FilesOf(id).FirstOrDefault(path => Path.GetFileName(path) == name) is { } found)
        {
            return Results.File(found, "application/octet-stream", name);
        }

        return name == RunArchive.EquityName && await EquityAsync(id, runs, cancel) is { } equity
            ? Results.Bytes(equity.ToArray(), "application/octet-stream", name)
            : Results.NotFound();
    }

    // Made again; a run that cannot be opened has only what was kept.
    private static async Task<ResultFile?> EquityAsync(string id, OpenRuns runs, CancellationToken cancel)
    {
        try
        {
            return await runs.FindAsync(id, cancel) is { } run ? ResultTables.Equity(run.Result) : null;
        }
        catch (InputException)
        {
            return null;
        }
    }

    private static Task<Stream> OpenAsync(ZipArchive zip, string name, CancellationToken cancel) =>
        zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync(cancel);
}
