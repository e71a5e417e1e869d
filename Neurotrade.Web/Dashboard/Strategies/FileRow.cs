namespace Neurotrade.Web.Dashboard.Strategies;

/// <summary>A strategy file as the list shows it.</summary>
/// <param name="File">Which one.</param>
/// <param name="Facts">What its text says; null before it was read.</param>
/// <param name="LastRun">Its newest finished backtest; null where there is none.</param>
/// <param name="IsOfThisText">That backtest ran exactly what the file says.</param>
/// <param name="IsTyped">Something was typed in it and not saved.</param>
internal sealed record FileRow(ShelvedStrategy File, StrategyFacts? Facts, PastRun? LastRun, bool IsOfThisText, bool IsTyped)
{
    /// <summary>The file's name without its ending.</summary>
    public string Title => Path.GetFileNameWithoutExtension(File.Name);

    /// <summary>All files with what they say and came to. Reads every one of them: not on a circuit.</summary>
    public static IReadOnlyList<FileRow> Of(
        StrategyShelf shelf, IReadOnlyList<ShelvedStrategy> files, StrategyFactsShelf facts, IReadOnlyList<PastRun> runs)
    {
        ILookup<string, PastRun> byHash = runs.ToLookup(run => run.Hash, StringComparer.Ordinal);
        ILookup<string, PastRun> byName = runs.ToLookup(run => run.Strategy, StringComparer.Ordinal);
        IReadOnlySet<string> typed = shelf.Drafts.Names();
        return
        [
            .. files.Select(file =>
            {
                StrategyFacts? said = shelf.Read(file.Name) is { } text ? facts.Of(text) : null;
                PastRun? exact = said?.Hash is { } hash ? byHash[hash].FirstOrDefault() : null;
                PastRun? last = exact ?? (said?.OwnName is { } name ? byName[name].FirstOrDefault() : null);
                return new FileRow(file, said, last, exact is not null, typed.Contains(file.Name));
            }),
        ];
    }

    /// <summary>Rows that have all words in their names, in an order: <c>result</c>, <c>changed</c>, else by name.</summary>
    public static IReadOnlyList<FileRow> Arranged(IReadOnlyList<FileRow> rows, string? sort, string? words)
    {
        string[] wanted = (words ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        IEnumerable<FileRow> found = rows.Where(row => wanted.All(word =>
            row.File.Name.Contains(word, StringComparison.OrdinalIgnoreCase)
            || row.Facts?.OwnName?.Contains(word, StringComparison.OrdinalIgnoreCase) == true));
        return sort switch
        {
            "result" => [.. found.OrderByDescending(row => row.LastRun?.TotalReturn ?? double.NegativeInfinity)],
            "changed" => [.. found.OrderBy(row => row.File.IsSample).ThenByDescending(row => row.File.ChangedMillis)],
            _ => [.. found],
        };
    }
}
