using System.Collections.Immutable;
using System.Globalization;
using Neurotrade.Core.Market;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Web.Dashboard.Strategies;

/// <summary>A version as the list shows it.</summary>
/// <param name="Version">Which one.</param>
/// <param name="Change">What it changed, in a line.</param>
/// <param name="LastRun">The newest finished backtest of exactly this strategy; null where there is none.</param>
/// <param name="IsHeld">The file holds this text now.</param>
internal sealed record VersionLine(StrategyVersion Version, string Change, PastRun? LastRun, bool IsHeld)
{
    private const int LongestQuote = 48;

    /// <summary>All versions of a file, newest first. Reads every one of them: not on a circuit.</summary>
    public static IReadOnlyList<VersionLine> Of(
        StrategyShelf shelf, StrategyFactsShelf facts, IReadOnlyList<PastRun> runs, string name)
    {
        ILookup<string, PastRun> byHash = runs.ToLookup(run => run.Hash, StringComparer.Ordinal);
        string? held = shelf.Read(name) is { } now ? StrategyVersions.HashOf(now) : null;
        var lines = new List<VersionLine>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        string? former = null;
        foreach (StrategyVersion version in shelf.Versions.List(name).Reverse())
        {
            if (shelf.Versions.Read(name, version.Number) is not { } text)
            {
                continue;
            }

            string change = seen.TryGetValue(version.TextHash, out int same)
                ? string.Create(CultureInfo.InvariantCulture, $"the text of v{same} again")
                : former is null ? "the first that is kept" : ChangeOf(former, text, facts);
            string? hash = facts.Of(text).Hash;
            lines.Add(new VersionLine(version, change, hash is null ? null : byHash[hash].FirstOrDefault(), version.TextHash == held));
            seen.TryAdd(version.TextHash, version.Number);
            former = text;
        }

        lines.Reverse();
        return lines;
    }

    /// <summary>What differs between two texts: parameters where only these do, else how many lines and the first.</summary>
    public static string ChangeOf(string former, string latter, StrategyFactsShelf facts)
    {
        LineDiff diff = LineDiff.Of(former, latter);
        if (diff.IsSame)
        {
            return "line ends only";
        }

        (StrategyFacts was, StrategyFacts now) = (facts.Of(former), facts.Of(latter));
        if (was.Hash is not null && now.Hash is not null && was.Hash != now.Hash && ParametersOf(former, was, now) is { } values)
        {
            return values;
        }

        DiffLine first = diff.Lines.FirstOrDefault(line => line.Kind == LineKind.Added && line.Text.Trim().Length > 0)
            ?? diff.Lines.First(line => line.Kind != LineKind.Same);
        string text = first.Text.Trim();
        string quote = text.Length > LongestQuote ? $"{text[..LongestQuote]}…" : text;
        string sign = first.Kind == LineKind.Added ? string.Empty : "without ";
        string counts = string.Create(CultureInfo.InvariantCulture, $"+{diff.Added} \u2212{diff.Removed}");
        string meaning = was.Hash is not null && was.Hash == now.Hash ? ", same meaning" : string.Empty;
        return quote.Length == 0 ? $"{counts}{meaning}" : $"{counts}{meaning}: {sign}{quote}";
    }

    // The former with the latter's values is the latter, where nothing else differs.
    private static string? ParametersOf(string former, StrategyFacts was, StrategyFacts now)
    {
        ILookup<string, StrategyParameter> before = was.Parameters.ToLookup(one => one.Name, StringComparer.Ordinal);
        if (now.Parameters.Length != was.Parameters.Length || now.Parameters.Any(one => !before.Contains(one.Name)))
        {
            return null;
        }

        try
        {
            var values = new StrategyOverrides
            {
                Set = now.Parameters.ToImmutableSortedDictionary(one => one.Name, one => one.TextOf(one.Value), StringComparer.Ordinal),
            };
            return StrategyFile.Load(former, "former.yaml", values).Hash != now.Hash ? null : string.Join(", ", now.Parameters
                .Select(one => (Was: before[one.Name].First(), Now: one))
                .Where(pair => pair.Was.Value != pair.Now.Value)
                .Select(pair => $"${pair.Now.Name} {pair.Was.TextOf(pair.Was.Value)} → {pair.Now.TextOf(pair.Now.Value)}"));
        }
        catch (InputException)
        {
            // A value outside of the former's range.
            return null;
        }
    }
}
