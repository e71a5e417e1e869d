using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Strategies;

namespace Neurotrade.Web.Components.Pages.Strategies;

/// <summary>The parameters with their values and ranges.</summary>
public sealed partial class ParametersPanel
{
    [Parameter, EditorRequired]
    public required Strategy Strategy { get; set; }

    private static string RangeOf(StrategyParameter parameter) => parameter.Min is { } min && parameter.Max is { } max
        ? $"{parameter.TextOf(min)} to {parameter.TextOf(max)}"
        : string.Empty;
}
