using Microsoft.AspNetCore.Components;

namespace Neurotrade.Web.Components.Controls;

/// <summary>A message in which names stand between backticks; they are shown as code.</summary>
public sealed partial class Told
{
    [Parameter, EditorRequired]
    public required string Message { get; set; }

    private string[] Parts => Message.Split('`');
}
