using Neurotrade.Web.Dashboard.Optimising;

namespace Neurotrade.Web.Endpoints;

/// <summary>The files of a sweep.</summary>
internal static class SweepEndpoints
{
    public static void MapSweeps(this IEndpointRouteBuilder app)
    {
        RouteGroupBuilder sweeps = app.MapGroup("/api/sweeps/{id}");
        sweeps.MapGet("/sweep.csv", (string id, SweepStore store) => File(id, SweepStore.TableName, "text/csv", store));
        sweeps.MapGet("/sweep.json", (string id, SweepStore store) => File(id, SweepStore.RecordName, "application/json", store));
    }

    private static IResult File(string id, string name, string type, SweepStore store) => store.FileOf(id, name) is { } path
        ? Results.File(path, type, name)
        : Results.NotFound();
}
