using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Neurotrade.Web.Components.Controls;

/// <summary>How much of a limit is used: grey, amber from 80 %.</summary>
public sealed partial class Meter
{
    private const double NearLimit = 0.8;

    /// <summary>What is measured.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>0 to 1; beyond is shown full, what is not a number as empty.</summary>
    [Parameter, EditorRequired]
    public double Share { get; set; }

    /// <summary>Amber from 80 % on.</summary>
    [Parameter]
    public bool IsLimit { get; set; }

    [Parameter]
    public string? Class { get; set; }

    private double Clamped => double.IsNaN(Share) ? 0 : Math.Clamp(Share, 0, 1);

    private string Percent => (Clamped * 100).ToString("0.#", CultureInfo.InvariantCulture);

    private string Tone => !IsLimit ? "acc" : Clamped >= NearLimit ? "warn" : string.Empty;
}
