using System.Globalization;
using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Research;
using Neurotrade.Core.Research.Overfitting;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard.Optimising;

namespace Neurotrade.Web.Components.Pages.Optimising;

/// <summary>
/// How much of a sweep's best may be believed: whether its neighbours hold what it promises, and how much of it having tried
/// so many explains.
/// </summary>
public sealed partial class RealPanel
{
    private Plateau plateau = new(double.NaN, 0, double.NaN, double.NaN);
    private double[] neighbours = [];
    private (OpenSweep, int)? last;

    [Parameter, EditorRequired]
    public required OpenSweep Sweep { get; set; }

    /// <summary>The chosen run.</summary>
    [Parameter]
    public int Row { get; set; }

    /// <summary>All that was ever tried; null where that is not known.</summary>
    [Parameter]
    public TrialSummary? Trials { get; set; }

    /// <summary>The best run held against them; null where its returns have no deviation.</summary>
    [Parameter]
    public DeflatedSharpe? Deflated { get; set; }

    private double Low => Math.Min(plateau.Score, neighbours.Min());

    private double High => Math.Max(plateau.Score, neighbours.Max());

    private string Objective => ObjectiveText.Name(Sweep.Asked.Objective);

    private string NeighbourText
    {
        get
        {
            if (double.IsNaN(plateau.Score))
            {
                return "It has no objective, so its neighbours say nothing.";
            }

            string around = plateau.Neighbours == 1 ? "The one neighbour" : $"The {Figures.Number(plateau.Neighbours, 0)} neighbours";
            if (plateau.Neighbours == 0)
            {
                return "None of its neighbours was tried: a step away on any parameter. A grid around it would tell.";
            }

            string keep = plateau.Neighbours == 1 ? "keeps" : "keep";
            string median = plateau.Share is >= 0 and { } share
                ? $"{around} {keep} {Figures.Percent(share, 0)} of its {Objective} in the median"
                : $"{around} {(plateau.Neighbours == 1 ? "has" : "have")} {Said(plateau.Median)} in the median, it has {Said(plateau.Score)}";
            string worst = double.IsNaN(plateau.Worst) ? "one has none" : $"the lowest has {Said(plateau.Worst)}";
            return plateau.IsSpike is null
                ? $"{median}; {worst}. What lies below zero is neither plateau nor spike."
                : $"{median}; {worst}. A spike keeps under {Figures.Percent(Plateau.LeastShare, 0)}.";
        }
    }

    private string LuckText
    {
        get
        {
            if (Trials is not { } trials || Deflated is not { } deflated)
            {
                return "Its returns do not vary, or nothing was kept of what was tried: no chance can be told.";
            }

            string own = Figures.Number(Metrics.Annual(deflated.Sample.Sharpe));
            if (deflated.ExpectedMaximumAnnual is not { } luck || deflated.Deflated is null)
            {
                return $"The best has a Sharpe ratio of {own}; what luck gives cannot be told of so few trials.";
            }

            string verdict = deflated.IsSignificant ? "It is called significant."
                : deflated.LeastDays is { } days ? $"It would take {Figures.Number(days, 0)} such days to be significant; "
                    + $"there are {Figures.Number(deflated.Sample.Count, 0)}."
                : "No track record like this is long enough to be significant.";
            return $"The chance that its true Sharpe ratio beats luck. Of {Figures.Number(trials.Count, 0)} trials the luckiest is expected at "
                + $"{Figures.Number(luck)}; the best here has {own}. {verdict}";
        }
    }

    protected override void OnParametersSet()
    {
        if (last != (Sweep, Row))
        {
            last = (Sweep, Row);
            plateau = Sweep.PlateauOf(Row);
            neighbours = [.. Sweep.NeighboursOf(Row).Select(row => Sweep.Scores[row]).Where(double.IsFinite)];
        }
    }

    private string Said(double value) => ObjectiveText.Of(Sweep.Asked.Objective, value);

    // Two percent are left on either side, so that the outermost are seen.
    private string At(double score) => (2 + (96 * (score - Low) / (High - Low))).ToString("0.##", CultureInfo.InvariantCulture);
}
