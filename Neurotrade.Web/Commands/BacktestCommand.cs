using Neurotrade.Core.Adapters.Files;
using Neurotrade.Core.Market;
using Neurotrade.Core.Research;
using Neurotrade.Core.Research.Overfitting;
using Neurotrade.Web.Composition;
using Neurotrade.Web.Dashboard;

namespace Neurotrade.Web.Commands;

/// <summary><c>backtest</c>: one run; writes the files of contracts 5 and prints the summary.</summary>
internal static class BacktestCommand
{
    public static Verb Verb => new Verb("backtest", "Runs a strategy over data, writes the results and a report", Run)
        .With(RunOptions.All).With(SharedOptions.Out);

    private static int Run(VerbContext context)
    {
        RunRequest request = RunOptions.Read(context);
        string folder = context.Required(SharedOptions.Out);
        OutputPath.RefuseAFile(folder);
        long start = context.Clock.GetTimestamp();
        PreparedRun run = PreparedRun.Read(request, CandleSources.Of(context.State), context.Cancel);
        TimeSpan readTime = context.Clock.GetElapsedTime(start);
        Report(context, run);
        FinishedBacktest finished;
        using (Progress progress = context.Progress("Backtest"))
        {
            finished = BacktestJob.Run(run, context.Clock, progress, context.Cancel);
        }

        ResultFolder.Write(folder, finished.Files);
        Keep(context, finished, folder);
        if (context.IsJson)
        {
            BacktestJson.Write(context, finished, folder, readTime);
        }
        else
        {
            TrialSummary? ever = new TrialFolder(context.State.Trials).Read(TrialFolder.NameOf(run));
            BacktestSummary.Write(context.Terminal, finished, ever, folder, readTime);
        }

        return ExitOf(context, finished.Certificate);
    }

    /// <summary>A run that looked ahead is written, and has failed.</summary>
    public static int ExitOf(VerbContext context, LookAheadCertificate certificate)
    {
        if (certificate is not LookAheadCertificate.Failed failed)
        {
            return ExitCode.Done;
        }

        context.Terminal.Note($"neurotrade: the run looks ahead at {failed.Bar}: {failed.What}");
        return ExitCode.Failed;
    }

    /// <summary>How an older form was understood (contracts 3), and what was refused.</summary>
    public static void Report(VerbContext context, PreparedRun run)
    {
        foreach (string line in run.Echo)
        {
            context.Terminal.Note(line);
        }

        ReportRefusals(context, run.Data);
    }

    /// <summary>The first refused rows by file and line, then how many there are (contracts 1).</summary>
    public static void ReportRefusals(VerbContext context, DataSet data)
    {
        const int mostNamed = 20;
        foreach (Problem refusal in data.Refusals.Take(mostNamed))
        {
            context.Terminal.Report(refusal);
        }

        if (data.RefusedRows > 0)
        {
            context.Terminal.Note($"{data.RefusedRows} rows refused; the run goes on without them");
        }
    }

    // The run itself is done: a list that cannot be written takes nothing from it.
    private static void Keep(VerbContext context, FinishedBacktest finished, string folder)
    {
        try
        {
            PastRun past = finished.ToPastRun(context.Clock.GetUtcNow(), Path.GetFullPath(folder));
            new RunArchive(context.State.Runs).Add(past, finished.Files);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or InputException)
        {
            context.Terminal.Note($"neurotrade: the run is not in the list of runs: {refused.Message}");
        }
    }
}
