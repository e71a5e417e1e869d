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

    [Inject]
    internal StrategyShelf Shelf { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    [SupplyParameterFromQuery(Name = "file")]
    private string? File { get; set; }

    [SupplyParameterFromQuery(Name = "view")]
    private string? ViewName { get; set; }

    [SupplyParameterFromQuery(Name = "from")]
    private int? Former { get; set; }

    [SupplyParameterFromQuery(Name = "to")]
    private int? Latter { get; set; }

    private StrategyView View => Enum.TryParse(ViewName, ignoreCase: true, out StrategyView view) && Enum.IsDefined(view)
        ? view
        : StrategyView.Text;

    protected override void OnParametersSet()
    {
        List();
        if (draft is not null && File == draft.Name)
        {
            return;
        }

        string? found = File is null ? null : Shelf.Read(File);
        missing = found is null ? File : null;
        draft = found is null
            ? null
            : new StrategyDraft(File!, found, files.FirstOrDefault(one => one.Name == File)?.IsSample == true);
    }

    private void List() => files = Shelf.List();

    private void Open(string name)
    {
        draft = null;
        Navigation.NavigateTo($"strategies?file={Uri.EscapeDataString(name)}");
    }

    private void Show(StrategyView view) => Go(new()
    {
        ["view"] = view == StrategyView.Text ? null : view.ToString().ToLowerInvariant(),
        ["from"] = null,
        ["to"] = null,
    });

    private void Compare((int? Former, int? Latter) versions) => Go(new() { ["from"] = versions.Former, ["to"] = versions.Latter });

    private void Go(Dictionary<string, object?> changes) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(changes), replace: true);

    private Task WriteAsync(string text) => panel!.WriteAsync(text);

    private Task RunAsync(IReadOnlyDictionary<string, string> set) => panel!.RunAsync(set);

    private void Forget()
    {
        draft = null;
        Navigation.NavigateTo("strategies");
    }
}
