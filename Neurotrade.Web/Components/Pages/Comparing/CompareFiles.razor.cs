using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using Neurotrade.Web.Dashboard.Comparing;

namespace Neurotrade.Web.Components.Pages.Comparing;

/// <summary>What differs in what the runs were made from: data, dates, capital, costs, parameters, the strategies' lines.</summary>
public sealed partial class CompareFiles
{
    private const int MostLines = 500;
    private const int LongestText = 28;
    private static readonly IReadOnlyList<(bool, string)> LineChoices = [(false, "What differs"), (true, "All")];

    private Comparison? read;
    private IReadOnlyList<ComparedFact> facts = [];
    private ImmutableArray<LineRow> lines = [];
    private int different;

    [Parameter, EditorRequired]
    public required Comparison Comparison { get; set; }

    /// <summary>Equal lines are shown too.</summary>
    [Parameter]
    public bool IsWhole { get; set; }

    [Parameter]
    public EventCallback<bool> WholeChosen { get; set; }

    private IReadOnlyList<LineRow> Shown => IsWhole ? lines : [.. lines.Where(row => !row.IsSame)];

    private string FactsHint => facts.Count(fact => fact.Differs) switch
    {
        0 => "the same for all",
        1 => "one differs",
        var count => string.Create(CultureInfo.InvariantCulture, $"{count} differ"),
    };

    private string LinesHint => lines.Length == 0 ? "of some only the report was kept"
        : different == 0 ? string.Create(CultureInfo.InvariantCulture, $"the same in all {lines.Length} lines")
        : string.Create(CultureInfo.InvariantCulture, $"{different} of {lines.Length} differ");

    protected override void OnParametersSet()
    {
        if (read != Comparison)
        {
            read = Comparison;
            facts = [.. Comparison.Facts()];
            lines = Comparison.Lines();
            different = lines.Count(row => !row.IsSame);
        }
    }

    // A fingerprint is told by its beginning; the whole of it stands in the title.
    private static string Short(string value) =>
        value.Length > LongestText && !value.Contains(' ', StringComparison.Ordinal) ? $"{value[..8]}…{value[^4..]}" : value;
}
