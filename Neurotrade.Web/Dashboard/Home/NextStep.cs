using Neurotrade.Core.Ingestion;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard.Candles;
using Neurotrade.Web.Dashboard.Imports;
using Neurotrade.Web.Dashboard.Jobs;

namespace Neurotrade.Web.Dashboard.Home;

/// <summary>One thing to do next, and the page where it is done.</summary>
public sealed record NextStep(string Icon, string Title, string Text, string Address)
{
    /// <summary>More than these would be a list of chores.</summary>
    public const int MostSteps = 5;

    private const double Sparse = 0.99;
    private const int FewTrades = 20;
    private const int MostFailures = 3;

    /// <summary>What is broken first, then what would tell more, at most <see cref="MostSteps"/>.</summary>
    /// <param name="here">What there is.</param>
    /// <param name="runs">Finished runs, newest first.</param>
    /// <param name="jobs">Jobs, ended ones newest first.</param>
    /// <param name="imports">Files that were brought, ended ones newest first.</param>
    public static IReadOnlyList<NextStep> Of(
        Inventory here, IReadOnlyList<PastRun> runs, IReadOnlyList<Job> jobs, IReadOnlyList<FileImport> imports)
    {
        NextStep[] broken = [.. Mistakes(here), .. Failures(here, jobs), .. Asking(imports), .. Lost(imports), .. Damage(here), .. Leaks(runs)];
        NextStep[] telling = [.. Candles(here), .. Unused(here, runs), .. Gaps(here), .. Thin(runs)];
        return [.. broken.Concat(telling).DistinctBy(step => step.Title).Take(MostSteps)];
    }

    private static IEnumerable<NextStep> Mistakes(Inventory here) => here.Strategies
        .Where(one => one.Problem is not null)
        .Select(one => new NextStep("circle-x", $"Mend {one.File}", one.Problem!, StrategyPage(one.File)));

    // What has been run again since, or is to be mended anyway, needs no second word.
    private static IEnumerable<NextStep> Failures(Inventory here, IReadOnlyList<Job> jobs) => jobs
        .GroupBy(job => job.StrategyName)
        .Select(same => same.MaxBy(job => job.Id)!)
        .OrderByDescending(job => job.Id)
        .Take(MostFailures)
        .Where(last => last.State is JobState.Failed or JobState.Interrupted
            && !here.Strategies.Any(one => one.File == last.StrategyName && one.Problem is not null))
        .Select(last => last.State == JobState.Failed
            ? new NextStep("circle-x", $"See why {last.StrategyName} failed", FirstLine(last.Message), "backtests")
            : new NextStep("rotate-ccw", $"Run {last.StrategyName} again", "The server ended while it ran.", "backtests"));

    private static IEnumerable<NextStep> Asking(IReadOnlyList<FileImport> imports)
    {
        FileImport[] asking = [.. imports.Where(one => one.State == ImportState.Asking)];
        if (asking.Length > 0)
        {
            string title = asking is [var only] ? $"Say what {only.Name} is" : $"Say what {Figures.Number(asking.Length, 0)} files are";
            yield return new NextStep("info", title, "Its candles are stored once that is known.", "data");
        }
    }

    // What was brought again since needs no second word.
    private static IEnumerable<NextStep> Lost(IReadOnlyList<FileImport> imports)
    {
        FileImport[] lost =
        [
            .. imports.GroupBy(one => one.Name).Select(same => same.MaxBy(one => one.Id)!)
                .Where(last => last.State is ImportState.Failed or ImportState.Interrupted),
        ];
        if (lost is [var only])
        {
            yield return new NextStep("circle-x", $"Bring {only.Name} again", FirstFault(only), "data");
        }
        else if (lost.Length > 1)
        {
            yield return new NextStep(
                "circle-x", $"Bring {Figures.Number(lost.Length, 0)} files again", "They were not stored: "
                + string.Join(", ", lost.Take(MostFailures).Select(one => one.Name)) + (lost.Length > MostFailures ? " …" : "."), "data");
        }
    }

    private static IEnumerable<NextStep> Damage(Inventory here) => here.Series
        .Where(one => one.Quality is null)
        .Select(one => new NextStep(
            "circle-x", $"Import {NameOf(one)} again", "What is stored is damaged and cannot be used.", CandlePage(one)));

    private static IEnumerable<NextStep> Leaks(IReadOnlyList<PastRun> runs) => runs
        .Where(run => run.LookAhead == Proof.Failed)
        .Take(1)
        .Select(run => new NextStep(
            "shield-alert", $"Do not trust {run.Strategy}", "It used what could not be known in time.", ResultPage(run)));

    private static IEnumerable<NextStep> Candles(Inventory here)
    {
        if (here.Series.Count == 0)
        {
            yield return new NextStep(
                "database", "Bring real candles", "So far there are only generated prices, which tell nothing about a market.", "data");
        }
    }

    private static IEnumerable<NextStep> Unused(Inventory here, IReadOnlyList<PastRun> runs)
    {
        if (here.Strategies.Count == 0)
        {
            yield return new NextStep(
                "file-code-2", "Write rules of your own", "Open a sample and change it, or bring a file.", "strategies");
        }

        foreach (OwnStrategy one in here.Strategies.Where(one => one.Problem is null && runs.All(run => run.Strategy != one.Name)))
        {
            yield return new NextStep(
                "play", $"Run {one.File}", "It was never tested.", $"backtests/new?strategy={Uri.EscapeDataString(one.File)}");
        }
    }

    private static IEnumerable<NextStep> Gaps(Inventory here) => here.Series
        .Where(one => one.Quality is { } quality && quality.Coverage < Sparse)
        .Select(one => new NextStep(
            "triangle-alert", $"Look at {NameOf(one)}",
            $"{Figures.Number(one.Quality!.MissingCandles, 0)} candles are missing, {Figures.Percent(1 - one.Quality.Coverage)} of the time.",
            CandlePage(one)));

    private static IEnumerable<NextStep> Thin(IReadOnlyList<PastRun> runs) => runs
        .Take(1)
        .Where(run => run.Trades < FewTrades)
        .Select(run => new NextStep(
            "info", $"Give {run.Strategy} a longer time",
            $"{Figures.Number(run.Trades, 0)} trades are too few to judge it by.", ResultPage(run)));

    private static string StrategyPage(string file) => $"strategies?file={Uri.EscapeDataString(file)}";

    private static string ResultPage(PastRun run) => run.Origin is null ? $"runs/{run.Id}/report" : $"runs/{run.Id}";

    private static string CandlePage(ShelvedSeries one) =>
        $"data?series={Uri.EscapeDataString(one.Address.ToString()[StoreAddress.Prefix.Length..])}";

    private static string NameOf(ShelvedSeries one) => $"{one.Address.Symbol} {one.Address.Timeframe}";

    private static string FirstFault(FileImport import) => import.Faults is [var fault, ..]
        ? fault.Line > 0 ? $"Line {Figures.Number(fault.Line, 0)}: {fault.Message}" : fault.Message
        : "It could not be stored.";

    private static string FirstLine(string? message) => (message ?? string.Empty).Split('\n')[0];
}
