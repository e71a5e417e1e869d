using Microsoft.AspNetCore.Http.Metadata;
using Neurotrade.Core.Market;
using Neurotrade.Web.Dashboard.Imports;

namespace Neurotrade.Web.Endpoints;

/// <summary>
/// <c>/api/imports</c>: a browser announces candle files, then sends them one after the other. Pages of other sites cannot:
/// for JSON and PUT a browser asks for a permission that is never given.
/// </summary>
internal static class ImportEndpoints
{
    private const long MostAnnouncement = 1 << 20;

    public static void MapImports(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/imports", Announce).WithMetadata(new RequestLimit(MostAnnouncement));
        app.MapPut("/api/imports/{id:long}", ReceiveAsync).WithMetadata(new RequestLimit(AnnouncedFile.MostBytes));
    }

    private static IResult Announce(Announcement announcement, ImportQueue queue)
    {
        if (announcement.Files is not { Length: > 0 } files || announcement.Exchange is not { } exchange
            || Array.Exists(files, file => file?.Name is null))
        {
            return Results.Text("no files were announced", statusCode: StatusCodes.Status400BadRequest);
        }

        try
        {
            IReadOnlyList<FileImport> announced = queue.Announce(
                [.. files.Select(file => new AnnouncedFile(file.Name, file.Size))], exchange, announcement.Sender ?? string.Empty);
            return Results.Json(announced.Select(one => one.State == ImportState.Announced ? one.Id : (long?)null));
        }
        catch (InputException refused)
        {
            return Results.Text(refused.Problems[0].Message, statusCode: StatusCodes.Status400BadRequest);
        }
    }

    private static async Task<IResult> ReceiveAsync(long id, HttpRequest request, ImportQueue queue, CancellationToken aborted) =>
        queue.Find(id) is null ? Results.Text("no file of that number was announced", statusCode: StatusCodes.Status404NotFound)
        : await queue.ReceiveAsync(id, request.Body, aborted) ? Results.NoContent()
        : Results.Text("it is not waited for, or not all of it came", statusCode: StatusCodes.Status409Conflict);

    private sealed record Announcement(string? Exchange, SentFile[]? Files, string? Sender);

    private sealed record SentFile(string Name, long Size);

    private sealed class RequestLimit(long bytes) : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => bytes;
    }
}
