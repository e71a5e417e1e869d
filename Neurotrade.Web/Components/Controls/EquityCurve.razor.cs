using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Neurotrade.Web.Components.Controls;

/// <summary>Equity over time, against the capital and, dashed, against another run of the same bars.</summary>
public sealed partial class EquityCurve
{
    private const double Height = 40;
    private const double Edge = 2;

    /// <summary>Evenly spaced values.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<double> Values { get; set; }

    /// <summary>The other run's, over the same time.</summary>
    [Parameter]
    public IReadOnlyList<double>? Other { get; set; }

    /// <summary>The capital.</summary>
    [Parameter]
    public double Base { get; set; }

    /// <summary>What it shows, in a sentence.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    private IEnumerable<double> All => Values.Concat(Other ?? []).Append(Base);

    private string Points(IReadOnlyList<double> values) => string.Join(' ', values.Select((value, at) =>
        string.Create(CultureInfo.InvariantCulture, $"{100.0 * at / Math.Max(1, values.Count - 1):0.##},{Y(value)}")));

    private string Y(double value)
    {
        (double low, double high) = (All.Min(), All.Max());
        double share = high > low ? (value - low) / (high - low) : 0.5;
        return (Height - Edge - (share * (Height - (2 * Edge)))).ToString("0.##", CultureInfo.InvariantCulture);
    }
}
