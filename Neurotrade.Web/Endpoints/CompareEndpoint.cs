using Neurotrade.Core.Market;
using Neurotrade.Web.Dashboard;
using Neurotrade.Web.Dashboard.Columns;
using Neurotrade.Web.Dashboard.Comparing;

namespace Neurotrade.Web.Endpoints;

/// <summary>
/// <c>/api/compare/curves</c>: returns and drawdowns of several runs, columns <c>growth0 drawdown0 growth1 …</c> in the order
/// of <c>runs</c>.
/// </summary>
internal static class CompareEndpoint
{
    public static void MapComparisons(this IEndpointRouteBuilder app) => app.MapGet("/api/compare/curves", CurvesAsync);

    /// <param name="runs">Ids between commas; runs that cannot be opened are a problem of the whole.</param>
    /// <param name="since">The bar from which all are counted, Unix milliseconds; without it each from its own first.</param>
    /// <param name="until">The first bar that no longer counts.</param>
    /// <param name="from">What is seen, Unix milliseconds.</param>
    /// <param name="to">Until where it is seen.</param>
    /// <param name="points">Pixels.</param>
    /// <param name="open">The runs that are open.</param>
    /// <param name="response">The answer.</param>
    /// <param name="cancel">The browser has left.</param>
    private static async Task<IResult> CurvesAsync(
        string runs, long? since, long? until, long? from, long? to, int? points, OpenRuns open, HttpResponse response, CancellationToken cancel)
    {
        int buckets = Math.Clamp(points ?? 1000, 1, RowWindow.MostPoints / 2);
        var file = new ColumnFile(0, 0, 1);
        IReadOnlyList<string> ids = Comparison.IdsOf(runs);
        for (int place = 0; place < ids.Count; place++)
        {
            OpenRun? run;
            try
            {
                run = await open.FindAsync(ids[place], cancel);
            }
            catch (InputException)
            {
                run = null;
            }

            if (run is null)
            {
                return Results.NotFound();
            }

            RelativeCurve curve = RelativeCurve.Of(run.Result, since, until);
            Add(file, $"growth{place}", curve.Times, curve.Growth, from, to, buckets);
            Add(file, $"drawdown{place}", curve.Times, curve.Drawdown, from, to, buckets);
        }

        response.Headers.CacheControl = "private, max-age=31536000, immutable";
        return Results.Bytes(file.ToBytes(), "application/octet-stream");
    }

    private static void Add(ColumnFile file, string name, long[] times, double[] values, long? from, long? to, int buckets)
    {
        int first = from is { } start ? Math.Max(0, AtOrAfter(times, start) - 1) : 0;
        int last = to is { } end ? Math.Min(times.Length, AtOrAfter(times, end) + 1) : times.Length;
        int[] rows = first < last ? Buckets.Extremes(values, first, last, buckets) : [];
        file.Add($"{name}_time", (long[])[.. rows.Select(row => times[row])])
            .Add(name, (double[])[.. rows.Select(row => values[row])]);
    }

    private static int AtOrAfter(long[] times, long millis)
    {
        int found = Array.BinarySearch(times, millis);
        return found >= 0 ? found : ~found;
    }
}
