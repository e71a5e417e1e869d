using Microsoft.AspNetCore.Components;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard;

namespace Neurotrade.Web.Components.Pages.Results;

/// <summary>What ran, on what, how far it can be trusted, and its files.</summary>
public sealed partial class ResultHead
{
    private const int MostSymbols = 4;

    [Inject]
    internal RunArchive Archive { get; set; } = default!;

    [Parameter, EditorRequired]
    public required OpenRun Run { get; set; }

    private string ShortHash => $"{Run.Strategy.Hash[..6]}…{Run.Strategy.Hash[^4..]}";

    private string Span => $"{Figures.Day(Run.Record.StartMillis)} – {Figures.Day(Run.Record.EndMillis)}";
}
