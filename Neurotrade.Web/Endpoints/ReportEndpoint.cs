using Neurotrade.Web.Dashboard;

namespace Neurotrade.Web.Endpoints;

/// <summary><c>/runs/ID/report</c>: a run's own page, as its command wrote it.</summary>
internal static class ReportEndpoint
{
    // The report carries its own scripts and styles and needs nothing else. The sandbox gives it an origin of its own,
    // so that whatever it holds can neither read nor ask for anything of the dashboard.
    private const string Policy =
        "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox allow-scripts allow-downloads";

    public static void MapReports(this IEndpointRouteBuilder app) => app.MapGet("/runs/{id}/report", Report);

    private static IResult Report(string id, RunArchive archive, HttpResponse response)
    {
        if (archive.ReportOf(id) is not { } path)
        {
            return Results.NotFound();
        }

        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.CacheControl = "no-cache";
        return Results.File(path, "text/html; charset=utf-8");
    }
}
