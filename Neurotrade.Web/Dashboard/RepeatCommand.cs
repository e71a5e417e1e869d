using System.Globalization;
using Neurotrade.Core.Ingestion;
using Neurotrade.Core.Market;
using Neurotrade.Core.Simulation;

namespace Neurotrade.Web.Dashboard;

/// <summary>The command that makes a kept run again, to the byte, as one types it into a shell.</summary>
internal static class RepeatCommand
{
    /// <summary>The command; null where what the run was made from was not kept.</summary>
    /// <param name="archive">Where it is kept; its strategy and rules are named by their full paths.</param>
    /// <param name="run">Which one.</param>
    /// <param name="folder">Where the files shall go.</param>
    public static string? Of(RunArchive archive, PastRun run, string folder)
    {
        if (run.Origin is not { } origin || archive.FileOf(run.Id, RunArchive.StrategyName) is not { } strategy)
        {
            return null;
        }

        var words = new List<string> { "neurotrade", "backtest", "--strategy", Path.GetFullPath(strategy) };
        foreach (string source in origin.Sources)
        {
            words.AddRange(["--data", source]);
        }

        Add(words, "--symbol", origin.Symbol);
        Add(words, "--timeframe", origin.Timeframe);
        Add(words, "--from", origin.FromMillis is { } from ? new Instant(from).ToString() : null);
        Add(words, "--to", origin.ToMillis is { } to ? new Instant(to).ToString() : null);
        Add(words, "--rules", archive.FileOf(run.Id, RunArchive.RulesName) is { } rules ? Path.GetFullPath(rules) : null);
        Add(words, "--seed", origin.Seed == 1 ? null : origin.Seed.ToString(CultureInfo.InvariantCulture));
        Add(words, "--out", folder);
        string state = NeedsStore(origin) ? $"NEUROTRADE_DATA={Quoted(StateOf(archive))} " : string.Empty;
        return state + string.Join(' ', words.Select(Quoted));
    }

    private static void Add(List<string> words, string name, string? value)
    {
        if (value is not null)
        {
            words.AddRange([name, value]);
        }
    }

    // The generated market is the same everywhere; candles of the store are those of this state folder.
    private static bool NeedsStore(RunOrigin origin) => origin.Sources.Any(source =>
        source.StartsWith(StoreAddress.Prefix, StringComparison.Ordinal)
        && !source.StartsWith($"{StoreAddress.Prefix}{GeneratedMarket.Exchange}/", StringComparison.Ordinal));

    private static string StateOf(RunArchive archive) => Path.GetDirectoryName(Path.GetFullPath(archive.Folder))!;

    private static string Quoted(string word) => word.All(c => char.IsAsciiLetterOrDigit(c) || "-_./:=,".Contains(c, StringComparison.Ordinal))
        ? word
        : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
