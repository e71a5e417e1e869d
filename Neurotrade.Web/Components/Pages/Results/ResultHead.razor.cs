using Microsoft.AspNetCore.Components;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard;

namespace Neurotrade.Web.Components.Pages.Results;

/// <summary>What ran, on what, how far it can be trusted, and its files.</summary>
public sealed partial class ResultHead
{
    private const int MostSymbols = 4;

    private OpenRun? read;
    private int? provedBars;

    [Inject]
    internal RunArchive Archive { get; set; } = default!;

    [Parameter, EditorRequired]
    public required OpenRun Run { get; set; }

    /// <summary>Whether the certificate's panel is open.</summary>
    [Parameter]
    public bool IsProofShown { get; set; }

    [Parameter]
    public EventCallback ProofToggled { get; set; }

    protected override void OnParametersSet()
    {
        if (read != Run)
        {
            (read, provedBars) = (Run, ProofFacts.Of(Archive, Run.Record.Id)?.Bars);
        }
    }

    private string ShortHash => $"{Run.Strategy.Hash[..6]}…{Run.Strategy.Hash[^4..]}";

    private string Span => $"{Figures.Day(Run.Record.StartMillis)} – {Figures.Day(Run.Record.EndMillis)}";
}
