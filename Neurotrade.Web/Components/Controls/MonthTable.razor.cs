using System.Globalization;
using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Research;

namespace Neurotrade.Web.Components.Controls;

/// <summary>Months as a table with signs, tinted by size: a dot where nothing was won or lost.</summary>
public sealed partial class MonthTable
{
    /// <summary>More years than these are left to the download.</summary>
    public const int MostYears = 8;

    private const double FullTint = 0.16;
    private static readonly string[] Names = CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedMonthNames;

    [Parameter, EditorRequired]
    public required IReadOnlyList<PeriodReturn> Months { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<PeriodReturn> Years { get; set; }

    private IEnumerable<int> Shown => Years.Select(year => year.Year).OrderDescending().Take(MostYears);

    private double? ReturnOf(int year, int month)
    {
        foreach (PeriodReturn one in Months)
        {
            if (one.Year == year && one.Month == month)
            {
                return one.Return;
            }
        }

        return null;
    }

    // Up to 54 % of the hue, so that the figure stays readable on it.
    private static string? Ground(double? value)
    {
        if (value is not { } known || known == 0 || !double.IsFinite(known))
        {
            return null;
        }

        double share = 14 + (Math.Min(1, Math.Abs(known) / FullTint) * 40);
        string hue = known > 0 ? "gain-fill" : "loss-fill";
        return string.Create(
            CultureInfo.InvariantCulture, $"background:color-mix(in oklab, var(--{hue}) {share:0}%, var(--surface-1))");
    }
}
