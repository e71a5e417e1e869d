using Microsoft.AspNetCore.Components;
using Neurotrade.Web.Dashboard.Home;

namespace Neurotrade.Web.Components.Pages.Home;

/// <summary>Things to do, each a link to where it is done.</summary>
public sealed partial class NextStepsPanel
{
    /// <summary>The most pressing first; null while they are worked out.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<NextStep>? Steps { get; set; }
}
