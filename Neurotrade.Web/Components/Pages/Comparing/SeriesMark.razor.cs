using Microsoft.AspNetCore.Components;

namespace Neurotrade.Web.Components.Pages.Comparing;

/// <summary>A run's line as the charts draw it.</summary>
public sealed partial class SeriesMark
{
    /// <summary>Its column, from 0.</summary>
    [Parameter, EditorRequired]
    public required int Place { get; set; }
}

/// <summary>How the runs of a comparison are told apart: by colour, and from the fourth on by the shape of the line too.</summary>
internal static class SeriesLook
{
    /// <summary>A token's name.</summary>
    public static string ColorOf(int place) => $"s{(place % 6) + 1}";

    /// <summary>The browser's name of a line's shape.</summary>
    public static string ShapeOf(int place) => place switch { 3 => "dashed", 4 => "dotted", 5 => "dashdot", _ => "solid" };

    /// <summary>The same for a drawing.</summary>
    public static string? DashesOf(int place) => place switch { 3 => "6 3", 4 => "2 3", 5 => "7 3 2 3", _ => null };
}
