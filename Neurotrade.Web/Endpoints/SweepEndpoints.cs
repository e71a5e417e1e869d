using Neurotrade.Core.Market;
using Neurotrade.Web.Dashboard.Columns;
using Neurotrade.Web.Dashboard.Optimising;

namespace Neurotrade.Web.Endpoints;

/// <summary>What the charts of a sweep fetch, and its files.</summary>
internal static class SweepEndpoints
{
    // A sweep never changes under its id, so what was fetched once need not be asked for again.
    private const string ForGood = "private, max-age=31536000, immutable";

    public static void MapSweeps(this IEndpointRouteBuilder app)
    {
        RouteGroupBuilder sweeps = app.MapGroup("/api/sweeps/{id}");
        sweeps.MapGet("/sweep.csv", (string id, SweepStore store) => File(id, SweepStore.TableName, "text/csv", store));
        sweeps.MapGet("/sweep.json", (string id, SweepStore store) => File(id, SweepStore.RecordName, "application/json", store));
        sweeps.MapGet("/heat", HeatAsync);
        sweeps.MapGet("/lines", LinesAsync);
    }

    /// <param name="id">The sweep.</param>
    /// <param name="x">The columns' parameter.</param>
    /// <param name="y">The rows' parameter; none: over one alone.</param>
    /// <param name="of"><c>best</c>, <c>mean</c> or <c>median</c>.</param>
    /// <param name="sweeps">Finished sweeps.</param>
    /// <param name="response">The answer.</param>
    /// <param name="cancel">The browser has left.</param>
    private static async Task<IResult> HeatAsync(
        string id, string x, string? y, string? of, OpenSweeps sweeps, HttpResponse response, CancellationToken cancel)
    {
        if (await FindAsync(id, sweeps, cancel) is not { } sweep || sweep.Axis(x) is not { } across
            || (y is not null && sweep.Axis(y) is null) || !Enum.TryParse(of ?? nameof(HeatOf.Best), ignoreCase: true, out HeatOf kind))
        {
            return Results.NotFound();
        }

        IReadOnlyList<HeatCell> cells = HeatMap.Of(sweep, across, sweep.Axis(y), kind).Cells;
        return Columns(response, new ColumnFile(cells.Count, 0, 1)
            .Add("x", (long[])[.. cells.Select(cell => (long)cell.X)])
            .Add("y", (long[])[.. cells.Select(cell => (long)cell.Y)])
            .Add("value", (double[])[.. cells.Select(cell => cell.Value)])
            .Add("row", (long[])[.. cells.Select(cell => (long)cell.Row)])
            .Add("count", (long[])[.. cells.Select(cell => (long)cell.Count)]));
    }

    // Parameters as places on their axes, then the figures; the chosen run is among the lines.
    private static async Task<IResult> LinesAsync(
        string id, string figures, int? row, OpenSweeps sweeps, HttpResponse response, CancellationToken cancel)
    {
        if (await FindAsync(id, sweeps, cancel) is not { } sweep)
        {
            return Results.NotFound();
        }

        int[] rows = LineChoice.Of(sweep);
        rows = row is { } chosen && chosen >= 0 && chosen < sweep.Count ? [.. rows.Append(chosen).Distinct().Order()] : rows;
        ColumnFile file = new ColumnFile(sweep.Count, 0, 1).Add("row", (long[])[.. rows.Select(one => (long)one)]);
        foreach (OpenAxis axis in sweep.Varied)
        {
            file.Add(axis.Name, (double[])[.. rows.Select(one => (double)axis.Positions[one])]);
        }

        foreach (string name in figures.Split(',').Distinct())
        {
            if (sweep.Axis(name) is not null || sweep.Column(name) is not { } column)
            {
                return Results.BadRequest($"No figure {name}");
            }

            file.Add(name, (double[])[.. rows.Select(one => column[one])]);
        }

        return Columns(response, file);
    }

    private static async Task<OpenSweep?> FindAsync(string id, OpenSweeps sweeps, CancellationToken cancel)
    {
        try
        {
            return await sweeps.FindAsync(id, cancel);
        }
        catch (InputException)
        {
            return null;
        }
    }

    private static IResult Columns(HttpResponse response, ColumnFile file)
    {
        response.Headers.CacheControl = ForGood;
        return Results.Bytes(file.ToBytes(), "application/octet-stream");
    }

    private static IResult File(string id, string name, string type, SweepStore store) => store.FileOf(id, name) is { } path
        ? Results.File(path, type, name)
        : Results.NotFound();
}
