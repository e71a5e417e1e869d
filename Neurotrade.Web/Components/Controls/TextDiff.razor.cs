using System.Globalization;
using Microsoft.AspNetCore.Components;
using Neurotrade.Web.Dashboard.Strategies;

namespace Neurotrade.Web.Components.Controls;

/// <summary>Two texts line by line, below or beside each other; long stretches that are the same are folded.</summary>
public sealed partial class TextDiff
{
    // Lines that stay around a change.
    private const int Context = 3;

    // A browser that is given more becomes slow.
    private const int MostRows = 2_000;

    private static readonly (bool, string)[] Ways = [(false, "Below"), (true, "Beside")];
    private readonly HashSet<int> unfolded = [];
    private LineDiff diff = LineDiff.Of(string.Empty, string.Empty);
    private (string Former, string Latter) shown = (string.Empty, string.Empty);
    private bool isBeside;

    [Parameter, EditorRequired]
    public required string Former { get; set; }

    [Parameter, EditorRequired]
    public required string Latter { get; set; }

    /// <summary>What the former text is called: <c>v3</c>.</summary>
    [Parameter, EditorRequired]
    public required string FormerName { get; set; }

    /// <summary>What the latter text is called.</summary>
    [Parameter, EditorRequired]
    public required string LatterName { get; set; }

    /// <summary>What stands where the names do: a choice of other texts.</summary>
    [Parameter]
    public RenderFragment? Choice { get; set; }

    private string Summary => diff.IsSame
        ? string.Empty
        : string.Create(CultureInfo.InvariantCulture, $"{Lines(diff.Added)} added, {Lines(diff.Removed)} removed");

    private IEnumerable<DiffRow> Rows => isBeside ? Paired(Folded()) : Folded();

    private bool IsCut => Rows.Skip(MostRows).Any();

    protected override void OnParametersSet()
    {
        if (shown != (Former, Latter))
        {
            shown = (Former, Latter);
            diff = LineDiff.Of(Former, Latter);
            unfolded.Clear();
        }
    }

    private void Show(bool beside) => isBeside = beside;

    // Every line that is near a change or was unfolded; a row for each stretch that is not.
    private IEnumerable<DiffRow> Folded()
    {
        for (int i = 0; i < diff.Lines.Length;)
        {
            int end = i;
            while (end < diff.Lines.Length && diff.Lines[end].Kind == LineKind.Same)
            {
                end++;
            }

            int first = i == 0 ? i : i + Context;
            int last = end == diff.Lines.Length ? end : end - Context;
            bool folds = last - first > 1 && !unfolded.Contains(first);
            for (; i < end; i++)
            {
                if (folds && i == first)
                {
                    yield return new DiffRow(null, null, last - first, first);
                    i = last - 1;
                    continue;
                }

                yield return new DiffRow(diff.Lines[i], diff.Lines[i], 0, i);
            }

            for (; i < diff.Lines.Length && diff.Lines[i].Kind != LineKind.Same; i++)
            {
                yield return new DiffRow(diff.Lines[i], diff.Lines[i], 0, i);
            }
        }
    }

    // The n-th line that went stands beside the n-th that came in its place.
    private static IEnumerable<DiffRow> Paired(IEnumerable<DiffRow> rows)
    {
        List<DiffRow> gone = [];
        List<DiffRow> come = [];
        foreach (DiffRow row in rows)
        {
            if (row.Left is { Kind: LineKind.Removed } && come.Count == 0)
            {
                gone.Add(row);
                continue;
            }

            if (row.Left is { Kind: LineKind.Added })
            {
                come.Add(row);
                continue;
            }

            foreach (DiffRow pair in Pairs(gone, come))
            {
                yield return pair;
            }

            (gone, come) = ([], []);
            yield return row;
        }

        foreach (DiffRow pair in Pairs(gone, come))
        {
            yield return pair;
        }
    }

    private static IEnumerable<DiffRow> Pairs(List<DiffRow> gone, List<DiffRow> come) =>
        Enumerable.Range(0, Math.Max(gone.Count, come.Count)).Select(i => new DiffRow(
            i < gone.Count ? gone[i].Left : null, i < come.Count ? come[i].Left : null, 0, 0));

    private static string? ClassOf(DiffLine? line) => line?.Kind switch
    {
        LineKind.Added => "text added",
        LineKind.Removed => "text removed",
        LineKind.Same => "text",
        _ => "text none",
    };

    private static string SignOf(DiffLine? line) => line?.Kind switch
    {
        LineKind.Added => "+",
        LineKind.Removed => "\u2212",
        _ => " ",
    };

    private static string Lines(int count) =>
        count == 1 ? "1 line" : string.Create(CultureInfo.InvariantCulture, $"{count} lines");

    /// <summary>A row: one line, a line of each text, or so many same lines from one on.</summary>
    private sealed record DiffRow(DiffLine? Left, DiffLine? Right, int Folded, int First);
}
