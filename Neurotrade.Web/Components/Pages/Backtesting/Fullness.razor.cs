using System.Globalization;
using Microsoft.AspNetCore.Components;
using Neurotrade.Web.Dashboard.History;

namespace Neurotrade.Web.Components.Pages.Backtesting;

/// <summary>How full the history is.</summary>
public sealed partial class Fullness
{
    [Parameter, EditorRequired]
    public required RunQuota Quota { get; set; }

    private string Text => string.Create(CultureInfo.InvariantCulture,
        $"{Quota.Runs.Count:N0} of {Quota.Limits.MostRuns:N0} runs, {Size(Quota.Bytes)} of {Size(Quota.Limits.MostBytes)}");

    private static string Size(long bytes) => bytes >= 1_000_000_000
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.#} GB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.#} MB");
}
