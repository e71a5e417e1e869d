using System.Collections.Immutable;
using Neurotrade.Core.Research;
using Neurotrade.Core.Research.Overfitting;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Web.Composition;

/// <summary>One sweep from prepared inputs to <c>sweep.csv</c>, by way of a part file that a later start goes on with.</summary>
internal static class SweepJob
{
    private const int MostBest = 10;
    private const string TableName = "sweep.csv";

    /// <summary>Where the rows of an unfinished sweep lie.</summary>
    public static string PartPath(string folder) => Path.Combine(folder, "sweep.part");

    /// <summary>The sweep that was asked for; its problems are one <see cref="Core.Market.InputException"/>.</summary>
    public static SweepInput InputOf(PreparedRun run, SweepRequest request)
    {
        StrategyTemplate template = StrategyTemplate.Read(run.StrategyText, run.Request.StrategyPath, run.Overrides);
        SweepPlan plan = SweepPlan.Of(template.Reading.Strategy.Parameters, request.Ranges);
        if (request.Search.Refusal(plan) is { } refusal)
        {
            throw new Core.Market.InputException(refusal);
        }

        return new SweepInput
        {
            Template = template,
            Plan = plan,
            Search = request.Search,
            Objective = request.Objective,
            Symbols = run.Input.Symbols,
            From = run.Request.Data.From,
            To = run.Request.Data.To,
            Rules = run.Rules,
            RulesHash = run.RulesHash,
            DataFingerprint = run.Data.Fingerprint,
            Version = BacktestJob.Version,
        };
    }

    /// <summary>Runs what is not done yet and writes the table; the part file goes once the table is there.</summary>
    /// <param name="run">Strategy and data.</param>
    /// <param name="input">The sweep of them.</param>
    /// <param name="folder">Where the table goes.</param>
    /// <param name="trials">Where all that was ever tried is kept.</param>
    /// <param name="resumes">Whether rows of an earlier start count.</param>
    /// <param name="clock">Measures.</param>
    /// <param name="progress">Told after each group of combinations, from any thread.</param>
    /// <param name="cancellation">Ends it; what is done stays in the part file.</param>
    public static FinishedSweep Run(
        PreparedRun run,
        SweepInput input,
        string folder,
        TrialFolder trials,
        bool resumes,
        TimeProvider clock,
        IProgress<SweepProgress>? progress,
        CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        string path = PartPath(folder);
        FinishedSweep finished;
        using (FileStream file = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read))
        {
            byte[] identity = input.Identity();
            SweepPart part = resumes ? SweepPart.Resume(file, identity, path) : SweepPart.Begin(file, identity);
            int earlier = part.Count;
            long start = clock.GetTimestamp();
            SweepProgress outcome;
            try
            {
                outcome = Sweep.Run(input, part, progress, cancellation);
            }
            catch (OperationCanceledException)
            {
                trials.Keep(input, part);
                throw;
            }

            TimeSpan runTime = clock.GetElapsedTime(start);
            Sweep.RefuseWhereNoneRan(input, part);
            List<SweepKey> first = [];
            IEnumerable<SweepKey> sorted = SweepSort.Sorted(part, input.Objective, () => Scratch(folder));
            Write(Path.Combine(folder, TableName), into => SweepTable.Write(part, input.Plan, Kept(sorted, first), into, input.Precision));
            ImmutableArray<(SweepRow Row, double Score)> best =
                [.. first.Where(key => !double.IsNaN(key.Score)).Select(key => (part.Read(key.Place), key.Score))];
            finished = new FinishedSweep
            {
                Run = run,
                Input = input,
                Outcome = outcome,
                Best = best,
                EarlierRows = earlier,
                Rows = part.Count,
                RunTime = runTime,
                Tried = TrialSummary.Of(part.ReadAll().Select(row => row.Figures[RunFigures.Sharpe])),
                EverTried = trials.Keep(input, part),
                BestSample = best.IsEmpty
                    ? null
                    : SharpeSample.Of(CombinationReturns.Of(input, best[0].Row.Combination, cancellation)),
            };
        }

        ResultFile record = SweepFile.Of(finished);
        Write(Path.Combine(folder, record.Name), into => into.Write(record.ToArray()));
        File.Delete(path);
        return finished;
    }

    // Room for sorting; gone when it is closed, and after a crash overwritten by the next.
    private static FileStream Scratch(string folder) => new(
        Path.Combine(folder, "sweep.sort"), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16,
        FileOptions.DeleteOnClose);

    // Hands on all keys and keeps the best.
    private static IEnumerable<SweepKey> Kept(IEnumerable<SweepKey> sorted, List<SweepKey> first)
    {
        foreach (SweepKey key in sorted)
        {
            if (first.Count < MostBest)
            {
                first.Add(key);
            }

            yield return key;
        }
    }

    /// <summary>
    /// Writes a file beside its name first, so that none is ever seen half written; other files of the folder are a
    /// person's own.
    /// </summary>
    public static void Write(string path, Action<Stream> write)
    {
        using (FileStream file = File.Create(path + ".partial"))
        {
            write(file);
        }

        File.Move(path + ".partial", path, overwrite: true);
    }
}
