using Microsoft.AspNetCore.Components;
using Neurotrade.Web.Dashboard;

namespace Neurotrade.Web.Components.Pages.Results;

/// <summary>What stood for and against an entry at one close, how it was sized, and what was ordered.</summary>
public sealed partial class VerdictSection
{
    [Parameter, EditorRequired]
    public required EntryVerdict Verdict { get; set; }
}
