using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Web.Components.Controls;

/// <summary>One rule at one bar: whether it held, and every condition under it.</summary>
public sealed partial class ConditionSection
{
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter, EditorRequired]
    public required ConditionReason Reason { get; set; }

    private string Word => Reason.Truth switch { Truth.True => "true", Truth.False => "false", _ => "unknown" };
}
