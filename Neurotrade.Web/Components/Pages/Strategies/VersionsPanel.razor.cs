using System.Globalization;
using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Market;
using Neurotrade.Web.Dashboard;
using Neurotrade.Web.Dashboard.Strategies;

namespace Neurotrade.Web.Components.Pages.Strategies;

/// <summary>Every text that a file once held, what each changed and came to, and what differs between any two.</summary>
public sealed partial class VersionsPanel
{
    private IReadOnlyList<VersionLine>? lines;
    private (StrategyDraft Draft, string Saved)? read;
    private int? former;
    private int? latter;
    private string? formerText;
    private string? latterText;
    private string? note;

    [Inject]
    internal StrategyShelf Shelf { get; set; } = default!;

    [Inject]
    internal StrategyFactsShelf Facts { get; set; } = default!;

    [Inject]
    internal RunList Runs { get; set; } = default!;

    [Inject]
    internal TimeProvider Clock { get; set; } = default!;

    [Parameter, EditorRequired]
    public required StrategyDraft Draft { get; set; }

    /// <summary>The version that is compared; null: the newest that is not the text itself.</summary>
    [Parameter]
    public int? Former { get; set; }

    /// <summary>What it is compared with; null: the text as it stands.</summary>
    [Parameter]
    public int? Latter { get; set; }

    /// <summary>Other versions were chosen to be compared.</summary>
    [Parameter]
    public EventCallback<(int? Former, int? Latter)> Chosen { get; set; }

    /// <summary>The file holds another text, which is given.</summary>
    [Parameter]
    public EventCallback<string> Restored { get; set; }

    private string TextName => Draft.IsChanged ? "the text, not saved" : "the text";

    protected override Task OnParametersSetAsync()
    {
        Hold();
        if (read == (Draft, Draft.Saved))
        {
            return Task.CompletedTask;
        }

        read = (Draft, Draft.Saved);
        return ReadAsync();
    }

    private async Task ReadAsync()
    {
        string name = Draft.Name;
        IReadOnlyList<PastRun> runs = Runs.Runs;

        // A hundred texts are read and checked.
        lines = await Task.Run(() => VersionLine.Of(Shelf, Facts, runs, name));
        Hold();
    }

    // Holds the two texts that were chosen against each other.
    private void Hold()
    {
        if (lines is null)
        {
            return;
        }

        // Where none is chosen: the newest that says something else than the text.
        former = lines.Any(line => line.Version.Number == Former) ? Former
            : lines.FirstOrDefault(line => !line.IsHeld || Draft.IsChanged)?.Version.Number
            ?? (lines.Count > 0 ? lines[0].Version.Number : null);
        formerText = TextOf(former);
        (latter, latterText) = TextOf(Latter) is { } text ? (Latter, text) : (null, Draft.Text);
    }

    private string? TextOf(int? number) => number is { } one ? Shelf.Versions.Read(Draft.Name, one) : null;

    private Task Compare(int number) => Chosen.InvokeAsync((number, null));

    private Task Choose(object? former, object? latter) => Chosen.InvokeAsync((NumberOf(former), NumberOf(latter)));

    private async Task RestoreAsync(VersionLine line)
    {
        try
        {
            string text = TextOf(line.Version.Number)
                ?? throw StrategyName.Refused(Draft.Name, $"v{line.Version.Number} is not kept any more");

            // What was typed and not saved is kept too, so that it can be had back in the same way.
            StrategyVersion? typed = Draft.IsChanged ? Shelf.Versions.Keep(Draft.Name, Draft.Text) : null;
            StrategyVersion version = Shelf.Save(Draft.Name, text);
            string kept = typed is null ? string.Empty : $" What was not saved is v{typed.Number}.";
            note = $"v{line.Version.Number} is in the file again, as v{version.Number}.{kept} Restore another to go back.";
            await Restored.InvokeAsync(text);
        }
        catch (Exception refused) when (refused is InputException or IOException or UnauthorizedAccessException)
        {
            note = $"Not restored: {refused.Message}";
        }
    }

    private static int? NumberOf(object? value) => value switch
    {
        int number => number,
        string text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) => number,
        _ => null,
    };
}
