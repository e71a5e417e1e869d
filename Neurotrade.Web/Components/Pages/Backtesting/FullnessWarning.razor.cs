using System.Globalization;
using Microsoft.AspNetCore.Components;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard.History;

namespace Neurotrade.Web.Components.Pages.Backtesting;

/// <summary>Near the limit of the history: what will go, when, and how it stays.</summary>
public sealed partial class FullnessWarning
{
    [Parameter, EditorRequired]
    public required RunQuota Quota { get; set; }

    private string Text => Quota.Next is not { } next
        ? "Every older run is pinned: nothing goes by itself, and what is pinned may pass the limit."
        : $"{When} the oldest runs that are not pinned make room, first “{next.Name}” of {Figures.Time(next.Run.FinishedMillis)}. "
            + "Pin what must stay.";

    private string When => Quota.Room switch
    {
        0 => "The history is full: with the next run",
        1 => "The history is nearly full: after one more run",
        var room => string.Create(CultureInfo.InvariantCulture, $"The history is nearly full: after about {room:N0} more runs"),
    };
}
