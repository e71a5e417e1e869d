using Microsoft.AspNetCore.Components;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard.Comparing;

namespace Neurotrade.Web.Components.Pages.Comparing;

/// <summary>What keeps these runs from being held against each other, said before their figures.</summary>
public sealed partial class CompareNotes
{
    [Parameter, EditorRequired]
    public required Comparison Comparison { get; set; }

    /// <summary>Curves show only what all runs cover.</summary>
    [Parameter]
    public bool IsOverShared { get; set; }

    private IEnumerable<string> Notes
    {
        get
        {
            if (Comparison.Runs.Length == 1)
            {
                yield return "One run alone; add another to hold it against.";
            }

            if (!Comparison.IsSamePeriod)
            {
                string shared = Comparison.Shared is { } period
                    ? $"All cover {Figures.Time(period.From)} – {Figures.Time(period.To)} UTC; what they did in that time stands first below."
                    : "There is no time that all of them cover.";
                yield return $"The periods differ: each figure is of its run's own period, and none that grows with time is marked best. {shared}";
            }

            if (!Comparison.IsSameMoney)
            {
                yield return "Capital or currency differ: amounts are not marked best.";
            }

            if (Comparison.IsMixedMarket)
            {
                yield return "Some ran on generated prices, which are not real, and some on real ones.";
            }
        }
    }
}
