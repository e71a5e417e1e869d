using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard;
using Neurotrade.Web.Dashboard.Optimising;
using Neurotrade.Web.Dashboard.Strategies;

namespace Neurotrade.Web.Components.Layout;

/// <summary>Something that can be gone to.</summary>
public sealed record PaletteEntry(string Name, string Kind, string Icon, string Address);

/// <summary>Finds pages, strategies and runs by what is typed; and tells the keys.</summary>
public sealed partial class Palette
{
    private const int MostFound = 12;

    private static readonly PaletteEntry[] Pages =
    [
        new("Overview", "page", "layout-dashboard", ""),
        new("Strategies", "page", "file-code-2", "strategies"),
        new("Backtests", "page", "flask-conical", "backtests"),
        new("Compare runs", "page", "columns-2", "compare"),
        new("New backtest", "do", "play", "backtests/new"),
        new("Optimise", "page", "grid-3x3", "optimise"),
        new("Data", "page", "database", "data"),
    ];

    private View shown;
    private string words = string.Empty;
    private int at;
    private IReadOnlyList<PaletteEntry> all = [];
    private IReadOnlyList<PaletteEntry> found = [];

    private enum View
    {
        None,
        Find,
        Keys,
    }

    [Inject]
    internal StrategyShelf Shelf { get; set; } = default!;

    [Inject]
    internal RunList Runs { get; set; } = default!;

    [Inject]
    internal SweepQueue Sweeps { get; set; } = default!;

    [Inject]
    internal NavigationManager Navigation { get; set; } = default!;

    private void Show(View view)
    {
        (shown, words, at) = (view, string.Empty, 0);
        all =
        [
            .. Pages,
            .. Shelf.List().Select(one => new PaletteEntry(
                one.Name, one.IsSample ? "sample" : "strategy", "file-code-2", $"strategies?file={Uri.EscapeDataString(one.Name)}")),
            .. Runs.Runs.Where(run => run.Origin is not null).Select(run => new PaletteEntry(
                $"{run.Strategy} on {string.Join(", ", run.Symbols)}", $"run of {Figures.Time(run.FinishedMillis)}",
                "flask-conical", $"runs/{run.Id}")),
            .. Sweeps.List().Where(sweep => sweep.IsDone).Select(sweep => new PaletteEntry(
                $"{sweep.Asked.StrategyName} on {sweep.Asked.Data}", $"sweep of {Figures.Time(sweep.Asked.AskedMillis)}",
                "grid-3x3", $"optimise/{sweep.Id}")),
        ];
        Choose();
    }

    // Bound, so that the browser is not sent back a letter while it takes the next.
    private void Find(string? typed)
    {
        (words, at) = (typed ?? string.Empty, 0);
        Choose();
    }

    private void Choose()
    {
        string[] wanted = words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        found =
        [
            .. all.Where(entry => wanted.All(word =>
                entry.Name.Contains(word, StringComparison.OrdinalIgnoreCase) || entry.Kind.Contains(word, StringComparison.OrdinalIgnoreCase)))
                .Take(MostFound),
        ];
    }

    private void Key(KeyboardEventArgs key)
    {
        switch (key.Key)
        {
            case "ArrowDown":
                at = Math.Min(at + 1, found.Count - 1);
                break;
            case "ArrowUp":
                at = Math.Max(at - 1, 0);
                break;
            case "Enter" when at < found.Count:
                string address = found[at].Address;
                Close();
                Navigation.NavigateTo(address);
                break;
        }
    }

    private void Close() => shown = View.None;
}
