using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Web.Components.Controls;

/// <summary>True, false or not known, told apart by sign and never in the colours of money.</summary>
public sealed partial class TruthMark
{
    [Parameter, EditorRequired]
    public Truth Value { get; set; }

    private string Look => Value switch { Truth.True => "y", Truth.False => "n", _ => "u" };

    private string Word => Value switch { Truth.True => "true", Truth.False => "false", _ => "unknown" };
}
