using Microsoft.AspNetCore.Components;
using Neurotrade.Web.Dashboard.Imports;

namespace Neurotrade.Web.Components.Pages.Candles;

/// <summary>Rows of a file and what is wrong with them; nothing where there are none.</summary>
public sealed partial class FaultTable
{
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>The first few.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<FileFault> Faults { get; set; }

    /// <summary>How many there are in all.</summary>
    [Parameter, EditorRequired]
    public required long All { get; set; }

    private bool HasFiles => Faults.Any(fault => fault.File.Length > 0);
}
