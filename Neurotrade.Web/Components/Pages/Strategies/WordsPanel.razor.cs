using Microsoft.AspNetCore.Components;
using Neurotrade.Web.Dashboard.Strategies;

namespace Neurotrade.Web.Components.Pages.Strategies;

/// <summary>The rules in words, and how an older form was understood.</summary>
public sealed partial class WordsPanel
{
    [Parameter, EditorRequired]
    public required StrategyDraft Draft { get; set; }
}
