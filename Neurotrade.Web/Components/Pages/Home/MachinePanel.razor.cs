using Microsoft.AspNetCore.Components;
using Neurotrade.Web.Doctor;

namespace Neurotrade.Web.Components.Pages.Home;

/// <summary>What <c>neurotrade doctor</c> finds: what is there, and how to get what is not.</summary>
public sealed partial class MachinePanel
{
    /// <summary>Null while the machine is examined.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<Finding>? Findings { get; set; }

    /// <summary>Says how to get what is not there only where it is pointed at.</summary>
    [Parameter]
    public bool IsShort { get; set; }

    /// <summary>Asked to look again; without it there is no button.</summary>
    [Parameter]
    public EventCallback Again { get; set; }

    private static string TitleOf(Finding one) => one.IsThere ? $"{one.Tried}; for: {one.Use}" : $"{one.Tried}; {one.HowToGetIt}; for: {one.Use}";

    private string TextOf(Finding one) => one.IsThere ? one.Tried : IsShort ? "not found" : one.HowToGetIt;
}
