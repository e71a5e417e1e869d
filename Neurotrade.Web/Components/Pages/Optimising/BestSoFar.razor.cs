using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard.Optimising;

namespace Neurotrade.Web.Components.Pages.Optimising;

/// <summary>The best combination that is known, and how it rose while others were tried.</summary>
public sealed partial class BestSoFar
{
    private const double Height = 24;
    private const double Edge = 1.5;

    [Parameter, EditorRequired]
    public required BestPoint Best { get; set; }

    /// <summary>What it is the best by.</summary>
    [Parameter, EditorRequired]
    public required string Objective { get; set; }

    /// <summary>How far the sweep is; without it there is no curve.</summary>
    [Parameter]
    public SweepHeadway? Headway { get; set; }

    /// <summary>No better one will come.</summary>
    [Parameter]
    public bool IsOver { get; set; }

    private double Lowest => Headway!.Curve[0].Score;

    private double Highest => Headway!.Curve[^1].Score;

    private string Range => Highest > Lowest ? $"{Said(Lowest)} to {Said(Highest)}" : Said(Highest);

    private string Label =>
        $"The best so far rose from {Said(Lowest)} to {Said(Highest)} in {Figures.Number(Headway!.Done, 0)} runs";

    private string Said(double value) => ObjectiveText.Of(Objective, value);

    // Steps: between two rises the best stays what it is. The width is the whole sweep.
    private string Points
    {
        get
        {
            StringBuilder points = new();
            double y = Y(Lowest);
            foreach ((long done, double score) in Headway!.Curve)
            {
                double x = 100.0 * done / Math.Max(1, Headway.Total);
                points.Append(CultureInfo.InvariantCulture, $"{x:0.##},{y:0.##} ");
                y = Y(score);
                points.Append(CultureInfo.InvariantCulture, $"{x:0.##},{y:0.##} ");
            }

            return points.Append(CultureInfo.InvariantCulture, $"{100 * Headway.Share:0.##},{y:0.##}").ToString();
        }
    }

    private double Y(double score)
    {
        double share = Highest > Lowest ? (score - Lowest) / (Highest - Lowest) : 0.5;
        return Height - Edge - (share * (Height - (2 * Edge)));
    }
}
