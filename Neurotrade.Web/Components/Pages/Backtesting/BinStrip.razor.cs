using System.Globalization;
using Microsoft.AspNetCore.Components;
using Neurotrade.Core.Market;
using Neurotrade.Web.Components.Controls;
using Neurotrade.Web.Dashboard.History;

namespace Neurotrade.Web.Components.Pages.Backtesting;

/// <summary>What was deleted lately, how long it can be had back, and the way back.</summary>
public sealed partial class BinStrip
{
    /// <summary>The last first.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<BinnedRuns> Bin { get; set; }

    /// <summary>One of what was deleted.</summary>
    [Parameter]
    public string What { get; set; } = "run";

    [Parameter]
    public DateTimeOffset Now { get; set; }

    [Parameter]
    public EventCallback<BinnedRuns> RestoreChosen { get; set; }

    [Parameter]
    public EventCallback EmptyChosen { get; set; }

    private BinnedRuns Last => Bin[0];

    private string BackText => What == "run" ? "Have them back, pinned" : "Have them back";

    private string Text
    {
        get
        {
            string runs = Last.Ids.Count == 1 ? $"1 {What}" : string.Create(CultureInfo.InvariantCulture, $"{Last.Ids.Count:N0} {What}s");
            int before = Bin.Skip(1).Sum(one => one.Ids.Count);
            string earlier = before == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $", {before:N0} before");
            return Last.Reason == BinReason.Quota ? $"{runs} made room for newer ones{earlier}." : $"{runs} deleted{earlier}.";
        }
    }

    private string LeftText
    {
        get
        {
            TimeSpan left = new Instant(Last.Millis).ToDateTimeOffset() + RunBin.KeptFor - Now;
            return $"Gone for good in {Figures.Span((long)Math.Max(1, Math.Ceiling(left.TotalMinutes)) * 60_000)}.";
        }
    }
}
