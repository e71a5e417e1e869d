using Microsoft.AspNetCore.Components;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard.Home;

namespace Neurotrade.Web.Components.Pages.Home;

/// <summary>How much of everything there is.</summary>
public sealed partial class InventoryPanel
{
    /// <summary>Null while it is looked at.</summary>
    [Parameter, EditorRequired]
    public required Inventory? Here { get; set; }

    /// <summary>Finished runs.</summary>
    [Parameter, EditorRequired]
    public required int Runs { get; set; }

    private static string CandleText(Inventory here) => here.Series.Count == 0
        ? "none stored"
        : $"{Figures.Number(here.Candles, 0)} in {Figures.Number(here.Series.Count, 0)} series";

    private static string StateText(Inventory here) => here.FreeBytes is { } free
        ? $"{Figures.Bytes(here.StateBytes)}, {Figures.Bytes(free)} free"
        : Figures.Bytes(here.StateBytes);
}
