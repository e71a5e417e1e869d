using Microsoft.AspNetCore.Components;
using Neurotrade.Web.Dashboard.Strategies;

namespace Neurotrade.Web.Components.Pages.Strategies;

/// <summary>The strategy files, and the text of one with what it says. Which one is open stands in the address.</summary>
public sealed partial class StrategiesPage
{
    private IReadOnlyList<ShelvedStrategy> files = [];
    private EditorPanel? panel;
    private StrategyDraft? draft;
    private string? missing;
    private string? justDeleted;

    [Inject]
    internal StrategyShelf Shelf { get; set; } = default!;

    [Inject]
    internal PageAddress Address { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "file")]
    private string? File { get; set; }

    [SupplyParameterFromQuery(Name = "view")]
    private string? ViewName { get; set; }

    [SupplyParameterFromQuery(Name = "from")]
    private int? Former { get; set; }

    [SupplyParameterFromQuery(Name = "to")]
    private int? Latter { get; set; }

    [SupplyParameterFromQuery(Name = FilesPanel.SortKey)]
    private string? Sort { get; set; }

    [SupplyParameterFromQuery(Name = FilesPanel.WordsKey)]
    private string? Words { get; set; }

    // Named, so that the page is told of them; what is on its way to the address counts already.
    [SupplyParameterFromQuery(Name = TuningPanels.SetKey)]
    private string[]? Set { get; set; }

    [SupplyParameterFromQuery(Name = TuningPanels.DataKey)]
    private string? On { get; set; }

    private StrategyView View => Enum.TryParse(ViewName, ignoreCase: true, out StrategyView view) && Enum.IsDefined(view)
        ? view
        : StrategyView.Text;

    protected override Task OnParametersSetAsync()
    {
        List();
        if (draft is null || File != draft.Name)
        {
            Load();
        }

        return Address.PutAgainAsync();
    }

    private void Load()
    {
        string? found = File is null ? null : Shelf.Read(File);
        missing = found is null ? File : null;
        justDeleted = found is null ? justDeleted : null;
        draft = found is null ? null : StrategyDraft.Of(
            File!, found, files.FirstOrDefault(one => one.Name == File)?.IsSample == true, Shelf.Drafts.Find(File!));
    }

    private void List() => files = Shelf.List();

    // The text has changed: what stands beside it follows.
    private void Repaint() => StateHasChanged();

    private Task OpenAsync(string name)
    {
        List();
        if (name == draft?.Name)
        {
            // The file holds another text now; what was typed and not saved stands in it again.
            Load();
            return Task.CompletedTask;
        }

        return Address.StepAsync(("file", name), ("view", null), ("from", null), ("to", null), (TuningPanels.SetKey, null));
    }

    private Task ShowAsync(StrategyView view) => Address.PutAsync(
        ("view", view == StrategyView.Text ? null : view.ToString().ToLowerInvariant()), ("from", null), ("to", null));

    private Task CompareAsync((int? Former, int? Latter) versions) => Address.PutAsync(("from", versions.Former), ("to", versions.Latter));

    private Task ArrangeAsync((string Key, string? Value) part) =>
        Address.PutAsync((part.Key, string.IsNullOrWhiteSpace(part.Value) ? null : part.Value));

    private Task SettleAsync(IReadOnlyList<string> set) => Address.PutAsync((TuningPanels.SetKey, set.Count == 0 ? null : set.ToArray()));

    private Task ChooseDataAsync(string? data) => Address.PutAsync((TuningPanels.DataKey, data));

    private Task WriteAsync(string text) => panel!.WriteAsync(text);

    private Task RunAsync(IReadOnlyDictionary<string, string> set) => panel!.RunAsync(set);

    private void Forget()
    {
        justDeleted = draft?.Name;
        List();
    }
}
