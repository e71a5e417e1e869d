using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Strategies.Files;

namespace Neurotrade.Web.Components.Controls.Rules;

/// <summary>What of a strategy its form has no fields for, and where it stands.</summary>
public sealed partial class OutsideNotice
{
    private const int MostShown = 8;

    [CascadingParameter]
    public required FormScope Scope { get; set; }

    /// <summary>A place of the text was asked for.</summary>
    [Parameter]
    public EventCallback<SourcePosition> Asked { get; set; }
}
