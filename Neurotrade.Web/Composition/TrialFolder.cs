using Neurotrade.Core.Market;
using Neurotrade.Core.Research.Sweeps;

namespace Neurotrade.Web.Composition;

/// <summary>The trial ledgers of the state folder, a file for each strategy and data set.</summary>
internal sealed class TrialFolder(string folder)
{
    /// <summary>
    /// Keeps the rows of a part among all that was ever tried; how many those are. Null where they cannot be written: the
    /// sweep itself loses nothing by that.
    /// </summary>
    public int? Keep(SweepInput input, SweepPart part)
    {
        string name = TrialLedger.NameOf(input.Template.Identity, input.DataFingerprint, input.From, input.To);
        string path = Path.Combine(folder, $"{name}.trials");
        try
        {
            Directory.CreateDirectory(folder);
            using FileStream file = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            TrialLedger ledger = TrialLedger.Open(file, path);
            foreach (SweepRow row in part.ReadAll())
            {
                ledger.Add(input.Plan, row);
            }

            ledger.Flush();
            return ledger.Trials.Count;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or InputException)
        {
            return null;
        }
    }
}
