using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Neurotrade.Web.Components.Controls;

/// <summary>A small line of equity against the capital it began with.</summary>
public sealed partial class Curve
{
    private const double Height = 24;
    private const double Edge = 1.5;

    /// <summary>Evenly spaced values.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<double> Values { get; set; }

    /// <summary>Where the dashed line stands.</summary>
    [Parameter]
    public double Base { get; set; }

    private double Lowest => Math.Min(Base, Values.Count > 0 ? Values.Min() : Base);

    private double Highest => Math.Max(Base, Values.Count > 0 ? Values.Max() : Base);

    private string Points => string.Join(' ', Values.Select((value, at) =>
        string.Create(CultureInfo.InvariantCulture, $"{100.0 * at / Math.Max(1, Values.Count - 1):0.##},{Y(value)}")));

    private string Y(double value)
    {
        double range = Highest - Lowest;
        double share = range > 0 ? (value - Lowest) / range : 0.5;
        return (Height - Edge - (share * (Height - (2 * Edge)))).ToString("0.##", CultureInfo.InvariantCulture);
    }
}
