using System.Collections.Immutable;
using Neurotrade.Core.Research;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Core.Research.WalkForward;
using Neurotrade.Core.Simulation;

namespace Neurotrade.Web.Composition;

/// <summary>One walk-forward from prepared inputs to its files, by way of part files that a later start goes on with.</summary>
internal static class WalkForwardJob
{
    /// <summary>Where the choices of an unfinished walk-forward lie.</summary>
    public static string PartPath(string folder) => Path.Combine(folder, "walkforward.part");

    /// <summary>Runs what is not done yet and writes the files; the part files go once those are there.</summary>
    /// <param name="run">Strategy and data.</param>
    /// <param name="input">The sweep that every train range gets.</param>
    /// <param name="plan">The windows.</param>
    /// <param name="folder">Where the files go.</param>
    /// <param name="trials">Where all that was ever tried is kept.</param>
    /// <param name="resumes">Whether choices and rows of an earlier start count.</param>
    /// <param name="clock">Measures.</param>
    /// <param name="progress">Shares from 0 to 1.</param>
    /// <param name="cancellation">Ends it; what is done stays in the part files.</param>
    public static FinishedWalkForward Run(
        PreparedRun run,
        SweepInput input,
        WalkForwardPlan plan,
        string folder,
        TrialFolder trials,
        bool resumes,
        TimeProvider clock,
        IProgress<double>? progress,
        CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        string path = PartPath(folder);
        long start = clock.GetTimestamp();
        int earlier;
        ImmutableArray<WindowResult> windows;
        using (FileStream file = Open(path))
        {
            SweepPart choices = PartOf(file, WalkForwardRun.IdentityOf(input, plan), path, resumes);
            earlier = choices.Count;
            WalkForwardRun walk = new(input, plan, choices);
            while (walk.Next is { } window)
            {
                Share? share = progress is null ? null : new Share(progress, window.Number - 1, plan.Windows.Length);
                Choose(walk, window, input, folder, trials, resumes, share, cancellation);
            }

            windows = walk.Test(cancellation);
        }

        FinishedWalkForward finished = Finished(run, input, plan, windows) with
        {
            EarlierWindows = earlier,
            RunTime = clock.GetElapsedTime(start),
        };
        foreach (ResultFile file in Files(finished))
        {
            SweepJob.Write(Path.Combine(folder, file.Name), into => into.Write(file.ToArray()));
        }

        File.Delete(path);
        return finished;
    }

    // A train range's rows are not kept: the table of a sweep over its dates says the same.
    private static void Choose(
        WalkForwardRun walk,
        WalkForwardWindow window,
        SweepInput input,
        string folder,
        TrialFolder trials,
        bool resumes,
        IProgress<SweepProgress>? progress,
        CancellationToken cancellation)
    {
        string path = RowsPath(folder);
        using (FileStream file = Open(path))
        {
            SweepInput train = window.TrainOf(input);

            // A kill between a window's choice and the end of its rows leaves the rows of the window before.
            SweepPart part = PartOf(file, train.Identity(), path, resumes && SweepPart.IsOf(file, train.Identity()));
            try
            {
                walk.Choose(part, progress, cancellation);
            }
            finally
            {
                trials.Keep(train, part);
            }
        }

        File.Delete(path);
    }

    // Where the rows of the train range under way lie.
    private static string RowsPath(string folder) => Path.Combine(folder, "walkforward.rows");

    private static FileStream Open(string path) => new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);

    private static SweepPart PartOf(FileStream file, byte[] identity, string path, bool resumes) =>
        resumes ? SweepPart.Resume(file, identity, path) : SweepPart.Begin(file, identity);

    private static FinishedWalkForward Finished(
        PreparedRun run, SweepInput input, WalkForwardPlan plan, ImmutableArray<WindowResult> windows)
    {
        BacktestResult joined = OutOfSample.Join(input.Template.Reading.Strategy, windows);
        return new FinishedWalkForward
        {
            Run = run,
            Input = input,
            Plan = plan,
            Windows = windows,
            OutOfSample = joined,
            Analysis = Analysis.Of(joined, [.. input.Symbols.Select(symbol => symbol.Bars)]),
            Efficiency = WalkForwardEfficiency.Of(input.Objective, windows),
            Stability = ParameterStability.Of(input.Plan, windows),
            EarlierWindows = 0,
            RunTime = TimeSpan.Zero,
        };
    }

    private static IEnumerable<ResultFile> Files(FinishedWalkForward finished) =>
    [
        WalkForwardTable.Of(finished.Input, finished.Windows),
        MetricsFile.Of(finished.OutOfSample, finished.Analysis),
        ResultTables.Trades(finished.OutOfSample.Trades),
        ResultTables.Equity(finished.OutOfSample),
        WalkForwardFile.Of(finished),
    ];

    private sealed class Share(IProgress<double> whole, int window, int windows) : IProgress<SweepProgress>
    {
        public void Report(SweepProgress value) => whole.Report((window + value.Share) / windows);
    }
}
