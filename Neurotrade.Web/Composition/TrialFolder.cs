using Neurotrade.Core.Market;
using Neurotrade.Core.Research.Overfitting;
using Neurotrade.Core.Research.Sweeps;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Web.Composition;

/// <summary>The trial ledgers of the state folder, a file for each strategy and data set.</summary>
internal sealed class TrialFolder(string folder)
{
    private static readonly Lock Gate = new();

    /// <summary>The ledger of a sweep's strategy and data.</summary>
    public static string NameOf(SweepInput input) =>
        TrialLedger.NameOf(input.Template.Identity, input.DataFingerprint, input.From, input.To);

    /// <summary>The ledger that sweeps of a run's strategy over its data have, whatever values the run sets.</summary>
    public static string NameOf(PreparedRun run)
    {
        StrategyTemplate template = StrategyTemplate.Read(run.StrategyText, run.Request.StrategyPath, run.Overrides);
        return TrialLedger.NameOf(template.Identity, run.Data.Fingerprint, run.Request.Data.From, run.Request.Data.To);
    }

    /// <summary>What a ledger counts by now; null where there is none that can be read.</summary>
    public TrialSummary? Read(string name)
    {
        try
        {
            lock (Gate)
            {
                // In memory: what reads must not keep a sweep from adding to it.
                using MemoryStream bytes = new(File.ReadAllBytes(PathOf(name)));
                return TrialSummary.Of(TrialLedger.Open(bytes, name).Trials.Select(trial => trial.Sharpe));
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or InputException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>
    /// Keeps the rows of a part among all that was ever tried, and says what those are together. Null where they cannot
    /// be written: the sweep itself loses nothing by that.
    /// </summary>
    public TrialSummary? Keep(SweepInput input, SweepPart part)
    {
        string path = PathOf(NameOf(input));
        try
        {
            Directory.CreateDirectory(folder);
            using Lock.Scope alone = Gate.EnterScope();
            using FileStream file = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            TrialLedger ledger = TrialLedger.Open(file, path);
            ledger.Add(input.Plan, part.ReadAll());
            ledger.Flush();
            return TrialSummary.Of(ledger.Trials.Select(trial => trial.Sharpe));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or InputException)
        {
            return null;
        }
    }

    private string PathOf(string name) => Path.Combine(folder, $"{name}.trials");
}
